using LocalitySim.Models;

namespace LocalitySim.Tests;

/// <summary>A structure with chosen values of its futures.</summary>
internal sealed record BuiltStructure(string Name, double?[] Waits, params (Measure Measure, double?[] Futures)[] Others)
{
    /// <summary>Gets the id; absent means its place among those compared.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the share of children seen, the same by every day, in each future; absent means that it was not kept.</summary>
    public double[]? SeenOnEveryDay { get; init; }
}
