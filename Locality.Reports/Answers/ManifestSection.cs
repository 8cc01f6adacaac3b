using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Writes what a result was made from, so that it can be made again.</summary>
internal static class ManifestSection
{
    internal static ReportSection Of(RunManifest manifest, string command) => new(
        "manifest",
        "Make it again",
        [
            new TextBlock($"With these files, this version and this seed the same numbers come out, to the last digit: {command}"),
            new TableBlock(new ShownTable(
                "manifest-table",
                "What it was made from",
                [new ShownColumn("What", IsNumber: false), new ShownColumn("Value", IsNumber: false)],
                [.. Rows(manifest).Select(row => ImmutableArray.Create(new ShownCell(row.What), new ShownCell(row.Value)))])),
        ]);

    /// <summary>Returns the words at a report's foot.</summary>
    internal static string Footer(RunManifest manifest) => $"Made by {manifest.Program} {manifest.Version} from the scenario {manifest.Scenario}, seed {manifest.Seed.ToString(CultureInfo.InvariantCulture)}. The file needs no network and holds no data of any person: children and workers are simulated.";

    private static IEnumerable<(string What, string Value)> Rows(RunManifest manifest)
    {
        yield return ("Program", $"{manifest.Program} {manifest.Version}");
        yield return ("Scenario", manifest.Scenario);
        foreach (InputFile file in manifest.Inputs)
        {
            yield return ($"SHA-256 of {file.File}", file.Sha256);
        }

        yield return ("Structures, the first is the baseline", string.Join(", ", manifest.Structures));
        yield return ("Seed", manifest.Seed.ToString(CultureInfo.InvariantCulture));
        yield return ("Futures", manifest.Replications.ToString(CultureInfo.InvariantCulture));
        yield return ("Years, and those not counted", string.Create(CultureInfo.InvariantCulture, $"{manifest.Years:0.##}, {manifest.WarmUpYears:0.##}"));
        yield return ("Intervals", manifest.Intervals);
    }
}
