using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is how a structure differs from the baseline, with and without doubt about figures, and what makes one future differ from another.</summary>
/// <param name="Structure">The structure.</param>
/// <param name="Difference">The difference in futures that draw the uncertain figures.</param>
/// <param name="AsTheyStand">The difference with all figures as they stand, under the same chances and drift; null where no figure is uncertain.</param>
/// <param name="FromFigures">The share of the variance of one future's difference that comes from the uncertain figures, from 0 to 1; null where none is uncertain or no two futures differ.</param>
/// <param name="FromDrift">The share that comes from the drift of demand; null where demand does not drift or no two futures differ.</param>
public sealed record UncertainDifference(Structure Structure, MeasureDifference Difference, MeasureDifference? AsTheyStand, Interval? FromFigures, Interval? FromDrift)
{
    /// <summary>Gets what is left: chance within a future, and what sources do only together. From 0 to 1.</summary>
    public double FromChance => Math.Max(0, 1 - (FromFigures?.Mean ?? 0) - (FromDrift?.Mean ?? 0));
}
