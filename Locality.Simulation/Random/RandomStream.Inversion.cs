using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <content>The slow ways: an empty buffer, antithetic pairs, and draws from <see cref="Mrg32k3a"/>.</content>
public partial struct RandomStream
{
    /// <summary>Makes a stream that continues a recursive generator from a state.</summary>
    internal RandomStream(Mrg32k3aState state, bool mirrored)
    {
        this = default;
        Recursion = state;
        _source = mirrored ? Source.RecursiveMirrored : Source.Recursive;
    }

    /// <summary>
    /// Whether a draw shall be a monotone function of a uniform number: so in antithetic pairs and in streams made by
    /// <see cref="Mrg32k3a.ToRandomStream"/>.
    /// </summary>
    internal readonly bool ByInversion => _source > Source.Plain;

    private ref Mrg32k3aState Recursion
    {
        [UnscopedRef]
        get => ref Unsafe.As<Buffer, Mrg32k3aState>(ref _buffer);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong NextUInt64OutOfLine()
    {
        switch (_source)
        {
            case Source.First:
                return NextOfPair();
            case Source.Second:
                return ~NextOfPair();
            case Source.Recursive or Source.RecursiveMirrored:
                ulong high = (ulong)(RecursiveUniform() * (1L << 32));
                return (high << 32) | (ulong)(RecursiveUniform() * (1L << 32));
            default:
                Refill();
                return this[--_left];
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private double NextUniformOutOfLine() => _source >= Source.Recursive ? RecursiveUniform() : ToUniform(NextUInt64OutOfLine());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private double NextOpenUniformOutOfLine() => _source >= Source.Recursive ? RecursiveUniform() : ToOpenUniform(NextUInt64OutOfLine());

    /// <summary>−ln(1 − u), which grows with u.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private double ExponentialByInversion() => -PortableMath.Log1p(-NextOpenUniformOutOfLine());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private double NormalByInversion() => NormalQuantile.Of(NextOpenUniformOutOfLine());

    private ulong NextOfPair()
    {
        if (_kept == 0)
        {
            Refill();
            (_kept, _left) = (_left, 0);
        }

        return this[--_kept];
    }

    private double RecursiveUniform()
    {
        double u = Recursion.Next();
        return _source == Source.RecursiveMirrored ? 1 - u : u;
    }
}
