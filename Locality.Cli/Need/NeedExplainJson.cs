using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Is what forecasts follow from, as it is written in JSON.</summary>
internal sealed record NeedExplainJson(ImmutableArray<NeedExplainJson.TargetJson> Targets)
{
    internal static NeedExplainJson Of(ImmutableArray<NeedExplanation> explanations) => new(
    [
        .. explanations.Select(item => new TargetJson(
            item.Target.Name,
            item.YearsAhead,
            item.Authority?.Name,
            item.Change,
            item.Base,
            [.. item.Columns.Select(column => new ColumnJson(column.Column, column.MeanSize, column.Contribution))])),
    ]);

    /// <summary>Is a target. Changes are of the natural logarithm of the rate.</summary>
    internal sealed record TargetJson(string Target, int YearsAhead, string? Authority, double? Change, double? Base, ImmutableArray<ColumnJson> Columns);

    /// <summary>Is a column.</summary>
    internal sealed record ColumnJson(string Column, double MeanSize, double? Contribution);
}
