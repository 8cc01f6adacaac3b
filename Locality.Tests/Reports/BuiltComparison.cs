using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Tests;

/// <summary>Makes comparisons from chosen values of futures, without simulating: every measure is zero in every future unless a test says otherwise.</summary>
internal static class BuiltComparison
{
    /// <summary>Deviations of five futures. The half-width of the 95 % interval of their mean is 2.7764 · √(2.5/4) / √5 = 0.98.</summary>
    internal static readonly double[] Spread = [-1, -0.5, 0, 0.5, 1];

    /// <summary>Returns five futures around a mean, with an interval of 0.98 times the scale to either side. A negative scale turns the futures round.</summary>
    internal static double?[] Around(double mean, double scale = 1) => [.. Spread.Select(deviation => (double?)(mean + (scale * deviation)))];

    /// <summary>Makes a comparison of structures of one area; the first is the baseline.</summary>
    internal static StructureComparison Of(params BuiltStructure[] structures)
    {
        int futures = structures[0].Waits.Length;
        Scenario plain = PlainScenario.Of(1);
        Structure[] made = [.. structures.Select((structure, place) => PlainScenario.Groups(structure.Id ?? $"id{place}", [0]) with { Name = structure.Name })];
        StructureResult[] results = [.. structures.Select((structure, place) => Result(made[place], structure, futures))];
        return new StructureComparison
        {
            Scenario = plain with { Structures = [.. made] },
            Plan = plain.Plan with { Replications = futures },
            Structures = [.. results],
            Differences = [.. results.Skip(1).Select(result => Summary.Difference(result, results[0]))],
            CashReleased = [],
        };
    }

    private static StructureResult Result(Structure made, BuiltStructure structure, int futures)
    {
        double?[] none = [.. Enumerable.Repeat<double?>(0, futures)];
        ImmutableArray<double?>[] values =
        [
            .. Measure.All.Select(measure => ImmutableArray.Create(
                ReferenceEquals(measure, Measure.WaitToAllocation) ? structure.Waits : structure.Others.FirstOrDefault(other => ReferenceEquals(other.Measure, measure)).Futures ?? none)),
        ];
        return new StructureResult
        {
            Structure = made,
            FreedMoney = FreedMoney.Released,
            BoughtFte = 0,
            Cost = new YearlyCost(0, 0, 0, 0, 0, 0),
            Futures = [.. values],
            Measures = [.. Measure.All.Select((measure, place) => Mean(measure, [.. values[place].OfType<double>()]))],
            WaitDistribution = structure.SeenOnEveryDay is { } seen
                ? new WaitDistribution
                {
                    Futures = seen.Length,
                    Days = [.. Enumerable.Range(0, Measure.HorizonDays + 1).Select(day => new WaitDay(day, MeanOverFutures.Of(seen, 0, 1), new MeanOverFutures(0, 0, 0)))],
                }
                : null,
        };
    }

    private static MeasureResult Mean(Measure measure, double[] futures)
    {
        MeanOverFutures? mean = futures.Length == 0 ? null : MeanOverFutures.Of(futures, measure.Least, measure.Greatest);
        return new MeasureResult(measure, mean?.Mean, mean?.Lower, mean?.Upper);
    }
}
