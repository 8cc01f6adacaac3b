using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Makes the report of a comparison: the answer first, then what it rests on.</summary>
public static class ComparisonReport
{
    /// <summary>Makes the report.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="folder">The folder that its scenario was read from: what figures rest on is in its comments.</param>
    /// <param name="target">A target for waits that every structure is held against, in days of the calendar; absent means none.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentException">The target is in working days, or in parts of days.</exception>
    /// <exception cref="IOException">The folder cannot be read any more.</exception>
    public static Report Of(StructureComparison comparison, string folder, StaffTarget? target = null)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(folder);
        if (target is not null && WaitTargets.Problem(target) is { } problem)
        {
            throw new ArgumentException($"Target: {problem}.", nameof(target));
        }

        comparison = StructureNames.Apart(comparison);
        ComparisonView view = new(comparison);
        RunManifest manifest = RunManifest.Of(comparison, folder);
        DescriptionSource source = DescriptionSource.Of(comparison.Scenario, folder, listsDefaults: false);
        ReportSection?[] sections =
        [
            AnswerSection.Of(view, target), MeasuresSection.Of(view), GainsSection.Of(view), WaitsSection.Of(view), TransitionSection.Of(view, source), DependsSection.Of(view),
            AssumptionsSection.Of(source), MethodSection.Of(source, comparison.Plan), ManifestSection.Of(manifest, CommandOf(comparison)),
        ];
        return new Report
        {
            Title = comparison.Structures.Length == 1
                ? $"{comparison.Scenario.Name}: {view.Baseline}"
                : $"{comparison.Scenario.Name}: {comparison.Structures.Length.ToString(CultureInfo.InvariantCulture)} structures compared",
            Question = comparison.Scenario.Question,
            Sections = [.. sections.OfType<ReportSection>()],
            Footer = ManifestSection.Footer(manifest),
            Names = NamesOf(comparison.Scenario),
        };
    }

    /// <summary>Returns every name of a scenario that a sentence may hold.</summary>
    internal static ImmutableArray<string> NamesOf(Scenario scenario) =>
    [
        scenario.Name,
        .. scenario.Structures.SelectMany(structure => structure.Localities.Select(locality => locality.Name).Prepend(structure.Name)),
        .. scenario.Place.Areas.Select(area => area.Name),
        .. scenario.Services.Select(service => service.Name),
        .. scenario.Pathways.Select(pathway => pathway.Name),
        .. scenario.Pathways.SelectMany(pathway => pathway.Sources.Select(source => source.Name)),
        .. scenario.DeliveryModels.Select(model => model.Name),
    ];

    private static string CommandOf(StructureComparison comparison)
    {
        RunPlan plan = comparison.Plan;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"locality compare FOLDER --structures {string.Join(',', comparison.Structures.Select(result => result.Structure.Id))} --replications {plan.Replications} --years {plan.Years:0.####} --seed {plan.Seed}{(comparison.Scenario.Uncertain.IsEmpty ? "" : ", with the options that made figures uncertain")}");
    }
}
