using System.Globalization;
using LocalitySim.Models;
using Spectre.Console;

namespace LocalitySim.Cli;

/// <summary>Writes a model of escalation for a person to read: what tells, how well, and whether as well for all.</summary>
internal static class EscalationTable
{
    internal static void Write(EscalationFit fit, string place, int? windowDays, bool wasStopped, TextWriter output)
    {
        IAnsiConsole console = Terminal.On(output);
        output.WriteLine(place);
        Say($"CAUTION: {EscalationModel.Caution}");
        if (wasStopped)
        {
            Say("Stopped: what follows is of the futures and steps that were finished.");
        }

        foreach (string line in EscalationWords.Data(fit, windowDays))
        {
            Say(line);
        }

        Say(EscalationWords.Method(fit));
        output.WriteLine();
        console.Write(Odds(fit));
        foreach (string line in EscalationWords.Aside(fit))
        {
            Say(line);
        }

        Say(fit.Model.Method == EscalationMethod.Trees ? "Odds are those of logistic regression; the model itself is of trees." : "");
        Say(fit.LeftOut.IsEmpty ? "" : $"Left out, as the others determine them: {string.Join(", ", fit.LeftOut)}.");
        Say(fit.Penalty > 0 ? "Odds are drawn towards 1 by a small penalty, without which some would be infinite: do not read them, nor their intervals, as measured." : "");
        console.Write(Skill(fit.Evaluation));
        foreach (string line in EscalationWords.Skill(fit.Evaluation))
        {
            Say(line);
        }

        output.WriteLine();
        console.Write(Reliability(fit.Evaluation));
        output.WriteLine();
        console.Write(ByFifth(fit.Evaluation));
        foreach (string line in EscalationFairness.Sentences(fit.Evaluation))
        {
            Say(line);
        }

        output.WriteLine();
        Say(EscalationWords.Intervals);

        void Say(string line)
        {
            if (line.Length > 0)
            {
                console.Write(new Text($"{line}\n"));
            }
        }
    }

    private static Table Odds(EscalationFit fit)
    {
        Table table = ComparisonTable.New("What tells", noWrap: false);
        ComparisonTable.AddColumn(table, "Odds of escalation, times");
        ComparisonTable.AddColumn(table, "Reading");
        foreach (EscalationOdds odds in fit.Odds)
        {
            string reading = odds.Ratio.Contains(1) ? "no clear difference" : odds.Ratio.Mean > 1 ? "higher" : "lower";
            ComparisonTable.AddRow(table, odds.Column.Meaning, [EscalationWords.Text(odds.Ratio), reading]);
        }

        return table;
    }

    private static Table Skill(EscalationEvaluation test)
    {
        Table table = ComparisonTable.New("On later referrals");
        ComparisonTable.AddColumn(table, "Figure");
        ComparisonTable.AddRow(table, "Ranks one that escalated above one that did not (½ is chance)", [EscalationWords.Text(test.RocArea)]);
        ComparisonTable.AddRow(table, "Brier score", [EscalationWords.Text(test.Brier.Score, "0.00000")]);
        ComparisonTable.AddRow(table, "… of one chance for all", [EscalationWords.Text(test.BaseRateBrier, "0.00000")]);
        ComparisonTable.AddRow(table, "… the model's less that (below 0 is better)", [EscalationWords.Text(test.BrierToBaseRate, "0.00000")]);
        ComparisonTable.AddRow(table, "Calibration in the large (0 is right)", [EscalationWords.Text(test.Calibration.InTheLarge)]);
        ComparisonTable.AddRow(table, "Calibration slope (1 is right)", [EscalationWords.Text(test.Calibration.Slope)]);
        return table;
    }

    private static Table Reliability(EscalationEvaluation test)
    {
        Table table = ComparisonTable.New("Tenth of chance (equal chances together)");
        ComparisonTable.AddColumn(table, "Referrals");
        ComparisonTable.AddColumn(table, "Forecast, %");
        ComparisonTable.AddColumn(table, "Escalated, %");
        ComparisonTable.AddColumn(table, "Reading");
        foreach ((int place, ReliabilityBin bin) in test.Reliability.Index())
        {
            ComparisonTable.AddRow(
                table,
                (place + 1).ToString(CultureInfo.InvariantCulture),
                [
                    bin.Cases.ToString("#,0", CultureInfo.InvariantCulture),
                    (100 * bin.MeanChance).ToString("0.0", CultureInfo.InvariantCulture),
                    Percent(bin.Observed),
                    bin.IsContradicted ? "outside of its interval" : "no clear difference",
                ]);
        }

        return table;
    }

    private static Table ByFifth(EscalationEvaluation test)
    {
        string threshold = (100 * test.Threshold).ToString("0.0", CultureInfo.InvariantCulture);
        Table table = ComparisonTable.New("Fifth of deprivation");
        ComparisonTable.AddColumn(table, "Referrals");
        ComparisonTable.AddColumn(table, "Forecast, %");
        ComparisonTable.AddColumn(table, "Escalated, %");
        ComparisonTable.AddColumn(table, "Observed over forecast, all fifths at once");
        ComparisonTable.AddColumn(table, $"Not escalated, but {threshold} % or more, %");
        ComparisonTable.AddColumn(table, $"Escalated, but under {threshold} %, %");
        foreach (GroupCalibration group in test.Fifths)
        {
            ComparisonTable.AddRow(
                table,
                EscalationFairness.NameOf(group.Group),
                [
                    group.Cases.ToString("#,0", CultureInfo.InvariantCulture),
                    (100 * group.MeanChance).ToString("0.0", CultureInfo.InvariantCulture),
                    Percent(group.Observed),
                    EscalationWords.Text(group.JointRatio),
                    Percent(group.FalsePositives),
                    Percent(group.FalseNegatives),
                ]);
        }

        return table;
    }

    private static string Percent(Simulation.Interval? share) =>
        share is { } known ? EscalationWords.Text(new Simulation.Interval(100 * known.Mean, 100 * known.Lower, 100 * known.Upper), "0.0") : "–";
}
