namespace LocalitySim.Simulation;

/// <summary>Is a rate of arrival that changes with time, and whose integral can be inverted exactly.</summary>
/// <remarks>Immutable, and so safe to share between threads.</remarks>
public abstract class ArrivalRate
{
    private protected ArrivalRate()
    {
    }

    /// <summary>Gets how many pieces the rate has, for a rate that repeats in one cycle.</summary>
    internal abstract int Pieces { get; }

    /// <summary>Returns the expected number of arrivals between two times.</summary>
    /// <param name="from">The first time.</param>
    /// <param name="to">The second time: not before the first.</param>
    /// <returns>The integral of the rate.</returns>
    public abstract double Integral(double from, double to);

    /// <summary>Finds the time at which the integral of the rate has grown by an amount, by walking the pieces on from a place.</summary>
    /// <param name="piece">The piece to start in; afterwards the piece of the time.</param>
    /// <param name="from">The time to start at.</param>
    /// <param name="amount">The growth: above zero. Where the rate ends first, afterwards what is left of it.</param>
    /// <param name="time">The time.</param>
    /// <returns>Whether the integral grows so far before the rate ends.</returns>
    internal abstract bool TryAdvance(ref long piece, double from, ref double amount, out double time);
}
