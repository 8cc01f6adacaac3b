namespace LocalitySim.Simulation;

/// <summary>A distribution of a whole number that is zero or more, such as a count.</summary>
/// <remarks>Immutable and thread-safe: all that changes when drawing is the stream. The same bits on every platform.</remarks>
public abstract class DiscreteDistribution
{
    private protected DiscreteDistribution()
    {
    }

    /// <summary>The mean, zero or more.</summary>
    public abstract double Mean { get; }

    /// <summary>The variance, zero or more.</summary>
    public abstract double Variance { get; }

    /// <summary>Draws a whole number, zero or more.</summary>
    /// <param name="random">The stream to draw from; it moves on.</param>
    public abstract int Sample(ref RandomStream random);
}
