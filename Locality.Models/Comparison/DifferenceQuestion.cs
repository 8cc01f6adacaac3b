namespace LocalitySim.Models;

/// <summary>Is the difference of two structures that an analysis asks about.</summary>
public sealed record DifferenceQuestion
{
    /// <summary>Gets the id of the structure.</summary>
    public required string Structure { get; init; }

    /// <summary>Gets the id of the structure that it is compared with.</summary>
    public required string Baseline { get; init; }

    /// <summary>Gets the measure: one of <see cref="RankingPlan.Measures"/>.</summary>
    public Measure Measure { get; init; } = Measure.WaitToAllocation;

    /// <summary>Gets how many futures are simulated at every value: 2 or more.</summary>
    [Sourced(Standing.Judged, "Twenty futures give an interval of about half a standard deviation to either side.")]
    public int Futures { get; init; } = 20;

    /// <summary>Returns the question if it can be asked of a scenario.</summary>
    internal DifferenceQuestion CheckedFor(Scenario scenario)
    {
        UncertainFigures.Checked(scenario);
        scenario.Structure(Structure);
        scenario.Structure(Baseline);
        if (string.Equals(Structure, Baseline, StringComparison.Ordinal))
        {
            throw new ArgumentException($"Found '{Structure}' twice; expected two different structures.", nameof(scenario));
        }

        if (!RankingPlan.Measures.Contains(Measure))
        {
            throw new ArgumentException($"Found {Measure.Name}; expected one of {string.Join(", ", RankingPlan.Measures)}.", nameof(scenario));
        }

        return Futures >= 2 ? this : throw new ArgumentException($"Found {Futures} futures; expected 2 or more: one says nothing of the chance.", nameof(scenario));
    }
}
