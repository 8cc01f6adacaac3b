using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Names the parts by which structures are broken down.</summary>
internal static class BreakdownWords
{
    /// <summary>The names of dimensions in options and files.</summary>
    private static readonly Dictionary<string, BreakdownDimension> Names = new(StringComparer.Ordinal)
    {
        ["locality"] = BreakdownDimension.Locality,
        ["service"] = BreakdownDimension.Service,
        ["pathway"] = BreakdownDimension.Pathway,
        ["tier"] = BreakdownDimension.Tier,
        ["age"] = BreakdownDimension.AgeBand,
        ["fifth"] = BreakdownDimension.DeprivationFifth,
        ["area"] = BreakdownDimension.Area,
        ["month"] = BreakdownDimension.Month,
    };

    /// <summary>Gets the names of dimensions, in their order.</summary>
    internal static IEnumerable<string> DimensionNames => Enum.GetValues<BreakdownDimension>().Select(NameOf);

    /// <summary>Returns the dimension with a name; null if there is none.</summary>
    internal static BreakdownDimension? DimensionOf(string name) => Names.TryGetValue(name, out BreakdownDimension dimension) ? dimension : null;

    /// <summary>Returns the name of a dimension.</summary>
    internal static string NameOf(BreakdownDimension dimension) => Names.First(pair => pair.Value == dimension).Key;

    /// <summary>Returns the name of a level that people read.</summary>
    internal static string NameOf(Scenario scenario, Structure structure, BreakdownDimension dimension, string level) => dimension switch
    {
        BreakdownDimension.Locality => structure.Localities.First(locality => string.Equals(locality.Id, level, StringComparison.Ordinal)).Name,
        BreakdownDimension.Service => scenario.Services[scenario.IndexOfService(level)].Name,
        BreakdownDimension.Pathway => scenario.Pathways.First(pathway => string.Equals(pathway.Id, level, StringComparison.Ordinal)).Name,
        BreakdownDimension.DeprivationFifth when string.Equals(level, "1", StringComparison.Ordinal) => "1 (most deprived)",
        BreakdownDimension.DeprivationFifth when string.Equals(level, "5", StringComparison.Ordinal) => "5 (least deprived)",
        _ => level,
    };
}
