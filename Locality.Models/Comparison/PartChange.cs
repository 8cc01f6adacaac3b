namespace LocalitySim.Models;

/// <summary>Is how the wait of one part of the authority's children differs between two structures.</summary>
/// <param name="Dimension">By what the part is told apart. A locality here is one of the baseline's: its areas, whoever serves them.</param>
/// <param name="Level">Which part this is: an id, an area, a band or a fifth.</param>
/// <param name="Difference">The mean wait of structure less baseline, in days, over futures. Its 95 % interval is for this part alone.</param>
/// <param name="AdjustedPValue">The p-value of no difference, adjusted by Holm's method for all parts of the dimension, from 0 to 1; null where fewer than two futures have a wait there in both structures.</param>
/// <param name="Verdict">What may be said. A wait is called shorter or longer where the adjusted p-value is at most 5 %, and so not always where its own interval excludes zero.</param>
public sealed record PartChange(BreakdownDimension Dimension, string Level, MeasureDifference Difference, double? AdjustedPValue, WaitVerdict Verdict);
