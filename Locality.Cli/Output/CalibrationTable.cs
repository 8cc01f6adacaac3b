using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Simulation;
using Spectre.Console;

namespace LocalitySim.Cli;

/// <summary>Writes a calibration for a person to read: what was fitted, how well, and what to do with it.</summary>
internal static class CalibrationTable
{
    internal static void Write(ScenarioCalibration calibration, string observed, TextWriter output)
    {
        IAnsiConsole console = Terminal.On(output);
        (CalibrationQuestion question, CalibrationResult result, RunPlan plan) = (calibration.Question, calibration.Result, calibration.Plan);
        output.WriteLine(calibration.Scenario.Name);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{calibration.Scenario.Structure(question.Structure).Name}: {Count(result.Parameters.Length, "figure")} fitted to {Count(result.Outputs.Length, "observed one")} of {Path.GetFileName(observed)}. {result.Evaluations:#,0} futures of {plan.Years:0.##} {(plan.Years == 1 ? "year" : "years")}, the first {plan.WarmUpYears:0.##} not counted, {result.Replications} of them the same at every point of the search; no drift of demand; seed {plan.Seed}."));
        output.WriteLine();
        console.Write(Parameters(calibration));
        output.WriteLine();
        console.Write(Figures(calibration));
        output.WriteLine();
        foreach (string line in CalibrationWords.Of(calibration))
        {
            console.Write(new Text($"{line}\n"));
        }
    }

    private static Table Parameters(ScenarioCalibration calibration)
    {
        Table table = ComparisonTable.New("Fitted", noWrap: false);
        ComparisonTable.AddColumn(table, "In the scenario");
        ComparisonTable.AddColumn(table, "Best value");
        ComparisonTable.AddColumn(table, "Range searched");
        ComparisonTable.AddColumn(table, "Reading");
        foreach ((ScenarioParameter parameter, CalibratedParameter item) in CalibrationWords.Pairs(calibration))
        {
            ComparisonTable.AddRow(
                table,
                $"{parameter.Label} ({parameter.Name})",
                [
                    CalibrationWords.InUnit(parameter, CalibrationWords.Number(parameter.Present)),
                    CalibrationWords.InUnit(parameter, CalibrationWords.WithInterval(item)),
                    CalibrationWords.InUnit(parameter, $"{CalibrationWords.Number(item.Range.Low)} … {CalibrationWords.Number(item.Range.High)}"),
                    CalibrationWords.Reading(item),
                ]);
        }

        return table;
    }

    private static Table Figures(ScenarioCalibration calibration)
    {
        Table table = ComparisonTable.New("Observed", noWrap: false);
        ComparisonTable.AddColumn(table, "Observed");
        ComparisonTable.AddColumn(table, "As the scenario stands");
        ComparisonTable.AddColumn(table, calibration.Result.FreshReplications > 0 ? "With the best values" : "With the best values so far");
        ComparisonTable.AddColumn(table, "Off by, standard errors");
        ComparisonTable.AddColumn(table, "Reading");
        foreach ((ObservedFigure figure, CalibratedOutput item) in calibration.Question.Figures.Zip(calibration.Result.Outputs))
        {
            ComparisonTable.AddRow(
                table,
                CalibrationWords.NameOf(figure, calibration.Scenario),
                [
                    $"{NumberText.Number(figure.Value, figure.Measure)}{DoubtOf(figure)}",
                    Text(figure, item.AtBase),
                    Text(figure, item.Simulated),
                    (-item.StandardizedResidual).ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture),
                    CalibrationWords.Reading(item),
                ]);
        }

        return table;
    }

    private static string DoubtOf(ObservedFigure figure)
    {
        string? error = figure.StandardError is { } known and > 0 ? $"s.e. {NumberText.Number(known, figure.Measure)}" : null;
        string? near = figure.Tolerance is { } tolerance ? $"±{NumberText.Number(tolerance, figure.Measure)}" : null;
        return $" ({string.Join(", ", new[] { near, error }.OfType<string>())})";
    }

    private static string Text(ObservedFigure figure, Interval interval) =>
        $"{NumberText.Number(interval.Mean, figure.Measure)} ({NumberText.Number(interval.Lower, figure.Measure)} to {NumberText.Number(interval.Upper, figure.Measure)})";

    private static string Count(int count, string thing) => string.Create(CultureInfo.InvariantCulture, $"{count} {thing}{(count == 1 ? "" : "s")}");
}
