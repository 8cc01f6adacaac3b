using System.Collections.Immutable;
using LocalitySim.Models;
using LocalitySim.Simulation;
using static LocalitySim.Reports.ResultColumns;

namespace LocalitySim.Reports;

/// <summary>Makes the tables of what a difference depends on.</summary>
public static class SensitivityTables
{
    private const string Stopped = "Stopped early: what was not finished is missing here.";

    /// <summary>Makes the tables of a tornado: the difference as the scenario stands, and a row for each figure, the longest bar first.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="question">The difference.</param>
    /// <param name="tornado">The tornado.</param>
    /// <param name="manifest">What it was made from.</param>
    /// <returns>The tables.</returns>
    public static TidyTables Of(Scenario scenario, DifferenceQuestion question, Tornado tornado, RunManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(tornado);
        DifferenceHeading heading = HeadingOf(scenario, question);
        string[] notes = tornado.Missing.IsEmpty ? [] : [$"{Stopped} Not finished: {string.Join(", ", tornado.Missing.Select(item => item.Name))}."];
        return Make(
            scenario,
            heading,
            manifest,
            notes,
            new TidyTable(
                "base",
                "The difference as the scenario stands",
                [.. DifferenceHeading.Columns, .. Interval("", "", "difference over futures, in the row's unit")],
                [[.. heading.Cells, .. ResultColumns.Of(tornado.Base)]]),
            new TidyTable(
                "tornado",
                "By how much the difference changes as each figure goes alone to the ends of its range",
                [
                    .. DifferenceHeading.Columns, .. Parameter, .. Interval("at_low", "", "change from the present value to the lowest, in the row's unit"),
                    .. Interval("at_high", "", "change from the present value to the highest, in the row's unit"), .. Interval("high_less_low", "", "change from the lowest value to the highest, in the row's unit"),
                    Number("swing", "The length of the bar, in the row's unit: from the lowest of the three mean differences to the highest."),
                ],
                tornado.Bars.Select(bar => (ImmutableArray<TidyCell>)
                [
                    .. heading.Cells, .. heading.Of(bar.Parameter), .. ResultColumns.Of(bar.Low.Mean), .. ResultColumns.Of(bar.High.Mean), .. ResultColumns.Of(bar.HighLessLow.Mean), TidyCell.Of(bar.Swing),
                ])));
    }

    /// <summary>Makes the table of a screening by Morris's method, a row for each figure.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="question">The difference.</param>
    /// <param name="screening">The screening.</param>
    /// <param name="isStopped">Whether it was stopped before all trajectories were finished.</param>
    /// <param name="manifest">What it was made from.</param>
    /// <returns>The tables.</returns>
    public static TidyTables Of(Scenario scenario, DifferenceQuestion question, MorrisScreening screening, bool isStopped, RunManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(screening);
        DifferenceHeading heading = HeadingOf(scenario, question);
        string[] notes = [.. isStopped ? [Stopped] : Array.Empty<string>(), FormattableString.Invariant($"{screening.Trajectories} trajectories. Effects are changes of the difference for a move over a figure's whole range.")];
        return Make(
            scenario,
            heading,
            manifest,
            notes,
            new TidyTable(
                "elementary_effects",
                "What moves of each figure do to the difference, over the ranges of all",
                [
                    .. DifferenceHeading.Columns, .. Parameter, .. Interval("", "", "effect (mu), in the row's unit"), .. Interval("absolute", "", "size of the effect, its sign left out (mu star), in the row's unit"),
                    Number("sd", "The spread of the effect (sigma), in the row's unit."), Number("sd_lower", "The lower end of its interval."), Number("sd_upper", "The upper end of its interval."),
                    Number("chance_sd", "The part of the spread that chance makes, in the row's unit."), Number("chance_probability", "The probability, from 0 to 1, of so large a spread by chance alone."),
                ],
                screening.Effects.Select(item => (ImmutableArray<TidyCell>)
                [
                    .. heading.Cells, .. heading.Of(item.Parameter), .. ResultColumns.Of(item.Mean), .. ResultColumns.Of(item.MeanAbsolute), .. ResultColumns.Of(item.StandardDeviation),
                    TidyCell.Of(item.ChanceDeviation), TidyCell.Of(item.ChanceProbability),
                ])));
    }

    /// <summary>Makes the tables of Sobol's indices: the variance, and a row for each figure.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="question">The difference.</param>
    /// <param name="indices">The indices.</param>
    /// <param name="isStopped">Whether it was stopped before all points were used.</param>
    /// <param name="manifest">What it was made from.</param>
    /// <returns>The tables.</returns>
    public static TidyTables Of(Scenario scenario, DifferenceQuestion question, SobolIndices indices, bool isStopped, RunManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(indices);
        DifferenceHeading heading = HeadingOf(scenario, question);
        return Make(
            scenario,
            heading,
            manifest,
            isStopped ? [Stopped] : [],
            new TidyTable(
                "variance",
                "The difference over all ranges",
                [
                    .. DifferenceHeading.Columns, Whole("points", "How many points were used."), Number("mean", "The mean difference over all ranges, in the row's unit; it has no interval of its own."),
                    Number("variance", "Its variance, in the square of the row's unit."), Number("chance_variance", "The part of the variance that is chance; empty with one future at each point."),
                ],
                [[.. heading.Cells, TidyCell.Whole(indices.Rows), TidyCell.Of(indices.Mean), TidyCell.Of(indices.Variance), TidyCell.Of(indices.ChanceVariance)]]),
            new TidyTable(
                "variance_shares",
                "How the variance of the difference is shared among figures",
                [
                    .. DifferenceHeading.Columns, .. Parameter, .. Interval("first_order", "", "share of the variance, from 0 to 1, that the figure makes alone; empty where the difference does not vary"),
                    .. Interval("total", "", "share, from 0 to 1, that it makes alone and with others; empty where the difference does not vary"),
                ],
                indices.Indices.Select(item => (ImmutableArray<TidyCell>)[.. heading.Cells, .. heading.Of(item.Parameter), .. ResultColumns.Of(item.FirstOrder), .. ResultColumns.Of(item.Total)])));
    }

    /// <summary>Makes the tables of the value of a figure at which the better structure changes.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="question">The difference.</param>
    /// <param name="parameter">The figure.</param>
    /// <param name="found">What was found.</param>
    /// <param name="manifest">What it was made from.</param>
    /// <returns>The tables.</returns>
    public static TidyTables Of(Scenario scenario, DifferenceQuestion question, ScenarioParameter parameter, BreakEven found, RunManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        ArgumentNullException.ThrowIfNull(found);
        DifferenceHeading heading = HeadingOf(scenario, question);
        ImmutableArray<TidyColumn> columns = [.. DifferenceHeading.Columns, .. Parameter.Take(3)];
        ImmutableArray<TidyCell> cells = [.. heading.Cells, TidyCell.Of(parameter.Name), TidyCell.Of(parameter.Label), TidyCell.Of(parameter.Unit)];
        return Make(
            scenario,
            heading,
            manifest,
            [found.Describe()],
            new TidyTable(
                "break_even",
                "Where the better structure changes",
                [
                    .. columns, Number("present", "The scenario's own value, in the figure's unit."), Text("verdict", "found, does-not-flip, cannot-be-told, or not-yet-told where it was stopped."),
                    Number("value", "The figure's value at which the mean difference is zero, in its unit; empty unless found."),
                    Number("lower", "The lower end of its interval; empty where it is open, or nothing was found."), Number("upper", "The upper end of its interval; empty where it is open, or nothing was found."),
                    Whole("clear_sign_changes", "How often the sign clearly changes among the values below; more than once, it changes back."),
                ],
                [[.. cells, TidyCell.Of(parameter.Present), TidyCell.Of(BreakEvenWords.NameOf(found.Verdict)), TidyCell.Of(found.Value), TidyCell.Of(found.Lower), TidyCell.Of(found.Upper), TidyCell.Whole(found.ClearSignChanges)]]),
            new TidyTable(
                "differences",
                "The difference at each value of the figure",
                [.. columns, Number("value", "The figure's value, in its unit."), .. Interval("", "", "difference over futures, in the row's unit")],
                found.Grid.Select(point => (ImmutableArray<TidyCell>)[.. cells, TidyCell.Of(point.Value), .. ResultColumns.Of(point.Difference)])));
    }

    private static DifferenceHeading HeadingOf(Scenario scenario, DifferenceQuestion question)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(question);
        return new DifferenceHeading(scenario, question);
    }

    private static TidyTables Make(Scenario scenario, DifferenceHeading heading, RunManifest manifest, string[] notes, params ImmutableArray<TidyTable> tables)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return new TidyTables { Manifest = manifest, Question = heading.Question, Notes = [.. notes, UncertainWords.Covered(scenario)], Tables = tables };
    }
}
