using System.Globalization;

namespace LocalitySim.Simulation;

/// <summary>Is a rate of arrival that repeats without end, such as a weekly timetable.</summary>
/// <remarks>However many cycles an exponential crosses, it takes one division. Immutable, and so safe to share between threads.</remarks>
public sealed class CyclicRate : ArrivalRate
{
    private readonly ArrivalRate cycle;
    private readonly double total;

    /// <summary>Makes a rate.</summary>
    /// <param name="cycle">The rate of the first cycle, from 0 to <paramref name="period"/>.</param>
    /// <param name="period">The length of a cycle: above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is not a finite number above zero.</exception>
    /// <exception cref="ArgumentException"><paramref name="cycle"/> expects arrivals after <paramref name="period"/>.</exception>
    public CyclicRate(ArrivalRate cycle, double period)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        Period = NumberGuard.Positive(period);
        this.cycle = cycle;
        total = cycle.Integral(0, period);
        if (cycle.Integral(period, double.MaxValue) > 0)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"cycle: found a rate above zero after {period}; expected none after the period."), nameof(cycle));
        }
    }

    /// <summary>Gets the length of a cycle.</summary>
    public double Period { get; }

    internal override int Pieces => cycle.Pieces;

    /// <inheritdoc/>
    public override double Integral(double from, double to)
    {
        double first = Math.Floor(from / Period);
        double last = Math.Floor(to / Period);
        double begun = from - (first * Period);
        double ended = to - (last * Period);
        return first == last
            ? cycle.Integral(begun, ended)
            : cycle.Integral(begun, Period) + ((last - first - 1) * total) + cycle.Integral(0, ended);
    }

    internal override bool TryAdvance(ref long piece, double from, ref double amount, out double time)
    {
        // A place counts the pieces of all cycles, and one more a cycle for its end.
        int places = cycle.Pieces + 1;
        long number = piece / places;
        long inner = piece % places;
        time = from;
        if (total == 0)
        {
            return false;
        }

        double start = number * Period;
        while (!cycle.TryAdvance(ref inner, Math.Max(0, from - start), ref amount, out time))
        {
            // Whole cycles are skipped; what is left stays above zero, and within a cycle, whatever the rounding.
            double whole = Math.Max(0, Math.Ceiling(amount / total) - 1);
            amount = Math.Clamp(amount - (whole * total), double.Epsilon, total);
            number += 1 + (long)whole;
            start = number * Period;
            from = start;
            inner = 0;
        }

        time += start;
        piece = (number * places) + inner;
        return true;
    }
}
