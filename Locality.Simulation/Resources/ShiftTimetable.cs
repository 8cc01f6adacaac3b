using System.Globalization;

namespace LocalitySim.Simulation;

/// <summary>Is a server's timetable: when it goes on and off duty, once or over and over. It never changes.</summary>
/// <remarks>Changes take turns: on, off, on … Before the first the server is in the state that the first one ends.</remarks>
public sealed class ShiftTimetable
{
    private readonly ShiftChange[] changes;

    /// <summary>Makes a timetable.</summary>
    /// <param name="changes">One change or more, at finite rising times of zero or more, by turns on and off.</param>
    /// <param name="period">
    /// The time after which the changes come again, counted from time 0: finite and later than the last of them, whose number must
    /// be even. Absent means that they come once.
    /// </param>
    /// <exception cref="ArgumentException">The changes are none, not rising, not by turns, or an odd number with a period.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The period is not later than the last change, or not finite.</exception>
    public ShiftTimetable(IEnumerable<ShiftChange> changes, double? period = null)
    {
        ArgumentNullException.ThrowIfNull(changes);
        this.changes = [.. changes];
        if (this.changes.Length == 0)
        {
            throw new ArgumentException("Expected at least one change; a server without a timetable is always on duty.", nameof(changes));
        }

        for (int index = 0; index < this.changes.Length; index++)
        {
            ShiftChange change = this.changes[index];
            if (!(change.Time >= 0 && double.IsFinite(change.Time)) || (index > 0 && !(change.Time > this.changes[index - 1].Time)))
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"changes[{index}].Time: found {change.Time}; expected finite times of zero or more, each later than the one in front of it."),
                    nameof(changes));
            }

            if (index > 0 && change.OnDuty == this.changes[index - 1].OnDuty)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"changes[{index}].OnDuty: found {change.OnDuty} twice in a row; expected changes by turns on and off."),
                    nameof(changes));
            }
        }

        if (period is { } length)
        {
            if (!(length > this.changes[^1].Time && double.IsFinite(length)))
            {
                throw new ArgumentOutOfRangeException(nameof(period), period, "Expected a finite period, later than the last change.");
            }

            if (this.changes.Length % 2 != 0)
            {
                throw new ArgumentException("Expected an even number of changes in a timetable with a period: it ends as it began.", nameof(changes));
            }
        }

        Period = period;
    }

    /// <summary>Gets the changes of one period, or all of them.</summary>
    public IReadOnlyList<ShiftChange> Changes => Array.AsReadOnly(changes);

    /// <summary>Gets the time after which the changes come again; absent if they come once.</summary>
    public double? Period { get; }

    /// <summary>Tells whether the server is on duty at a time; at the very time of a change, as after it.</summary>
    /// <param name="time">The time: finite, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite.</exception>
    public bool IsOnDuty(double time) => StateBefore(FirstAfter(NumberGuard.NonNegative(time)));

    /// <summary>Returns the number, from 0, of the first change after a time.</summary>
    internal long FirstAfter(double time)
    {
        // Rounding down may miss by one; comparing times then finds the right one.
        long number = Period is { } period ? Math.Max(0, (long)Math.Floor(time / period) - 1) * changes.Length : 0;
        while (TimeOf(number) <= time)
        {
            number++;
        }

        return number;
    }

    /// <summary>Returns the time of a change by its number; none beyond the last.</summary>
    internal double? TimeOf(long number)
    {
        if (Period is not { } period)
        {
            return number < changes.Length ? changes[number].Time : null;
        }

        (long cycle, long place) = Math.DivRem(number, changes.Length);
        return (cycle * period) + changes[place].Time;
    }

    /// <summary>Tells whether the server is on duty from the change in front of one to that one.</summary>
    internal bool StateBefore(long number) => changes[0].OnDuty == (number % 2 != 0);
}
