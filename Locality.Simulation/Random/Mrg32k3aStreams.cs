namespace LocalitySim.Simulation;

/// <summary>
/// Gives streams of <see cref="Mrg32k3a"/> one after another, their starts 2¹²⁷ numbers apart, as SSJ and RngStreams do. Which stream
/// one gets depends on the order of asking; streams that do not are in <see cref="RandomStreams"/>.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class Mrg32k3aStreams
{
    private Mrg32k3aState _next;

    /// <summary>Starts at the seed that SSJ and RngStreams start at: six times 12345.</summary>
    public Mrg32k3aStreams()
        : this(12345, 12345, 12345, 12345, 12345, 12345)
    {
    }

    /// <summary>Starts at a given seed.</summary>
    /// <param name="seed">
    /// Six numbers: three under 4,294,967,087, not all zero, and three under 4,294,944,443, not all zero.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="seed"/> is not such a state.</exception>
    public Mrg32k3aStreams(params ReadOnlySpan<uint> seed) => _next = Mrg32k3a.StateFrom(seed);

    /// <summary>Gives the next stream, at its start.</summary>
    public Mrg32k3a Next()
    {
        Mrg32k3a stream = new(_next);
        _next = Mrg32k3aJump.ByPowerOfTwo(127, backward: false).From(_next);
        return stream;
    }
}
