using System.Text.RegularExpressions;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Writes part 3 of the checklist: sources, pre-processing, input parameters, assumptions.</summary>
internal static partial class DataSection
{
    internal static void Write(DescriptionSource source, DescriptionText text)
    {
        text.Item("3.1", "Data sources");
        text.Say("Areas, children, deprivation (IDACI), centres and sizes come from areas.csv, contacts of areas from neighbours.csv; the folder's README may name their sources.");
        WriteSources(source, "V", "Published statistics, by the marks [V] in scenario.yaml:", text);
        WriteSources(source, "L", "Procedures, papers and local documents, by the marks [L]:", text);

        DemandRules demand = source.Scenario.Demand;
        text.Item("3.2", "Pre-processing");
        text.List($"referrals of the whole authority are spread over areas by need = children × IDACI^{Words.Number(demand.DeprivationExponent)}");
        text.List("published referrals include returns: first referrals are what is left without them");
        text.List($"published durations are stretched by load: casework takes the nominal share of them ({Words.List(source.Scenario.Pathways.Select(pathway => $"{pathway.Id} {Words.Number(pathway.Casework.NominalShare)}"))})");

        text.Item("3.3", "Input parameters");
        text.Say("Figures of services, pathways and structures stand in part 2. Demand:");
        WriteDemand(source.Scenario, text);
        WriteDefaults(source, text);
        WriteAssumptions(source, text);
    }

    private static void WriteSources(DescriptionSource source, string kind, string heading, DescriptionText text)
    {
        IGrouping<string, FigureMark>[] sources = [.. source.Marks
            .Where(mark => string.Equals(mark.Kind, kind, StringComparison.Ordinal) && mark.Words.Length > 0)
            .GroupBy(mark => mark.Source, StringComparer.Ordinal)];
        text.Say(sources.Length == 0 ? $"{heading} none." : heading);
        foreach (IGrouping<string, FigureMark> from in sources)
        {
            text.List($"{from.Key} ({Words.Count(from.Count(), "mark", "marks")})");
        }
    }

    private static void WriteDemand(Scenario scenario, DescriptionText text)
    {
        DemandRules demand = scenario.Demand;
        text.List($"level {Words.Number(demand.Level)} of the published counts; Monday to Sunday {Words.List(demand.Weekday.Select(Words.Number))}");
        text.List($"schools make {Words.Percent(demand.FromSchools)} of referrals, and {Words.Percent(demand.SchoolHolidayFactor)} of those while they are closed");
        text.List($"variance of each area's monthly multiplier {Words.Number(demand.Overdispersion)}");
        text.List($"drift of the authority: {Drift(demand.Drift)}; of each area: {Drift(demand.AreaDrift)}");
        text.List(scenario.Calendar.AlwaysOpen
            ? "every day is a working day"
            : $"closed at weekends and on {Words.Count(scenario.Calendar.BankHolidays.Length, "bank holiday", "bank holidays")}; {Words.Count(scenario.Calendar.SchoolHolidays.Length, "school holiday", "school holidays")}");
    }

    private static string Drift(DriftRules? drift) => drift is null
        ? "none"
        : $"yearly changes with standard deviation {Words.Number(drift.YearlyChangeSd)} and lag-1 correlation {Words.Number(drift.ChangeCorrelation)}";

    private static void WriteDefaults(DescriptionSource source, DescriptionText text)
    {
        int Of(Standing standing) => source.Defaults.Count(item => item.Standing == standing);
        string list = source.ListsDefaults ? ":" : ". --defaults lists them.";
        text.Say($"{Words.Count(source.Defaults.Length, "value is", "values are")} left to the program: {Words.Number(Of(Standing.Judged))} judged, {Words.Number(Of(Standing.Literature))} from documents, {Words.Number(Of(Standing.Verified))} verified in published statistics{list}");
        if (!source.ListsDefaults)
        {
            return;
        }

        // Ten structures use the same default ten times: it is said once.
        foreach (IGrouping<(string Path, string Value, Standing Standing, string Source), ScenarioDefault> item in source.Defaults
            .GroupBy(item => (Index().Replace(item.Path, "[]"), item.Value, item.Standing, item.Source)))
        {
            string places = item.Count() > 1 ? $", in {Words.Number(item.Count())} places" : "";
            text.List($"{item.Key.Path}: {item.Key.Value}{places}. {item.Key.Standing}: {item.Key.Source}");
        }
    }

    private static void WriteAssumptions(DescriptionSource source, DescriptionText text)
    {
        text.Item("3.4", "Assumptions");
        FigureMark[] assumptions = [.. source.Marks.Where(mark => string.Equals(mark.Kind, FigureMark.Assumption, StringComparison.Ordinal))];
        FigureMark[] silent = [.. assumptions.Where(mark => mark.Words.Length == 0)];
        text.Say($"{Words.Count(assumptions.Length, "mark calls its figures an assumption", "marks call their figures assumptions")}: replace them by local figures before you rely on an answer that depends on them. Those with a reason:");
        foreach (FigureMark mark in assumptions.Except(silent))
        {
            text.List($"{mark.Path}: {mark.Words}");
        }

        if (silent.Length > 0)
        {
            text.Say($"Without a reason: {Words.List(silent.Select(mark => mark.Path))}.");
        }
    }

    [GeneratedRegex(@"\[\d+\]", RegexOptions.None, 1000)]
    private static partial Regex Index();
}
