using System.Collections.Immutable;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Reports;

/// <summary>Makes the columns and cells that many tables have alike. Whoever reads a table finds ids and the names that people read side by side.</summary>
internal static class ResultColumns
{
    internal static ImmutableArray<TidyColumn> Structure { get; } =
        [Text("structure", "The structure's id."), Text("structure_name", "The structure's name.")];

    internal static ImmutableArray<TidyColumn> FreedMoney { get; } =
        [Text("freed_money", "What is done with money that the structure frees: buys-posts or released. Filter by it before you average.")];

    internal static ImmutableArray<TidyColumn> Baseline { get; } =
        [Text("baseline", "The id of the structure that it is compared with."), Text("baseline_name", "The name of that structure.")];

    internal static ImmutableArray<TidyColumn> Measure { get; } =
        [Text("measure", "The measure's id."), Text("measure_name", "The measure's name."), Text("unit", "The unit of the row's numbers; empty for a pure number.")];

    internal static ImmutableArray<TidyColumn> Level { get; } =
    [
        Text("dimension", "By what the structure is broken down: locality, service, pathway, tier, age, fifth or month."),
        Text("level", "Which part this is: an id, a band of ages, a fifth from 1 (most deprived) to 5, or a month's first day."),
        Text("level_name", "The part's name."),
    ];

    internal static ImmutableArray<TidyColumn> Parameter { get; } =
    [
        Text("parameter", "The figure's name."), Text("parameter_name", "The figure's name that people read."), Text("parameter_unit", "The figure's unit; empty for a pure number."),
        Number("low", "The lowest value of the figure, in its unit."), Number("present", "The scenario's own value, in its unit."), Number("high", "The highest value, in its unit."),
    ];

    internal static ImmutableArray<TidyColumn> Difference { get; } =
    [
        .. Interval("", "", "difference, structure less baseline, over futures, in the row's unit"),
        Number("probability_better", "The chance, from 0 to 1, that the mean over all possible futures is better than the baseline's."),
        Number("share_of_futures_better", "The share, from 0 to 1, of simulated futures in which the structure is better."),
        Text("reading", "What the interval allows one to say; empty where neither way is better."),
    ];

    /// <summary>Makes the three columns of a mean with its 95 % interval.</summary>
    /// <param name="prefix">What the columns' names begin with; empty for mean, lower and upper.</param>
    /// <param name="unit">The unit; empty where a column says it.</param>
    /// <param name="what">What the mean is of.</param>
    internal static ImmutableArray<TidyColumn> Interval(string prefix, string unit, string what)
    {
        string before = prefix.Length == 0 ? "" : prefix + "_";
        return
        [
            Number(before + "mean", $"The mean {what}.", unit),
            Number(before + "lower", $"The lower end of the interval of the mean {what}.", unit),
            Number(before + "upper", $"The upper end of the interval of the mean {what}.", unit),
        ];
    }

    internal static TidyColumn Text(string name, string description) => new(name, TidyType.Text, "", description);

    internal static TidyColumn Number(string name, string description, string unit = "") => new(name, TidyType.Number, unit, description);

    internal static TidyColumn Whole(string name, string description, string unit = "") => new(name, TidyType.WholeNumber, unit, description);

    internal static TidyColumn Date(string name, string description) => new(name, TidyType.Date, "", description);

    internal static ImmutableArray<TidyCell> Of(Structure structure) => [TidyCell.Of(structure.Id), TidyCell.Of(structure.Name)];

    internal static TidyCell Of(FreedMoney use) => TidyCell.Of(use == Models.FreedMoney.Released ? "released" : "buys-posts");

    internal static ImmutableArray<TidyCell> Of(Measure measure) => [TidyCell.Of(measure.Name), TidyCell.Of(measure.Label), TidyCell.Of(measure.Unit)];

    internal static ImmutableArray<TidyCell> Of(MeasureResult item) => [.. Of(item.Measure), TidyCell.Of(item.Mean), TidyCell.Of(item.Lower), TidyCell.Of(item.Upper)];

    internal static ImmutableArray<TidyCell> Of(MeasureDifference item, string reading) =>
    [
        .. Of(item.Measure), TidyCell.Of(item.Mean), TidyCell.Of(item.Lower), TidyCell.Of(item.Upper), TidyCell.Of(item.ProbabilityBetter),
        TidyCell.Of(item.ShareOfFuturesBetter), TidyCell.Of(reading.Length == 0 ? null : reading),
    ];

    internal static ImmutableArray<TidyCell> Of(Interval? interval) => [TidyCell.Of(interval?.Mean), TidyCell.Of(interval?.Lower), TidyCell.Of(interval?.Upper)];

    /// <summary>Reads a difference that stands by itself.</summary>
    internal static string Reading(MeasureDifference item) => item.Measure.Better == BetterWhen.Neither ? "" : ComparisonWords.Clear(item);
}
