using System.Globalization;

namespace LocalitySim.Simulation;

/// <summary>
/// A stream of the combined multiple recursive generator MRG32k3a, for repeating runs that were made with it. Streams come from
/// <see cref="Mrg32k3aStreams"/>; a stream is 2¹²⁷ numbers long and is cut into 2⁵¹ substreams of 2⁷⁶.
/// Sources: L'Ecuyer, "Good parameters and implementations for combined multiple recursive random number generators", Operations
/// Research 47(1), 1999; L'Ecuyer, Simard, Chen and Kelton, "An object-oriented random-number package with many long streams and
/// substreams", Operations Research 50(6), 2002.
/// </summary>
/// <remarks>The numbers are those of the class MRG32k3a of SSJ and of the package RngStreams, to the bit. Not thread-safe.</remarks>
public sealed class Mrg32k3a
{
    // 2⁻²⁴, and 2⁻⁵⁴ to keep the sum above zero, as in SSJ.
    private const double SecondPart = 1.0 / (1 << 24);
    private const double AboveZero = 1.0 / (1L << 54);

    private readonly Mrg32k3aState _stream;
    private Mrg32k3aState _substream;
    private Mrg32k3aState _current;

    /// <summary>Makes a stream that starts at a given state.</summary>
    /// <param name="seed">
    /// Six numbers: three under 4,294,967,087, not all zero, and three under 4,294,944,443, not all zero.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="seed"/> is not such a state.</exception>
    public Mrg32k3a(params ReadOnlySpan<uint> seed)
        : this(StateFrom(seed))
    {
    }

    internal Mrg32k3a(Mrg32k3aState start) => _stream = _substream = _current = start;

    /// <summary>Whether 1 − u is given in place of u.</summary>
    public bool Antithetic { get; set; }

    /// <summary>
    /// Whether a uniform number is made of two numbers of the generator, which gives it 53 bits in place of 32: the second one
    /// times 2⁻²⁴ is added to the first, modulo 1, and 2⁻⁵⁴ to the sum.
    /// </summary>
    public bool IncreasedPrecision { get; set; }

    /// <summary>The six numbers that the next one is made from.</summary>
    public IReadOnlyList<uint> State =>
        [(uint)_current.X0, (uint)_current.X1, (uint)_current.X2, (uint)_current.Y0, (uint)_current.Y1, (uint)_current.Y2];

    /// <summary>Draws a number between 0 and 1, exclusive: one of 4,294,967,087, unless the precision is increased.</summary>
    public double NextUniform()
    {
        double u = _current.Next();
        if (IncreasedPrecision)
        {
            u = ((u + (_current.Next() * SecondPart)) % 1) + AboveZero;
        }

        return Antithetic ? 1 - u : u;
    }

    /// <summary>Draws a whole number from one uniform number; of a long range some numbers are never drawn.</summary>
    /// <param name="lowest">The lowest number.</param>
    /// <param name="highest">The highest number, <paramref name="lowest"/> or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="highest"/> is under <paramref name="lowest"/>.</exception>
    public int NextInt(int lowest, int highest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(highest, lowest);
        return (int)(lowest + (long)(NextUniform() * (highest - lowest + 1.0)));
    }

    /// <summary>Draws an exponential number, mean 1, by inversion: −ln(1 − u).</summary>
    public double NextExponential() => -PortableMath.Log1p(-NextUniform());

    /// <summary>Draws a standard normal number by inversion (Wichura's AS 241).</summary>
    public double NextNormal() => NormalQuantile.Of(NextUniform());

    /// <summary>Goes back to the start of the stream.</summary>
    public void ResetStartStream() => _substream = _current = _stream;

    /// <summary>Goes back to the start of the substream.</summary>
    public void ResetStartSubstream() => _current = _substream;

    /// <summary>Goes on to the start of the next substream, 2⁷⁶ numbers after the start of this one.</summary>
    public void ResetNextSubstream() => _current = _substream = Mrg32k3aJump.ByPowerOfTwo(76, backward: false).From(_substream);

    /// <summary>
    /// Goes on by 2^e + c numbers, where e is <paramref name="exponent"/> and c is <paramref name="rest"/>; by −2^(−e) + c if e is
    /// under zero, and by c if it is zero. A move back is by a negative number.
    /// </summary>
    /// <param name="exponent">The exponent e, from −200 to 200.</param>
    /// <param name="rest">The rest c.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exponent"/> is out of range.</exception>
    public void AdvanceState(int exponent, int rest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(exponent, -200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(exponent, 200);
        if (exponent != 0)
        {
            _current = Mrg32k3aJump.ByPowerOfTwo(Math.Abs(exponent), exponent < 0).From(_current);
        }

        _current = Mrg32k3aJump.By((uint)Math.Abs((long)rest), rest < 0).From(_current);
    }

    /// <summary>
    /// Gives a stream of draws that goes on from the current state, for use with distributions. This generator does not move.
    /// </summary>
    /// <remarks>
    /// Uniform, exponential and normal numbers, indices, and what distributions draw by inversion, take one number u of the
    /// generator and no more than 32 bits of it are random; <see cref="RandomStream.NextUInt64"/> takes two and keeps the upper 32
    /// bits of each. <see cref="Antithetic"/> is taken over; <see cref="IncreasedPrecision"/> is not.
    /// </remarks>
    public RandomStream ToRandomStream() => new(_current, Antithetic);

    internal static Mrg32k3aState StateFrom(ReadOnlySpan<uint> seed)
    {
        if (seed.Length != 6)
        {
            throw new ArgumentException($"seed: found {seed.Length} numbers; expected 6.", nameof(seed));
        }

        for (int i = 0; i < 6; i++)
        {
            long modulus = i < 3 ? Mrg32k3aState.Modulus1 : Mrg32k3aState.Modulus2;
            if (seed[i] >= modulus)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"seed[{i}]: found {seed[i]}; expected a number under {modulus}."), nameof(seed));
            }
        }

        if (seed[..3].IndexOfAnyExcept(0u) < 0 || seed[3..].IndexOfAnyExcept(0u) < 0)
        {
            throw new ArgumentException("seed: found three zeros in a half; expected a number above zero in each half.", nameof(seed));
        }

        return new Mrg32k3aState { X0 = seed[0], X1 = seed[1], X2 = seed[2], Y0 = seed[3], Y1 = seed[4], Y2 = seed[5] };
    }
}
