using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Simulation;
using Spectre.Console;

namespace LocalitySim.Cli;

/// <summary>Writes a forecast of need for a person to read.</summary>
internal static class NeedForecastTable
{
    internal static void Write(NeedForecast forecast, NeedRates? rates, Scenario scenario, TextWriter output)
    {
        IAnsiConsole console = Terminal.On(output);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{forecast.Authority.Name}, year to 31 March {forecast.Year}, forecast from {forecast.LastYear}. Rates per 10,000 children; counts of {forecast.Children:#,0} children, as in {forecast.LastYear}."));
        output.WriteLine();
        console.Write(Targets(forecast));
        output.WriteLine();
        if (rates is { Areas.IsEmpty: false })
        {
            console.Write(Areas(rates, scenario));
            output.WriteLine();
        }

        foreach (string line in Words(forecast, rates, scenario))
        {
            console.Write(new Text($"{line}\n"));
        }
    }

    private static Table Targets(NeedForecast forecast)
    {
        Table table = ComparisonTable.New(string.Create(CultureInfo.InvariantCulture, $"Forecast of {forecast.Year}"));
        foreach (string heading in new[] { string.Create(CultureInfo.InvariantCulture, $"Rate {forecast.LastYear}"), "Rate", "80 % interval", "95 % interval", "Count", "80 % interval of it" })
        {
            ComparisonTable.AddColumn(table, heading);
        }

        foreach (NeedTargetForecast target in forecast.Targets)
        {
            Interval count = NeedTargetForecast.CountOf(target.Likely, forecast.Children);
            ComparisonTable.AddRow(
                table,
                target.Target.Label,
                [
                    NeedText.Rate(target.Last),
                    NeedText.Rate(target.Likely.Mean),
                    NeedText.Bounds(target.Likely, NeedText.Rate),
                    NeedText.Bounds(target.Wide, NeedText.Rate),
                    Count(count.Mean),
                    NeedText.Bounds(count, Count),
                ]);
        }

        return table;
    }

    private static Table Areas(NeedRates rates, Scenario scenario)
    {
        Table table = ComparisonTable.New("Referrals by area, not validated");
        foreach (string heading in new[] { "Children", "In the year", "80 % interval", "95 % interval" })
        {
            ComparisonTable.AddColumn(table, heading);
        }

        foreach ((int place, NeedRate area) in rates.Areas.Index())
        {
            ComparisonTable.AddRow(table, area.Area!, [Count(scenario.Place.Areas[place].Children), Count(area.Likely.Mean), NeedText.Bounds(area.Likely, Count), NeedText.Bounds(area.Wide, Count)]);
        }

        return table;
    }

    private static IEnumerable<string> Words(NeedForecast forecast, NeedRates? rates, Scenario scenario)
    {
        yield return "Intervals come from the errors of earlier forecasts of as many years ahead, scaled by the size of the authority. They cover no break that was not seen then.";
        if (rates is null)
        {
            yield break;
        }

        Pathway pathway = scenario.Pathways.First(item => string.Equals(item.Id, rates.Pathway, StringComparison.Ordinal));
        NeedRate least = rates.Months.MinBy(month => month.Likely.Mean)!;
        NeedRate most = rates.Months.MaxBy(month => month.Likely.Mean)!;
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{pathway.Name}: the scenario has {pathway.ReferralsPerYear:#,0} referrals a year; the forecast makes that {rates.Year.Likely.Mean:#,0} (80 %: {NeedText.Bounds(rates.Year.Likely, Count)}), from {least.Likely.Mean:#,0} in {least.Month:MMMM} to {most.Likely.Mean:#,0} in {most.Month:MMMM}. Other pathways have no published series and stay as they are.");
        if (forecast.Elasticity is { } elasticity)
        {
            Interval interval = elasticity.Interval();
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"By area: children × IDACI to the power of {elasticity.Value:0.00} ({interval.Lower:0.00} to {interval.Upper:0.00}), as referral rates go with deprivation among authorities. {Downscaling.Caveat}");
        }
    }

    private static string Count(double count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
