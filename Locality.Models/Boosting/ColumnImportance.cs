using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>How much worse the trees predict with a column in a random order.</summary>
/// <param name="Column">The column.</param>
/// <param name="Increase">
/// The mean deviance with the column shuffled less that without, over the repeats; exactly 0 where no tree splits by the column. The interval covers the chance of the shuffles alone:
/// not that of the rows, and not that of the fit.
/// </param>
public sealed record ColumnImportance(string Column, Interval Increase);
