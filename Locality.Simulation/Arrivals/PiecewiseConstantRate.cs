namespace LocalitySim.Simulation;

/// <summary>Is a rate of arrival that is constant between stated times.</summary>
/// <remarks>Immutable, and so safe to share between threads.</remarks>
public sealed class PiecewiseConstantRate : ArrivalRate
{
    private readonly double[] starts;
    private readonly double[] rates;

    /// <summary>Makes a rate.</summary>
    /// <param name="starts">The times at which the pieces start, rising, the first one zero or more. Before it the rate is zero.</param>
    /// <param name="rates">The rate of each piece: finite, zero or more.</param>
    /// <param name="end">The time at which the last piece ends: after its start. From then on the rate is zero.</param>
    /// <exception cref="ArgumentException">The times do not rise, or there are not as many rates as times, or none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A rate is negative, infinite or not a number.</exception>
    public PiecewiseConstantRate(IReadOnlyList<double> starts, IReadOnlyList<double> rates, double end)
    {
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentNullException.ThrowIfNull(rates);
        if (starts.Count != rates.Count || starts.Count == 0)
        {
            throw new ArgumentException("Expected one rate for each start, and at least one.", nameof(rates));
        }

        for (int piece = 0; piece < starts.Count; piece++)
        {
            double next = piece + 1 < starts.Count ? starts[piece + 1] : end;
            if (!(starts[piece] >= 0 && next > starts[piece] && double.IsFinite(next)))
            {
                throw new ArgumentException("Expected finite times that rise, the first zero or more.", nameof(starts));
            }

            if (!(rates[piece] >= 0 && double.IsFinite(rates[piece])))
            {
                throw new ArgumentOutOfRangeException(nameof(rates), rates[piece], "Expected a finite rate, zero or more.");
            }
        }

        this.starts = [.. starts];
        this.rates = [.. rates];
        End = end;
    }

    /// <summary>Gets the time at which the last piece ends.</summary>
    public double End { get; }

    internal override int Pieces => rates.Length;

    /// <inheritdoc/>
    public override double Integral(double from, double to)
    {
        double sum = 0;
        for (int piece = 0; piece < rates.Length; piece++)
        {
            sum += rates[piece] * Math.Max(0, Math.Min(to, EndOf(piece)) - Math.Max(from, starts[piece]));
        }

        return sum;
    }

    internal override bool TryAdvance(ref long piece, double from, ref double amount, out double time)
    {
        time = from;
        for (; piece < rates.Length; piece++)
        {
            time = Math.Max(time, starts[piece]);
            double available = rates[piece] * (EndOf((int)piece) - time);
            if (amount <= available)
            {
                time = Math.Min(time + (amount / rates[piece]), EndOf((int)piece));
                return true;
            }

            amount -= available;
        }

        return false;
    }

    private double EndOf(int piece) => piece + 1 < starts.Length ? starts[piece + 1] : End;
}
