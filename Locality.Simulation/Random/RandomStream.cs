using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>
/// A sequence of random draws, made by <see cref="RandomStreams.Stream"/>. It is 2³² blocks, that is 2³³ 64-bit numbers, long.
/// </summary>
/// <remarks>
/// A mutable value: pass it by <c>ref</c> and keep it in a field that is not read-only, for a copy repeats the original's draws.
/// <c>default</c> is no stream and refuses to draw. Not thread-safe. Every draw is the same bits on every platform.
/// </remarks>
public struct RandomStream
{
    private enum State : byte
    {
        NotMade,
        Empty,
        HalfBlock,
        Exhausted,
    }

    private readonly ulong _key;
    private readonly uint _entity;
    private readonly uint _group;
    private readonly uint _use;
    private uint _block;
    private ulong _spare;
    private State _state;

    internal RandomStream(ulong key, uint entity, uint group, uint use, uint block = 0)
    {
        _key = key;
        _entity = entity;
        _group = group;
        _use = use;
        _block = block;
        _state = State.Empty;
    }

    /// <summary>Draws 64 independent random bits.</summary>
    /// <exception cref="InvalidOperationException">The stream is <c>default</c>, or all its 2³³ numbers have been drawn.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextUInt64()
    {
        if (_state == State.HalfBlock)
        {
            _state = _block == 0 ? State.Exhausted : State.Empty;
            return _spare;
        }

        return NextBlock();
    }

    /// <summary>Draws a number uniform on [0, 1): one of the 2⁵³ multiples of 2⁻⁵³.</summary>
    /// <exception cref="InvalidOperationException">The stream is <c>default</c> or exhausted.</exception>
    public double NextUniform() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Draws a number uniform on (0, 1), never 0 or 1: one of the 2⁵² odd multiples of 2⁻⁵³.</summary>
    /// <exception cref="InvalidOperationException">The stream is <c>default</c> or exhausted.</exception>
    public double NextOpenUniform() => ((NextUInt64() >> 12) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>
    /// Draws an exponential number, mean 1, variance 1, by a 256-layer ziggurat.
    /// Source: Marsaglia and Tsang, "The ziggurat method for generating random variables", J. Statistical Software 5(8), 2000.
    /// </summary>
    /// <exception cref="InvalidOperationException">The stream is <c>default</c> or exhausted.</exception>
    public double NextExponential() => Ziggurat.Exponential(ref this);

    /// <summary>
    /// Draws a standard normal number, mean 0, variance 1, by a 256-layer ziggurat whose layer and abscissa use separate bits.
    /// Sources: Marsaglia and Tsang (2000); Doornik, "An improved ziggurat method to generate normal random samples", 2005.
    /// </summary>
    /// <exception cref="InvalidOperationException">The stream is <c>default</c> or exhausted.</exception>
    public double NextNormal() => Ziggurat.Normal(ref this);

    /// <summary>
    /// Draws a whole number from 0 to <paramref name="n"/> − 1, each with exactly the same probability.
    /// Source: Lemire, "Fast random integer generation in an interval", ACM TOMACS 29(1), 2019.
    /// </summary>
    /// <param name="n">How many numbers to choose from, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is under 1.</exception>
    /// <exception cref="InvalidOperationException">The stream is <c>default</c> or exhausted.</exception>
    public int NextIndex(int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ulong range = (ulong)n;
        ulong index = Math.BigMul(NextUInt64(), range, out ulong fraction);
        if (fraction < range)
        {
            ulong threshold = unchecked(0UL - range) % range;
            while (fraction < threshold)
            {
                index = Math.BigMul(NextUInt64(), range, out fraction);
            }
        }

        return (int)index;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong NextBlock()
    {
        if (_state != State.Empty)
        {
            throw new InvalidOperationException(
                _state == State.NotMade
                    ? "A default RandomStream has no draws; get one from RandomStreams.Stream."
                    : "The random stream is exhausted: all its 2^33 numbers have been drawn. Give each entity or generation its own stream.");
        }

        (uint word0, uint word1, uint word2, uint word3) =
            Philox4x32.Block(_block, _entity, _group, _use, (uint)_key, (uint)(_key >> 32));
        unchecked
        {
            _block++;
        }

        _spare = word2 | ((ulong)word3 << 32);
        _state = State.HalfBlock;
        return word0 | ((ulong)word1 << 32);
    }
}
