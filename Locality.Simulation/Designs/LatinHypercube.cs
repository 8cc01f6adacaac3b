namespace LocalitySim.Simulation;

/// <summary>
/// Latin hypercube samples: every dimension is cut into as many equal strata as there are points, and each stratum of each
/// dimension holds exactly one point.
/// </summary>
/// <remarks>
/// Source: McKay, Beckman and Conover, "A comparison of three methods for selecting values of input variables in the analysis of
/// output from a computer code", Technometrics 21(2), 1979, section 2.
/// </remarks>
public static class LatinHypercube
{
    /// <summary>With more strata than this a rounded place could fall into the next one.</summary>
    private const int MostRows = 1 << 20;

    /// <summary>Draws a sample: in each dimension the strata in random order, and in each stratum a place at random.</summary>
    /// <param name="rows">How many points, 1 to 1,048,576.</param>
    /// <param name="dimensions">How many dimensions, 1 or more. Further dimensions leave the coordinates of the others as they are.</param>
    /// <param name="seed">The seed; any value.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static UnitDesign Points(int rows, int dimensions, ulong seed)
    {
        Check(rows, dimensions);
        RandomStreams streams = new(seed, 0);
        double[] coordinates = new double[checked(rows * dimensions)];
        for (int j = 0; j < dimensions; j++)
        {
            RandomStream order = streams.Stream(AnalysisPurposes.LatinOrder, entity: (uint)j);
            RandomStream place = streams.Stream(AnalysisPurposes.LatinPlace, entity: (uint)j);
            int[] strata = Permutation(rows, ref order);
            for (int i = 0; i < rows; i++)
            {
                // 32 bits for the place within the stratum: the sum is exact, and so below the next stratum once divided.
                double offset = (place.NextUInt64() >> 32) * (1.0 / (1L << 32));
                coordinates[(i * dimensions) + j] = (strata[i] + offset) / rows;
            }
        }

        return new UnitDesign(coordinates, dimensions);
    }

    internal static void Check(int rows, int dimensions, int leastRows = 1)
    {
        if (rows < leastRows || rows > MostRows)
        {
            throw new ArgumentOutOfRangeException(
                nameof(rows), rows, FormattableString.Invariant($"rows: found {rows}; expected {leastRows} to {MostRows}."));
        }

        if (dimensions < 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(dimensions), dimensions, FormattableString.Invariant($"dimensions: found {dimensions}; expected 1 or more."));
        }
    }

    /// <summary>The numbers from 0 to n − 1 in random order. Source: Durstenfeld, "Algorithm 235: random permutation", CACM 7(7), 1964.</summary>
    internal static int[] Permutation(int n, ref RandomStream random)
    {
        int[] order = new int[n];
        for (int i = 0; i < n; i++)
        {
            order[i] = i;
        }

        for (int i = n - 1; i > 0; i--)
        {
            int other = random.NextIndex(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }
}
