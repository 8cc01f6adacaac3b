using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Simulation;
using Spectre.Console;

namespace LocalitySim.Cli;

/// <summary>Writes a backtest for a person to read.</summary>
internal static class NeedBacktestTable
{
    internal static void Write(NeedBacktest backtest, NeedData whole, ImmutableArray<string> leftOut, TextWriter output)
    {
        IAnsiConsole console = Terminal.On(output);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Forecasts of {NeedText.Years(backtest.TestYears)}, each made {backtest.Horizon} {(backtest.Horizon == 1 ? "year" : "years")} before, against 'same as last year'. Rates per 10,000 children."));
        output.WriteLine($"{backtest.Data.Authorities.Length} authorities of {backtest.Data.Name}. {NeedText.LeftOut(whole, leftOut)} Settings chosen on {NeedText.Years(backtest.ChoiceYears)}.");
        output.WriteLine();
        console.Write(Skill(backtest));
        output.WriteLine();
        console.Write(Methods(backtest));
        output.WriteLine();
        console.Write(Deciles(backtest));
        output.WriteLine();
        foreach (string line in Words(backtest))
        {
            console.Write(new Text($"{line}\n"));
        }
    }

    private static Table Skill(NeedBacktest backtest)
    {
        Table table = ComparisonTable.New("Error (RMSE)");
        foreach (string heading in new[] { "Same as last year", "Forecast", "Skill, %", "One-sided p", "Reading", "80 % held, %", "95 % held, %", "Forecasts" })
        {
            ComparisonTable.AddColumn(table, heading);
        }

        foreach (NeedTargetBacktest target in backtest.Targets)
        {
            (NeedCoverage likely, NeedCoverage wide) = target.Coverage;
            ComparisonTable.AddRow(
                table,
                target.Target.Label,
                [
                    Error(target.Skill.PersistenceRmse),
                    Error(target.Skill.Rmse),
                    NeedText.Percent(target.Skill.Skill).Replace('-', '−'),
                    NeedText.PValue(target.Skill.PValue),
                    NeedText.Verdict(target),
                    $"{NeedText.Percent(likely.Share.Mean)} ({NeedText.Bounds(likely.Share, NeedText.Percent)})",
                    $"{NeedText.Percent(wide.Share.Mean)} ({NeedText.Bounds(wide.Share, NeedText.Percent)})",
                    target.Skill.Count.ToString(CultureInfo.InvariantCulture),
                ]);
        }

        return table;
    }

    private static Table Methods(NeedBacktest backtest)
    {
        Table table = ComparisonTable.New("RMSE by method; part of the blend *");
        foreach (NeedTargetBacktest target in backtest.Targets)
        {
            ComparisonTable.AddColumn(table, target.Target.Label);
        }

        if (backtest.Targets.Length > 0)
        {
            ComparisonTable.AddRow(table, "same as last year", backtest.Targets.Select(target => Error(target.Skill.PersistenceRmse)));
            foreach ((int place, NeedMethodSkill method) in backtest.Targets[0].Methods.Index())
            {
                ComparisonTable.AddRow(table, method.Name, backtest.Targets.Select(target => target.Methods[place]).Select(item => $"{Error(item.Skill.Rmse)}{(item.IsPart ? " *" : "")}"));
            }

            ComparisonTable.AddRow(table, "blend", backtest.Targets.Select(target => Error(target.Skill.Rmse)));
        }

        return table;
    }

    private static Table Deciles(NeedBacktest backtest)
    {
        Table table = ComparisonTable.New("Came over forecast, by tenth");
        foreach (NeedTargetBacktest target in backtest.Targets)
        {
            ComparisonTable.AddColumn(table, target.Target.Label);
        }

        foreach (int decile in backtest.Targets.SelectMany(target => target.Deciles).Select(item => item.Decile).Distinct().Order())
        {
            string label = decile switch
            {
                1 => "1, least deprived",
                10 => "10, most deprived",
                _ => decile.ToString(CultureInfo.InvariantCulture),
            };
            ComparisonTable.AddRow(table, label, backtest.Targets.Select(target => target.Deciles.FirstOrDefault(item => item.Decile == decile)).Select(Cell));
        }

        return table;
    }

    private static string Cell(NeedDecile? decile) => decile?.Calibration is { } ratio
        ? string.Create(CultureInfo.InvariantCulture, $"{ratio.Mean:0.00} ({NeedText.Bounds(ratio, value => value.ToString("0.00", CultureInfo.InvariantCulture))}){(decile.IsRejected ? " !" : "")}")
        : "–";

    private static IEnumerable<string> Words(NeedBacktest backtest)
    {
        yield return "Skill is how much of the mean squared error of 'same as last year' is gone. p and reading take the authorities as independent, not their years.";
        foreach (NeedTargetBacktest target in backtest.Targets.Where(target => target.Skill.Gain.Lower <= 0))
        {
            yield return $"{target.Target.Label}: {NeedText.Verdict(target)} from 'same as last year'. Yearly errors, last year's first: {string.Join(", ", target.ByYear.Select(year => string.Create(CultureInfo.InvariantCulture, $"{year.Year} {Error(year.Skill.PersistenceRmse)} and {Error(year.Skill.Rmse)}")))}.";
        }

        int rejected = backtest.Targets.Sum(target => target.Deciles.Count(decile => decile.IsRejected));
        yield return rejected == 0
            ? "By tenth of deprivation no coverage is rejected (exact binomial tests at 5 %, ten tenths of a target and level together)."
            : $"By tenth of deprivation the coverage of {rejected} is rejected, marked ! (exact binomial tests at 5 %, ten tenths of a target and level together).";
        Interval[] ratios = [.. backtest.Targets.SelectMany(target => target.Deciles).Select(decile => decile.Calibration).OfType<Interval>()];
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"Of {ratios.Length} ratios of what came to what was forecast, {ratios.Count(ratio => !ratio.Contains(1))} have an interval without 1, each by itself; {0.05 * ratios.Length:0.#} would by chance. The mean change of all authorities is not forecast: a target that rose everywhere came out above 1.");
        yield return "Intervals come from the errors of earlier forecasts: they cover what moved rates from year to year then, and no break that has not been seen. " + NeedText.Validity;
    }

    private static string Error(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
