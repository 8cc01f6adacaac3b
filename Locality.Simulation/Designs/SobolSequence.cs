namespace LocalitySim.Simulation;

/// <summary>
/// Sobol's low-discrepancy sequence: points that fill the unit cube far more evenly than random ones. The points from 0 to 2ᵏ − 1
/// hit each of 2ᵏ equal strata of each dimension exactly once, so use a power of two from the first.
/// </summary>
/// <remarks>
/// The order is that of the Gray code. Sources: Sobol', "On the distribution of points in a cube and the approximate evaluation of
/// integrals", USSR Computational Mathematics and Mathematical Physics 7(4), 1967; Antonov and Saleev, "An economic method of
/// computing LPτ-sequences", ibid. 19(1), 1979 (the Gray code); Joe and Kuo, "Constructing Sobol sequences with better
/// two-dimensional projections", SIAM J. Scientific Computing 30(5), 2008 (direction numbers new-joe-kuo-6); Owen, "On dropping the
/// first Sobol' point", MCQMC 2020 (why the point at the origin belongs to the sequence).
/// </remarks>
public static class SobolSequence
{
    private const int ShiftBits = 53;

    /// <summary>How many dimensions there are direction numbers for: 80.</summary>
    public static int MostDimensions => SobolDirections.MostDimensions;

    /// <summary>Gives points of the sequence.</summary>
    /// <param name="rows">How many points, 1 or more.</param>
    /// <param name="dimensions">How many dimensions, 1 to <see cref="MostDimensions"/>.</param>
    /// <param name="first">The number of the first point, from 0 (the origin); the last is under 2³².</param>
    /// <param name="shiftSeed">
    /// The seed of a digital shift, any value; <c>null</c> for the sequence as it is. The shift turns over the same randomly chosen
    /// bits of every point: each point is then uniform, the points lie as evenly as before, and several seeds give independent
    /// estimates. Source: L'Ecuyer and Lemieux, "Recent advances in randomized quasi-Monte Carlo methods", in "Modeling
    /// Uncertainty", 2002.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static UnitDesign Points(int rows, int dimensions, long first = 0, ulong? shiftSeed = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, (1L << SobolDirections.Bits) - rows);
        if (dimensions < 1 || dimensions > MostDimensions)
        {
            throw new ArgumentOutOfRangeException(
                nameof(dimensions),
                dimensions,
                FormattableString.Invariant($"dimensions: found {dimensions}; expected 1 to {MostDimensions}, for which there are direction numbers."));
        }

        double[] coordinates = new double[checked(rows * dimensions)];
        for (int j = 0; j < dimensions; j++)
        {
            ulong shift = shiftSeed is ulong seed ? Shift(seed, (uint)j) : 0;
            ReadOnlySpan<uint> directions = SobolDirections.Of(j);
            for (int i = 0; i < rows; i++)
            {
                ulong bits = ((ulong)Fraction((uint)(first + i), directions) << (ShiftBits - SobolDirections.Bits)) ^ shift;
                coordinates[(i * dimensions) + j] = bits * (1.0 / (1L << ShiftBits));
            }
        }

        return new UnitDesign(coordinates, dimensions);
    }

    /// <summary>A coordinate of the point with a number, in units of 2⁻³².</summary>
    private static uint Fraction(uint number, ReadOnlySpan<uint> directions)
    {
        uint gray = number ^ (number >> 1);
        uint fraction = 0;
        for (int k = 0; gray != 0; k++)
        {
            fraction ^= directions[k] & (0U - (gray & 1));
            gray >>= 1;
        }

        return fraction;
    }

    private static ulong Shift(ulong seed, uint dimension)
    {
        RandomStream random = new RandomStreams(seed, 0).Stream(AnalysisPurposes.DigitalShift, entity: dimension);
        return random.NextUInt64() >> (64 - ShiftBits);
    }
}
