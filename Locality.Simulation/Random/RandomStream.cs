using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LocalitySim.Simulation;

/// <summary>
/// A sequence of random draws, made by <see cref="RandomStreams.Stream"/>. It is 2³² blocks, that is 2³³ 64-bit numbers, long.
/// </summary>
/// <remarks>
/// A mutable value: pass it by <c>ref</c> and keep it in a field that is not read-only, for a copy repeats the original's draws.
/// <c>default</c> is no stream and refuses to draw. Not thread-safe. Every draw is the same bits on every platform.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public partial struct RandomStream
{
    private const int Length = 8;

    private enum Source : byte
    {
        NotMade,

        /// <summary>Philox; only here do numbers wait in the buffer between draws, and only here are ziggurats used.</summary>
        Plain,

        /// <summary>Philox, one member of an antithetic pair.</summary>
        First,

        /// <summary>Philox with all bits turned over, the other member.</summary>
        Second,

        /// <summary>The generator MRG32k3a, whose state lies in the buffer.</summary>
        Recursive,

        /// <summary>The same, with 1 − u in place of u.</summary>
        RecursiveMirrored,
    }

    private readonly ulong _key;
    private readonly uint _entity;
    private readonly uint _group;
    private readonly uint _use;
    private uint _block;

    // Blocks are made several at a time, for one alone is a chain of ten multiplications that the processor waits for. The
    // numbers stand in reverse: the next is the one before _left, and a default stream has none left.
    private Buffer _buffer;
    private byte _left;
    private readonly Source _source;

    // In a pair: how many numbers of the buffer are still to come. There _left stays zero, so that every draw goes the slow way.
    private byte _kept;
    private bool _atItsEnd;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal RandomStream(ulong key, uint entity, uint group, uint use, uint block = 0, AntitheticPair pair = AntitheticPair.None)
    {
        Unsafe.SkipInit(out this);
        _key = key;
        _entity = entity;
        _group = group;
        _use = use;
        _block = block;
        _left = 0;
        _kept = 0;
        _atItsEnd = false;
        _source = pair == AntitheticPair.None ? Source.Plain : pair == AntitheticPair.First ? Source.First : Source.Second;
    }

    /// <summary>Draws 64 independent random bits.</summary>
    /// <exception cref="InvalidOperationException">The stream is <c>default</c>, or all its 2³³ numbers have been drawn.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextUInt64() => _left == 0 ? NextUInt64OutOfLine() : this[--_left];

    /// <summary>Draws a number uniform on [0, 1): one of the 2⁵³ multiples of 2⁻⁵³.</summary>
    /// <exception cref="InvalidOperationException">The stream is <c>default</c> or exhausted.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextUniform() => _left == 0 ? NextUniformOutOfLine() : ToUniform(this[--_left]);

    /// <summary>Draws a number uniform on (0, 1), never 0 or 1: one of the 2⁵² odd multiples of 2⁻⁵³.</summary>
    /// <exception cref="InvalidOperationException">The stream is <c>default</c> or exhausted.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextOpenUniform() => _left == 0 ? NextOpenUniformOutOfLine() : ToOpenUniform(this[--_left]);

    /// <summary>
    /// Draws an exponential number, mean 1, variance 1, by a 256-layer ziggurat.
    /// Source: Marsaglia and Tsang, "The ziggurat method for generating random variables", J. Statistical Software 5(8), 2000.
    /// </summary>
    /// <exception cref="InvalidOperationException">The stream is <c>default</c> or exhausted.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextExponential()
    {
        if (_left == 0)
        {
            if (_source != Source.Plain)
            {
                return ExponentialByInversion();
            }

            Refill();
        }

        // What the first test does not settle, one draw in a hundred, the slow way decides from the same bits.
        ulong bits = this[_left - 1];
        ref readonly Ziggurat.Layer layer = ref Ziggurat.ExponentialLayer(bits);
        ulong abscissa = bits >> 12;
        if (abscissa >= layer.Sure)
        {
            return Ziggurat.Exponential(ref this);
        }

        _left--;
        return ((long)abscissa + 0.5) * layer.Scale;
    }

    /// <summary>
    /// Draws a standard normal number, mean 0, variance 1, by a 256-layer ziggurat whose layer and abscissa use separate bits.
    /// Sources: Marsaglia and Tsang (2000); Doornik, "An improved ziggurat method to generate normal random samples", 2005.
    /// </summary>
    /// <exception cref="InvalidOperationException">The stream is <c>default</c> or exhausted.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextNormal()
    {
        if (_left == 0)
        {
            if (_source != Source.Plain)
            {
                return NormalByInversion();
            }

            Refill();
        }

        ulong bits = this[_left - 1];
        ref readonly Ziggurat.Layer layer = ref Ziggurat.NormalLayer(bits);
        long abscissa = (long)bits >> 11;

        // −n − 1 and n lie equally far from zero, the number being n + ½.
        if ((ulong)(abscissa ^ (abscissa >> 63)) >= layer.Sure)
        {
            return Ziggurat.Normal(ref this);
        }

        _left--;
        return (abscissa + 0.5) * layer.Scale;
    }

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
        if (_source >= Source.Recursive)
        {
            return (int)(RecursiveUniform() * n);
        }

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

    // The place is always under the buffer's length, so it need not be checked again.
    private readonly ulong this[int place]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.Add(ref Unsafe.As<Buffer, ulong>(ref Unsafe.AsRef(in _buffer)), place);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ToUniform(ulong bits) => (long)(bits >> 11) * (1.0 / (1UL << 53));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ToOpenUniform(ulong bits) => ((long)(bits >> 12) + 0.5) * (1.0 / (1UL << 52));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Refill()
    {
        if (_source == Source.NotMade || _atItsEnd)
        {
            throw new InvalidOperationException(
                _source == Source.NotMade
                    ? "A default RandomStream has no draws; get one from RandomStreams.Stream."
                    : "The random stream is exhausted: all its 2^33 numbers have been drawn. Give each entity or generation its own stream.");
        }

        uint key0 = (uint)_key;
        uint key1 = (uint)(_key >> 32);
        if (_block > uint.MaxValue - (Length / 2))
        {
            // Near its end a stream goes by single blocks.
            (uint word0, uint word1, uint word2, uint word3) = Philox4x32.Block(_block, _entity, _group, _use, key0, key1);
            _buffer[1] = word0 | ((ulong)word1 << 32);
            _buffer[0] = word2 | ((ulong)word3 << 32);
            _left = 2;
            _atItsEnd = _block == uint.MaxValue;
            unchecked
            {
                _block++;
            }

            return;
        }

        int made = Philox4x32.Blocks(ref _buffer[0], _block, _entity, _group, _use, key0, key1);
        _block += (uint)made;
        _left = (byte)(2 * made);
    }

    [InlineArray(Length)]
    private struct Buffer
    {
        private ulong _first;
    }
}
