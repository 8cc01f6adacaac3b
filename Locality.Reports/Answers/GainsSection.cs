using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Writes who gains and who loses: by locality, pathway and deprivation, with the map.</summary>
internal static class GainsSection
{
    private const int MostNamed = 6;

    private static readonly (BreakdownDimension Dimension, string Group)[] Told =
    [
        (BreakdownDimension.DeprivationFifth, "Deprivation fifths"), (BreakdownDimension.Pathway, "Pathways"), (BreakdownDimension.Locality, "Localities of today"),
        (BreakdownDimension.Service, "Services"), (BreakdownDimension.AgeBand, "Ages"),
    ];

    internal static ReportSection Of(ComparisonView view)
    {
        List<ReportBlock> blocks = [];
        List<ImmutableArray<ShownCell>> rows = [];
        List<ReportBlock> details = [];
        List<string> summaries = [];
        foreach (StructureDifference difference in view.Comparison.Differences)
        {
            GainsAndLosses found = GainsAndLosses.Of(difference);
            string[] sentences = [.. Told.Select(told => Sentence(view, found, told.Dimension, told.Group)).OfType<string>()];
            if (sentences.Length > 0)
            {
                summaries.Add(Summary(view, difference, found));
                details.Add(new HeadingBlock($"{view.NameOf(difference.Structure)}, against {view.Baseline}"));
                details.Add(new ListBlock([.. sentences]));
            }

            rows.AddRange(found.Parts.Where(IsTold).Select(part => Row(view, difference, part)));
        }

        if (summaries.Count > 0)
        {
            blocks.Add(new ListBlock([.. summaries]));
            blocks.Add(new TextBlock("Parts are deprivation fifths, pathways, today's localities, services and ages. Only what stands against many comparisons at once is called shorter or longer: within a dimension, the chance of calling any part different that is not is 5 % (Holm's method).", TextKind.Small));
            blocks.Add(new FoldedBlock("Structure by structure", [.. details], IsPrinted: true));
            blocks.Add(new FoldedBlock("Every part, with its interval", [new TableBlock(TableOf(rows))]));
        }

        blocks.Add(new ChartBlock(MapCharts.Of(view)));
        if (FlowCharts.Of(view) is { } flow)
        {
            blocks.Add(new ChartBlock(flow));
        }

        return new ReportSection("gains", view.Comparison.Differences.IsEmpty ? "Who waits where" : "Who gains, and who loses", [.. blocks]);
    }

    private static bool IsTold(PartChange part) => Array.Exists(Told, told => told.Dimension == part.Dimension);

    /// <summary>Names who loses, and counts who gains: a reader looks for the losers first.</summary>
    private static string Summary(ComparisonView view, StructureDifference difference, GainsAndLosses found)
    {
        string[] longer = [.. found.Losses.Where(IsTold).Select(part => $"{NameOf(view, part)} by {NumberText.WithUnit(NumberText.Size(part.Difference), "days")}")];
        int shorter = found.Gains.Count(IsTold);
        int all = found.Parts.Count(IsTold);
        string losers = longer.Length == 0 ? "no part clearly waits longer" : $"longer waits for {Listed(longer, int.MaxValue)}";
        return FormattableString.Invariant($"{view.NameOf(difference.Structure)}: {losers}; clearly shorter waits in {shorter} of {all} parts.");
    }

    private static string? Sentence(ComparisonView view, GainsAndLosses found, BreakdownDimension dimension, string group)
    {
        int all = found.Parts.Count(part => part.Dimension == dimension);
        if (all < 2)
        {
            return null;
        }

        string[] shorter = Named(view, found.Gains, dimension);
        string[] longer = Named(view, found.Losses, dimension);
        string[] doubtful = Named(view, found.Doubtful, dimension);
        if (shorter.Length + longer.Length + doubtful.Length == 0)
        {
            return FormattableString.Invariant($"{group}: no clear difference in the mean wait of any of the {all}.");
        }

        string[] parts =
        [
            .. shorter.Length > 0 ? [$"a clearly shorter mean wait for {Listed(shorter, all)}"] : Array.Empty<string>(),
            .. longer.Length > 0 ? [$"a clearly longer one for {Listed(longer, all)}"] : Array.Empty<string>(),
            .. doubtful.Length > 0 ? [$"a shorter one that is no gain, as more are lost or fewer assessed in time, for {Listed(doubtful, all)}"] : Array.Empty<string>(),
            .. shorter.Length + longer.Length + doubtful.Length < all ? ["no clear difference for the rest"] : Array.Empty<string>(),
        ];
        return $"{group}: {string.Join("; ", parts)}.";
    }

    private static string[] Named(ComparisonView view, ImmutableArray<PartChange> parts, BreakdownDimension dimension) =>
        [.. parts.Where(part => part.Dimension == dimension).Select(part => $"{NameOf(view, part)} by {NumberText.WithUnit(NumberText.Size(part.Difference), "days")}")];

    private static string Listed(string[] names, int all) => names.Length == all && all > MostNamed
        ? FormattableString.Invariant($"all {all}")
        : names.Length <= MostNamed ? string.Join(", ", names)
        : FormattableString.Invariant($"{string.Join(", ", names.Take(MostNamed))} and {names.Length - MostNamed} more");

    private static string NameOf(ComparisonView view, PartChange part) => part.Dimension switch
    {
        BreakdownDimension.DeprivationFifth => part.Level switch
        {
            "1" => "the most deprived fifth",
            "5" => "the least deprived fifth",
            _ => $"fifth {part.Level}",
        },
        _ => BreakdownWords.NameOf(view.Scenario, view.Results[0].Structure, part.Dimension, part.Level),
    };

    private static string DimensionName(BreakdownDimension dimension) => dimension switch
    {
        BreakdownDimension.Locality => "locality of today",
        BreakdownDimension.DeprivationFifth => "deprivation fifth",
        BreakdownDimension.AgeBand => "age",
        BreakdownDimension.Pathway => "pathway",
        _ => "service",
    };

    private static ImmutableArray<ShownCell> Row(ComparisonView view, StructureDifference difference, PartChange part) =>
    [
        new ShownCell(view.NameOf(difference.Structure)),
        new ShownCell(DimensionName(part.Dimension)),
        new ShownCell(NameOf(view, part)),
        ComparisonView.CellOf(part.Difference),
        new ShownCell(part.AdjustedPValue is { } p ? p < 0.001 ? "under .001" : FormattableString.Invariant($"{p:.000}") : "–", part.AdjustedPValue),
        new ShownCell(part.Verdict switch
        {
            WaitVerdict.Shorter => "shorter",
            WaitVerdict.Longer => "longer",
            WaitVerdict.ShorterButLosesMore => "shorter, but loses more",
            WaitVerdict.ShorterButAssessesLater => "shorter, but assesses later",
            _ => "no clear difference",
        }),
    ];

    private static ShownTable TableOf(IEnumerable<ImmutableArray<ShownCell>> rows) => new(
        "gains-table",
        "Mean wait by part, less that of today",
        [
            new ShownColumn("Structure", IsNumber: false), new ShownColumn("By", IsNumber: false), new ShownColumn("Part", IsNumber: false), new ShownColumn("Difference, days"), new ShownColumn("p, adjusted"),
            new ShownColumn("Reading", IsNumber: false),
        ],
        [.. rows]);
}
