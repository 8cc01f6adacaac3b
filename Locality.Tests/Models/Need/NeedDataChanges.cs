using LocalitySim.Models;

namespace LocalitySim.Tests;

/// <summary>Makes other data of data.</summary>
internal static class NeedDataChanges
{
    /// <summary>Every value of every series changed.</summary>
    internal static NeedData With(this NeedData data, Func<string, int, int, double?, double?> change) => new(data.Authorities, Changed(data.Panel, data.Panel.Names, change), data.Sha256, data.Name);

    /// <summary>The data without the other targets: one target's backtest is quicker.</summary>
    internal static NeedData Of(this NeedData data, NeedTarget target) => new(
        data.Authorities,
        Changed(data.Panel, data.Panel.Names.Where(name => string.Equals(name, target.Series, StringComparison.Ordinal) || !NeedTarget.All.Any(other => string.Equals(other.Series, name, StringComparison.Ordinal))), (_, _, _, value) => value),
        data.Sha256,
        data.Name);

    private static Panel Changed(Panel panel, IEnumerable<string> names, Func<string, int, int, double?, double?> change) => new(
        panel.Units,
        panel.FirstPeriod,
        panel.LastPeriod - panel.FirstPeriod + 1,
        names.ToDictionary(
            name => name,
            name => (IReadOnlyList<IReadOnlyList<double?>>)[.. Enumerable.Range(0, panel.Units.Count).Select(unit => (IReadOnlyList<double?>)[.. Enumerable.Range(panel.FirstPeriod, panel.LastPeriod - panel.FirstPeriod + 1).Select(year => change(name, unit, year, panel.Value(name, unit, year)))])],
            StringComparer.Ordinal));
}
