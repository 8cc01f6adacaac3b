using System.Globalization;
using LocalitySim.Simulation;

namespace LocalitySim.Benchmarks;

/// <summary>
/// Counts the observations that selections need with and without common random numbers. Nothing is timed, so the figures are the same on
/// every machine.
/// </summary>
internal static class SelectionCommand
{
    /// <summary>The ratio in the slippage configuration with correlation 0.9 that must be reached.</summary>
    internal const double LeastRatio = 5;

    private const double Zone = 0.25;
    private const int FirstStage = 24;

    /// <summary>Runs the selections and prints the table.</summary>
    /// <param name="systems">The number of systems.</param>
    /// <param name="selections">The number of selections that each row averages over.</param>
    /// <returns>The exit code: 0 if the least ratio is reached, or else 1.</returns>
    internal static int Run(int systems, int selections)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{systems} systems, zone {Zone} standard deviations, first stage {FirstStage}, confidence 0.95, {selections} selections a row: observations a system"));
        Console.WriteLine($"{"procedure",-12} {"means",-10} {"correlation",11} {"independent",12} {"common",10} {"ratio",7}  correct");
        double[] slippage = new double[systems];
        slippage[systems / 2] = Zone;

        // Neighbours are a zone apart, so most systems are far behind.
        double[] monotone = [.. Enumerable.Range(0, systems).Select(system => -Zone * system)];
        bool reached = true;
        foreach ((string procedure, Func<ISystemSampler, SelectionRequest, SelectionResult> select) in Procedures())
        {
            foreach ((string name, double[] means, int best) in new[] { ("slippage", slippage, systems / 2), ("monotone", monotone, 0) })
            {
                (double independent, int correctApart) = Count(select, means, best, 0, selections);
                foreach (double correlation in new[] { 0.9, 0.5 })
                {
                    (double common, int correct) = Count(select, means, best, correlation, selections);
                    double ratio = independent / common;
                    Console.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{procedure,-12} {name,-10} {correlation,11:F1} {independent,12:F1} {common,10:F1} {ratio,7:F2}  {correctApart} and {correct} of {selections}"));
                    reached &= !(procedure is "KN" && name is "slippage" && correlation is 0.9) || ratio >= LeastRatio;
                }
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"KN, slippage, correlation 0.9: a ratio of {LeastRatio} is {(reached ? "reached" : "NOT reached")}."));
        return reached ? 0 : 1;
    }

    private static IEnumerable<(string Name, Func<ISystemSampler, SelectionRequest, SelectionResult> Select)> Procedures() =>
    [
        ("KN", (systems, request) => KimNelson.Select(systems, request)),
        ("KN++", (systems, request) => KimNelsonPlusPlus.Select(systems, request)),
        ("tournament", (systems, request) => KnockoutTournament.Select(systems, request)),
    ];

    private static (double PerSystem, int Correct) Count(
        Func<ISystemSampler, SelectionRequest, SelectionResult> select, double[] means, int best, double correlation, int selections)
    {
        SelectionRequest request = new() { Objective = Objective.Largest, IndifferenceZone = Zone, FirstStage = FirstStage };
        double sum = 0;
        int correct = 0;
        for (int selection = 0; selection < selections; selection++)
        {
            SelectionResult result = select(new NormalSystems(means, correlation, (ulong)selection), request);
            sum += (double)result.Observations / means.Length / selections;
            correct += result.Best == best ? 1 : 0;
        }

        return (sum, correct);
    }
}
