using System.Globalization;

namespace LocalitySim.Models;

/// <summary>Chances that were forecast, with what came. Checked and copied when made; immutable and thread-safe.</summary>
public sealed class EventForecasts
{
    /// <summary>Takes the cases.</summary>
    /// <param name="chances">The chance forecast for each case: from 0 to 1; one or more.</param>
    /// <param name="outcomes">Whether the event followed.</param>
    /// <param name="units">The unit that each case belongs to, any number: cases of one unit may depend on one another. Absent means each case by itself.</param>
    /// <exception cref="ArgumentException">Something is missing or out of range. The message says where and what was expected.</exception>
    public EventForecasts(IReadOnlyList<double> chances, IReadOnlyList<bool> outcomes, IReadOnlyList<int>? units = null)
    {
        ArgumentNullException.ThrowIfNull(chances);
        ArgumentNullException.ThrowIfNull(outcomes);
        if (chances.Count == 0)
        {
            throw new ArgumentException("chances: found none; expected one or more.", nameof(chances));
        }

        DesignRows.SameLength(chances.Count, outcomes.Count, nameof(outcomes));
        DesignRows.SameLength(chances.Count, units?.Count ?? chances.Count, nameof(units));
        for (int row = 0; row < chances.Count; row++)
        {
            if (!(chances[row] is >= 0 and <= 1))
            {
                throw DesignRows.Refusal(nameof(chances), row, chances[row], "a chance from 0 to 1");
            }
        }

        (Chances, Outcomes) = ([.. chances], [.. outcomes]);
        Units = units is null ? [.. Enumerable.Range(0, chances.Count)] : [.. units];
    }

    /// <summary>Gets the number of cases.</summary>
    public int Count => Chances.Length;

    /// <summary>Gets the number of cases that the event followed.</summary>
    public int Events => Outcomes.Count(outcome => outcome);

    /// <summary>Gets how many events were forecast: the sum of the chances.</summary>
    public double Expected => Chances.Sum();

    internal double[] Chances { get; }

    internal bool[] Outcomes { get; }

    internal int[] Units { get; }

    /// <summary>Returns the forecast of one chance for all, of the same outcomes.</summary>
    /// <param name="chance">The chance: from 0 to 1.</param>
    /// <exception cref="ArgumentException">The chance is out of range.</exception>
    public EventForecasts AtChance(double chance) => new(Array.ConvertAll(Chances, _ => chance), Outcomes, Units);

    /// <summary>Refuses forecasts of other cases.</summary>
    internal void RequireSame(EventForecasts other)
    {
        if (!Outcomes.AsSpan().SequenceEqual(other.Outcomes) || !Units.AsSpan().SequenceEqual(other.Units))
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"other: found {other.Count} cases whose outcomes or units are others; expected forecasts of the same {Count} cases."), nameof(other));
        }
    }
}
