using System.Collections.Immutable;
using System.Globalization;

namespace LocalitySim.Models;

/// <summary>Looks for what is allowed and may yet be a mistake. A further check is one more method in <see cref="Checks"/>.</summary>
internal static class ScenarioWarnings
{
    // England and Wales: from the last Monday of August, the 25th at the earliest, to Christmas Day.
    private const int LongestSpanWithoutBankHoliday = 122;

    private const double DaysPerYear = 365.25;

    private static readonly ImmutableArray<Func<Scenario, IEnumerable<ScenarioWarning>>> Checks = [Holidays, LateSteps, Contiguity, Overload, OverloadedDoor, OverloadedManagers];

    /// <summary>Returns the warnings of every check, without a place in a file.</summary>
    internal static ImmutableArray<ScenarioWarning> Find(Scenario scenario) => [.. Checks.SelectMany(check => check(scenario))];

    private static IEnumerable<ScenarioWarning> Holidays(Scenario scenario)
    {
        if (scenario.Calendar.AlwaysOpen)
        {
            yield break;
        }

        double end = EndOf(scenario);
        DateOnly last = scenario.Calendar.BankHolidays.IsEmpty ? scenario.Start : scenario.Calendar.BankHolidays.Max();
        if (end > last.DayNumber + LongestSpanWithoutBankHoliday)
        {
            string found = scenario.Calendar.BankHolidays.IsEmpty ? "no bank holiday" : $"{Day(last)} as the last bank holiday";
            yield return new() { Path = "calendar.bankHolidays", Found = found, Expected = $"bank holidays up to the run's end on {Day(end)}" };
        }
    }

    private static IEnumerable<ScenarioWarning> LateSteps(Scenario scenario)
    {
        double end = EndOf(scenario);
        for (int i = 0; i < scenario.Structures.Length; i++)
        {
            Structure structure = scenario.Structures[i];
            string path = string.Create(CultureInfo.InvariantCulture, $"structures[{i}]");
            IEnumerable<(string Path, DateOnly Day)> days = structure.Steps
                .Select((step, j) => (string.Create(CultureInfo.InvariantCulture, $"{path}.steps[{j}].on"), step.On));
            days = structure.RollOut is { } rollOut ? days.Append(($"{path}.rollOut.first", rollOut.First)) : days;
            foreach ((string place, DateOnly day) in days.Where(pair => pair.Day.DayNumber >= end))
            {
                yield return new() { Path = place, Found = $"{Day(day)}, when the run is over", Expected = $"a day before the run's end on {Day(end)}", Fix = "give plan.years more" };
            }
        }
    }

    private static double EndOf(Scenario scenario) => scenario.Start.DayNumber + (scenario.Plan.Years * DaysPerYear);

    private static string Day(double number) => Day(DateOnly.FromDayNumber((int)Math.Min(number, DateOnly.MaxValue.DayNumber)));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<ScenarioWarning> Contiguity(Scenario scenario)
    {
        AreaGraph graph = new(scenario.Place);
        for (int i = 0; i < scenario.Structures.Length; i++)
        {
            Structure structure = scenario.Structures[i];
            for (int j = 0; j < structure.Localities.Length; j++)
            {
                ImmutableArray<ImmutableArray<string>> parts = graph.Parts(structure.Localities[j].Areas);
                if (parts.Length > 1)
                {
                    string list = string.Join(" | ", parts.Take(4).Select(part => ScenarioMessage.List(part))) + (parts.Length > 4 ? " | …" : "");
                    yield return new()
                    {
                        Path = string.Create(CultureInfo.InvariantCulture, $"structures[{i}].localities[{j}].areas"),
                        Found = string.Create(CultureInfo.InvariantCulture, $"{parts.Length} parts that do not touch ({list})"),
                        Expected = "areas that touch, by neighbours.csv",
                    };
                }
            }
        }
    }

    private static IEnumerable<ScenarioWarning> Overload(Scenario scenario)
    {
        for (int i = 0; i < scenario.Structures.Length; i++)
        {
            // One warning for each service: a small service spread over many localities would give as many.
            foreach (IGrouping<string, TeamLoad> service in Stability.Of(scenario, scenario.Structures[i])
                .Where(load => load.IsOverloaded)
                .GroupBy(load => load.Service, StringComparer.Ordinal))
            {
                string path = string.Create(CultureInfo.InvariantCulture, $"structures[{i}]");
                TeamLoad[] empty = [.. service.Where(load => double.IsInfinity(load.Load))];
                if (empty.Length > 0)
                {
                    yield return new()
                    {
                        Path = path,
                        Found = $"no post of '{service.Key}' in {ScenarioMessage.List(empty.Select(load => ScenarioMessage.Quote(load.Locality)))}, where its cases wait for ever",
                        Expected = "a post or more in every team; deploy the service more widely, or cut its posts smaller",
                    };
                }

                TeamLoad[] over = [.. service.Where(load => !double.IsInfinity(load.Load)).OrderByDescending(load => load.Load)];
                if (over.Length > 0)
                {
                    TeamLoad worst = over[0];
                    string others = over.Length > 1 ? string.Create(CultureInfo.InvariantCulture, $" ({over.Length - 1} more above 1)") : "";
                    string what = worst.PointsLoad >= worst.HoursLoad ? "points" : "hours";
                    yield return new()
                    {
                        Path = path,
                        Found = string.Create(CultureInfo.InvariantCulture, $"a load of {worst.Load:0.00} on the {what} of '{service.Key}' in '{worst.Locality}'{others}, whose list grows by about {worst.ListGrowthPerYear:0} cases a year"),
                        Expected = "a load below 1, or the list never settles",
                    };
                }
            }
        }
    }

    // The wait for a lead is counted from acceptance: a queue before it makes that wait shorter, so it has to be said.
    private static IEnumerable<ScenarioWarning> OverloadedDoor(Scenario scenario)
    {
        double load = Stability.OfFrontDoor(scenario);
        if (load >= 1)
        {
            yield return new()
            {
                Path = "frontDoor",
                Found = string.Create(CultureInfo.InvariantCulture, $"a load of {load:0.00}: contacts pile up before they are screened, and the wait that is counted after acceptance looks shorter than it is"),
                Expected = "a load below 1",
            };
        }
    }

    private static IEnumerable<ScenarioWarning> OverloadedManagers(Scenario scenario)
    {
        for (int i = 0; i < scenario.Structures.Length; i++)
        {
            ImmutableArray<double> loads = Stability.OfManagers(scenario, scenario.Structures[i]);
            for (int j = 0; j < loads.Length; j++)
            {
                if (loads[j] >= 1)
                {
                    yield return new()
                    {
                        Path = string.Create(CultureInfo.InvariantCulture, $"structures[{i}]"),
                        Found = string.Create(CultureInfo.InvariantCulture, $"a load of {loads[j]:0.00} on the managers of '{scenario.Structures[i].Localities[j].Id}': assessments, allocations and closures pile up"),
                        Expected = "a load below 1",
                    };
                }
            }
        }
    }
}
