namespace LocalitySim.Simulation;

/// <summary>Is a rate of arrival that changes along a straight line from knot to knot, and is zero before the first and after the last.</summary>
/// <remarks>
/// Its integral is inverted exactly, piece by piece: with rate r at a time and slope s, it grows by a within 2a/(r + √(r² + 2sa)),
/// a form without cancellation. Immutable, and so safe to share between threads.
/// Source: Klein and Roberts, "A time-varying Poisson arrival process generator", Simulation 43(4), 1984.
/// </remarks>
public sealed class PiecewiseLinearRate : ArrivalRate
{
    private readonly double[] times;
    private readonly double[] rates;

    /// <summary>Makes a rate.</summary>
    /// <param name="times">The times of the knots, two or more, rising, the first one zero or more.</param>
    /// <param name="rates">The rate at each knot: finite, zero or more.</param>
    /// <exception cref="ArgumentException">The times do not rise, or there are not as many rates as times, or under two.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A rate is negative, infinite or not a number.</exception>
    public PiecewiseLinearRate(IReadOnlyList<double> times, IReadOnlyList<double> rates)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(rates);
        if (times.Count != rates.Count || times.Count < 2)
        {
            throw new ArgumentException($"Found {times.Count} times and {rates.Count} rates; expected one rate for each time, and at least two.", nameof(rates));
        }

        for (int knot = 0; knot < times.Count; knot++)
        {
            double earliest = knot == 0 ? 0 : Math.BitIncrement(times[knot - 1]);
            if (!(times[knot] >= earliest && double.IsFinite(times[knot])))
            {
                throw new ArgumentException("Expected finite times that rise, the first zero or more.", nameof(times));
            }

            if (!(rates[knot] >= 0 && double.IsFinite(rates[knot])))
            {
                throw new ArgumentOutOfRangeException(nameof(rates), rates[knot], "Expected a finite rate, zero or more.");
            }
        }

        this.times = [.. times];
        this.rates = [.. rates];
    }

    /// <summary>Gets the time of the last knot.</summary>
    public double End => times[^1];

    internal override int Pieces => rates.Length - 1;

    /// <summary>Returns the rate at a time.</summary>
    /// <param name="time">The time.</param>
    public double At(double time)
    {
        int knot = Array.BinarySearch(times, time);
        int piece = ~knot - 1;
        return knot >= 0 ? rates[knot] : piece < 0 || piece >= Pieces ? 0 : At(piece, time);
    }

    /// <inheritdoc/>
    public override double Integral(double from, double to)
    {
        double sum = 0;
        for (int piece = 0; piece < Pieces; piece++)
        {
            double start = Math.Max(from, times[piece]);
            double end = Math.Min(to, times[piece + 1]);
            if (start < end)
            {
                sum += 0.5 * (At(piece, start) + At(piece, end)) * (end - start);
            }
        }

        return sum;
    }

    internal override bool TryAdvance(ref long piece, double from, ref double amount, out double time)
    {
        time = from;
        for (; piece < Pieces; piece++)
        {
            int knot = (int)piece;
            double end = times[knot + 1];
            time = Math.Max(time, times[knot]);
            double rate = At(knot, time);
            double available = 0.5 * (rate + rates[knot + 1]) * (end - time);
            if (amount <= available)
            {
                double root = Math.Sqrt(Math.Max(0, (rate * rate) + (2 * Slope(knot) * amount)));
                time = Math.Min(time + (2 * amount / (rate + root)), end);
                return true;
            }

            amount -= available;
        }

        return false;
    }

    private double Slope(int piece) => (rates[piece + 1] - rates[piece]) / (times[piece + 1] - times[piece]);

    // Exact at both knots, and never under zero.
    private double At(int piece, double time) =>
        time == times[piece + 1] ? rates[piece + 1] : Math.Max(0, rates[piece] + (Slope(piece) * (time - times[piece])));
}
