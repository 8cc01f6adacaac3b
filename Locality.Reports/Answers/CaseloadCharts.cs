using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Draws how work is shared: over workers, over localities, and against need.</summary>
internal static class CaseloadCharts
{
    /// <summary>Draws the caseloads of workers, a box and a strip for each structure; null where the futures were kept without them.</summary>
    internal static StripChart? OfWorkers(ComparisonView view)
    {
        if (view.Results.Any(result => result.WorkerCaseloads is null))
        {
            return null;
        }

        return new StripChart
        {
            Id = "caseload-per-worker",
            Title = "Caseload per worker",
            Alternative = $"For each structure a box of the points that workers hold per full-time equivalent, and a dot for each post. {string.Join("; ", view.Results.Select((result, place) => $"{view.Names[place]}: {Words(result.WorkerCaseloads!)}"))}.",
            Note = "Boxes: from the lower to the upper quarter of filled full-time equivalents with the median, whiskers to the 5th and 95th in a hundred; over all monthly looks, then the mean over futures. Dots: each post's own mean in the first future alone, an example of what one year may look like.",
            Axis = "points per full-time equivalent",
            Rows =
            [
                .. view.Results.Select((result, place) => new StripRow(
                    view.Names[place],
                    place,
                    [.. result.WorkerCaseloads!.Quantiles.Select(quantile => quantile.PointsPerFte.Mean)],
                    $"{view.Names[place]}: {Words(result.WorkerCaseloads)}",
                    [.. result.WorkerCaseloads.Posts.Select(post => new StripDot(post.PointsPerFte, FormattableString.Invariant($"{post.PointsPerFte:0.0} points per full-time equivalent\n{view.NameOfService(post.Service)}, {LocalityName(result, post.Locality)}\n{post.Fte:0.##} full-time equivalents")))])),
            ],
            Table = new ShownTable(
                "caseload-per-worker-table",
                "Points per full-time equivalent that workers hold, mean over futures with 95 % interval",
                [new ShownColumn("Structure", IsNumber: false), .. WorkerCaseloads.Shares.Select(share => new ShownColumn(share is 0.5 ? "Median" : FormattableString.Invariant($"{100 * share:0} % hold this or less")))],
                [.. view.Results.Select((result, place) => ImmutableArray.CreateRange([new ShownCell(view.Names[place]), .. result.WorkerCaseloads!.Quantiles.Select(quantile => new ShownCell(Text(quantile.PointsPerFte), quantile.PointsPerFte.Mean))]))]),
        };
    }

    /// <summary>Draws the load of localities, a row of dots for each structure; null where there is none.</summary>
    internal static StripChart? OfLocalities(ComparisonView view)
    {
        (StructureResult Result, Breakdown[] Localities)[] parts = [.. view.Results.Select(result => (result, LocalitiesOf(result)))];
        if (parts.All(part => part.Localities.Length == 0))
        {
            return null;
        }

        return new StripChart
        {
            Id = "load-by-locality",
            Title = "Balance by locality: hours required over hours available",
            Alternative = $"For each structure a dot for each locality's load in per cent. {string.Join("; ", parts.Select(part => $"{view.NameOf(part.Result)}: {Span(part.Localities)}"))}.",
            Note = "At 100 % the open cases require all the hours that there are for them. The closer the dots lie together, the more evenly the load is shared; one dot is a structure with one locality. The table has the intervals.",
            Axis = "% of the hours that there are",
            Reference = 100,
            Rows =
            [
                .. parts.Select(part => new StripRow(
                    view.NameOf(part.Result),
                    view.PlaceOf(part.Result),
                    null,
                    "",
                    [.. part.Localities.Select(locality => new StripDot(locality.Of(Measure.Load)!.Mean!.Value, $"{LocalityName(part.Result, locality.Level)}\n{NumberText.Of(locality.Of(Measure.Load)!)} %"))])),
            ],
            Table = new ShownTable(
                "load-by-locality-table",
                "Localities: load, wait, posts, and shares of need and capacity",
                [
                    new ShownColumn("Structure", IsNumber: false), new ShownColumn("Locality", IsNumber: false), new ShownColumn("Load, %"), new ShownColumn("Mean wait, days"), new ShownColumn("Posts, FTE"),
                    new ShownColumn("Share of need, %"), new ShownColumn("Share of capacity, %"),
                ],
                [.. parts.SelectMany(part => part.Localities.Select(locality => Row(view, part.Result, locality)))]),
        };
    }

    /// <summary>Draws each locality's share of need against its share of capacity; null where there is none.</summary>
    internal static ScatterChart? NeedAgainstCapacity(ComparisonView view)
    {
        (StructureResult Result, Breakdown[] Localities)[] parts = [.. view.Results.Select(result => (result, LocalitiesOf(result))).Where(part => part.Item2.Length > 1)];
        return parts.Length == 0 ? null : new ScatterChart
        {
            Id = "need-capacity",
            Title = "Need against capacity, by locality",
            Alternative = $"Each locality's share of need and its share of capacity. On the dashed line both are the same. Gap between need and capacity over areas, %: {string.Join("; ", view.Results.Select((result, place) => $"{view.Names[place]} {NumberText.Of(result.Of(Measure.NeedCapacityGap))}"))}.",
            Note = "Above the dashed line a locality has more of the posts than of the need. Vertical lines are 95 % intervals over futures.",
            HorizontalAxis = "share of need, %",
            VerticalAxis = "share of capacity, %",
            HasDiagonal = true,
            Series = [.. parts.Select(part => new ScatterSeries(view.NameOf(part.Result), view.PlaceOf(part.Result), [.. part.Localities.Select(locality => Point(view, part.Result, locality))]))],
            Table = new ShownTable(
                "need-capacity-table",
                "Shares of need and of capacity by locality, %",
                [new ShownColumn("Structure", IsNumber: false), new ShownColumn("Locality", IsNumber: false), new ShownColumn("Share of need, %"), new ShownColumn("Share of capacity, %")],
                [
                    .. parts.SelectMany(part => part.Localities.Select(locality => ImmutableArray.Create(
                        new ShownCell(view.NameOf(part.Result)),
                        new ShownCell(LocalityName(part.Result, locality.Level)),
                        ComparisonView.CellOf(locality.Of(Measure.NeedShare)),
                        ComparisonView.CellOf(locality.Of(Measure.CapacityShare))))),
                ]),
        };
    }

    /// <summary>Returns a locality's name.</summary>
    internal static string LocalityName(StructureResult result, string id) =>
        result.Structure.Localities.FirstOrDefault(locality => string.Equals(locality.Id, id, StringComparison.Ordinal))?.Name ?? id;

    private static Breakdown[] LocalitiesOf(StructureResult result) =>
        [.. result.Breakdowns.Where(part => part.Dimension == BreakdownDimension.Locality && part.Of(Measure.Load)?.Mean is not null)];

    private static ScatterPoint Point(ComparisonView view, StructureResult result, Breakdown locality)
    {
        MeasureResult capacity = locality.Of(Measure.CapacityShare)!;
        MeasureResult need = locality.Of(Measure.NeedShare)!;
        string name = LocalityName(result, locality.Level);
        return new ScatterPoint(
            need.Mean ?? 0, capacity.Mean ?? 0, capacity.Lower, capacity.Upper, $"{name}, {view.NameOf(result)}\nneed {NumberText.Number(need.Mean ?? 0, Measure.NeedShare)} %\ncapacity {NumberText.Of(capacity)} %");
    }

    private static ImmutableArray<ShownCell> Row(ComparisonView view, StructureResult result, Breakdown locality) =>
    [
        new ShownCell(view.NameOf(result)),
        new ShownCell(LocalityName(result, locality.Level)),
        .. new[] { Measure.Load, Measure.WaitToAllocation, Measure.Posts, Measure.NeedShare, Measure.CapacityShare }.Select(measure => ComparisonView.CellOf(locality.Of(measure))),
    ];

    private static string Span(Breakdown[] localities)
    {
        double[] loads = [.. localities.Select(locality => locality.Of(Measure.Load)!.Mean!.Value)];
        return loads.Length switch
        {
            0 => "none",
            1 => FormattableString.Invariant($"one locality, {loads[0]:0.0} %"),
            _ => FormattableString.Invariant($"{loads.Length} localities from {loads.Min():0.0} to {loads.Max():0.0} %"),
        };
    }

    private static string Words(WorkerCaseloads caseloads)
    {
        double At(double share) => caseloads.Quantiles.Single(quantile => quantile.Share == share).PointsPerFte.Mean;
        return FormattableString.Invariant($"median {At(0.5):0.0} points, middle half {At(0.25):0.0} to {At(0.75):0.0}, nine in ten {At(0.05):0.0} to {At(0.95):0.0}");
    }

    private static string Text(MeanOverFutures value) => value is { Lower: { } lower, Upper: { } upper }
        ? string.Create(CultureInfo.InvariantCulture, $"{value.Mean:0.0} ({lower:0.0} to {upper:0.0})")
        : string.Create(CultureInfo.InvariantCulture, $"{value.Mean:0.0}");
}
