using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Finds out how sure a choice among structures is, and what makes it unsure.</summary>
/// <remarks>
/// Every future is simulated up to four times for each structure: as it falls out; with the same figures and other drift and chance; with the same
/// drift and other figures and chance; and with its own drift and chance and the figures as they stand. Outcomes that share one source
/// only are alike by what this source does: see <see cref="UncertaintySplit.InputCorrelation"/>.
/// </remarks>
public static class UncertaintyExperiment
{
    private const int FewestOfAKind = 5;

    private const double TestLevel = 0.95;

    /// <summary>Analyses the uncertainty. The results are the same for any number of threads.</summary>
    /// <param name="scenario">The scenario, with its <see cref="Scenario.Uncertain"/> figures. It may have none: then chance and drift are all there is.</param>
    /// <param name="question">What is asked; absent means the mean wait of all structures.</param>
    /// <param name="plan">How long, and from which seed; absent means the scenario's own plan.</param>
    /// <param name="threads">The number of threads: above zero. Absent means one for each processor.</param>
    /// <param name="progress">Receives the number of runs done, of <see cref="RunsOf"/>.</param>
    /// <param name="cancellation">Stops the analysis. What is finished by then is analysed, if that is 10 futures or more.</param>
    /// <returns>The analysis.</returns>
    /// <exception cref="ArgumentException">A structure, the measure, a number or an uncertain figure is not possible.</exception>
    /// <exception cref="OperationCanceledException">The analysis was stopped before 10 futures were done.</exception>
    /// <exception cref="ReplicationException">A future failed.</exception>
    public static UncertaintyAnalysis Of(
        Scenario scenario,
        UncertaintyQuestion? question = null,
        RunPlan? plan = null,
        int? threads = null,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        UncertaintyQuestion asked = (question ?? new UncertaintyQuestion()).CheckedFor(scenario);
        RunPlan used = Experiment.Checked(plan ?? scenario.Plan);
        FourRuns runs = new(scenario, asked, used, progress);
        FutureOutcome[] futures = FinishedFutures.Run(asked.Futures, threads ?? Environment.ProcessorCount, runs.Of, UncertaintyQuestion.FewestFutures, cancellation);
        return new UncertaintyAnalysis
        {
            Scenario = scenario,
            Question = asked,
            Plan = used with { Replications = futures.Length },
            IsStopped = futures.Length < asked.Futures,
            Structures = Regrets(scenario, asked, futures),
            Differences = [.. Enumerable.Range(1, asked.Structures.Length - 1).Select(index => DifferenceOf(scenario, asked, index, futures))],
            Figures = Figures(scenario, asked, used, futures),
        };
    }

    /// <summary>Returns how many runs of a structure an analysis takes.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="question">The question.</param>
    /// <returns>The number.</returns>
    public static int RunsOf(Scenario scenario, UncertaintyQuestion question)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(question);
        int structures = question.Structures.IsEmpty ? scenario.Structures.Length : question.Structures.Length;
        return question.Futures * structures * (1 + (scenario.Uncertain.IsEmpty ? 0 : 2) + (FourRuns.Drifts(scenario) ? 1 : 0));
    }

    private static ImmutableArray<StructureRegret> Regrets(Scenario scenario, UncertaintyQuestion question, FutureOutcome[] futures)
    {
        double[][] values = [.. question.Structures.Select((_, index) => futures.Select(future => future.Values[index]).ToArray())];
        Regret regret = Regret.Of(values, DirectionOf(question.Measure));
        (string Name, string Unit, double[] Values)[] marks = Marks(scenario, futures);
        return [.. question.Structures.Select((id, index) =>
        {
            bool[] wrong = [.. regret.ByFuture[index].Select(item => item > question.IndifferenceZone)];
            return new StructureRegret(
                scenario.Structure(id),
                Confidence.Mean(values[index]),
                Confidence.Mean([.. regret.ByFuture[index]]),
                regret.Worst[index],
                regret.ShareBest[index],
                wrong.Count(item => item) / (double)wrong.Length,
                MarkOf(marks, wrong));
        })];
    }

    /// <summary>Finds what differs most, in standard errors, between the futures in which a structure is wrong and the others.</summary>
    private static WrongMark? MarkOf((string Name, string Unit, double[] Values)[] marks, bool[] wrong)
    {
        int count = wrong.Count(item => item);
        if (count < FewestOfAKind || wrong.Length - count < FewestOfAKind)
        {
            return null;
        }

        double level = 1 - ((1 - TestLevel) / marks.Length);
        WrongMark? best = null;
        double most = 0;
        foreach ((string name, string unit, double[] values) in marks)
        {
            double[] there = [.. values.Where((_, future) => wrong[future])];
            double[] elsewhere = [.. values.Where((_, future) => !wrong[future])];
            WelchDifference difference = WelchDifference.Of(elsewhere, there, level);
            if (difference.Mean is { Lower: > 0 } or { Upper: < 0 } && Math.Abs(difference.Statistic ?? 0) > most)
            {
                most = Math.Abs(difference.Statistic!.Value);
                best = new WrongMark(name, unit, there.Average(), elsewhere.Average());
            }
        }

        return best;
    }

    private static (string Name, string Unit, double[] Values)[] Marks(Scenario scenario, FutureOutcome[] futures)
    {
        ImmutableArray<ScenarioParameter> known = ScenarioParameter.Of(scenario);
        IEnumerable<(string Name, string Unit, double[] Values)> figures = scenario.Uncertain.Select((figure, index) => (
            figure.Figure,
            known.First(item => string.Equals(item.Name, figure.Figure, StringComparison.Ordinal)).Unit,
            futures.Select(future => future.Figures[index]).ToArray()));
        return [.. figures, .. FourRuns.Drifts(scenario) ? [(WrongMark.DemandDrift, "times", futures.Select(future => future.Drift).ToArray())] : Array.Empty<(string, string, double[])>()];
    }

    private static UncertainDifference DifferenceOf(Scenario scenario, UncertaintyQuestion question, int index, FutureOutcome[] futures)
    {
        double[] Of(Func<FutureOutcome, double[]?> values) => [.. futures.Select(values).OfType<double[]>().Select(item => item[index] - item[0])];

        double[] drawn = Of(future => future.Values);
        double[] known = Of(future => future.AsTheyStand);
        return new UncertainDifference(
            scenario.Structure(question.Structures[index]),
            Summary.Difference(question.Measure, drawn),
            known.Length > 0 ? Summary.Difference(question.Measure, known) : null,
            Correlation(drawn, Of(future => future.SameFigures)),
            Correlation(drawn, Of(future => future.SameDrift)));
    }

    private static Interval? Correlation(double[] values, double[] alike) =>
        alike.Length == 0 ? null : UncertaintySplit.Of([.. values.Zip(alike, (one, other) => new[] { one, other })]).InputCorrelation;

    private static ImmutableArray<FigureValue> Figures(Scenario scenario, UncertaintyQuestion question, RunPlan plan, FutureOutcome[] futures)
    {
        if (scenario.Uncertain.IsEmpty)
        {
            return [];
        }

        // Two runs of the same figures tell more of what these do than one.
        ImmutableArray<InformationValue> values = InformationValue.Of(
            [.. question.Structures.Select((_, index) => futures.Select(future => (future.Values[index] + future.SameFigures![index]) / 2).ToArray())],
            [.. scenario.Uncertain.Select((_, index) => futures.Select(future => future.Figures[index]).ToArray())],
            DirectionOf(question.Measure),
            plan.Seed);
        return [.. scenario.Uncertain.Zip(values, (figure, value) => new FigureValue(figure, value))
            .OrderByDescending(item => item.Information.Value.Mean)
            .ThenByDescending(item => item.Information.Explained)];
    }

    private static BetterDirection DirectionOf(Measure measure) => measure.Better == BetterWhen.Higher ? BetterDirection.Higher : BetterDirection.Lower;
}
