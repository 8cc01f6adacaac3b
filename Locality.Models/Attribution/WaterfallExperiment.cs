using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Says what a structure's difference from the scenario's first one is owed to.</summary>
/// <remarks>
/// Every combination of the parts is simulated in the same futures, as a hybrid of the two structures; a part's contribution is its Shapley value:
/// its mean effect over all orders in which the parts can be brought in (see <see cref="ShapleyWaterfall"/>). Re-sharing without pooling is the
/// baseline's localities with the other rule; pooling without re-sharing leaves posts with the areas that they serve. Without the part
/// travel, a family is visited from the baseline's bases of its locality, in their mean, whoever goes; with travel alone, from the other's.
/// </remarks>
public static class WaterfallExperiment
{
    private const int FewestFutures = 2;

    /// <summary>Splits a difference. The results are the same for any number of threads.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="question">The difference: its baseline is the scenario's first structure, for posts and money are counted from it.</param>
    /// <param name="plan">How long, and from which seed; absent means the scenario's own plan.</param>
    /// <param name="threads">The number of threads: above zero. Absent means one for each processor.</param>
    /// <param name="progress">Receives the number of runs done, of <see cref="RunsOf"/>.</param>
    /// <param name="cancellation">Stops the run. What is finished by then is split, if that is two futures or more.</param>
    /// <returns>The contributions.</returns>
    /// <exception cref="ArgumentException">The baseline is not the scenario's first structure; the structures do not differ; or the question cannot be asked.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped before two futures were done.</exception>
    /// <exception cref="ReplicationException">A future failed.</exception>
    public static StructureWaterfall Of(
        Scenario scenario,
        DifferenceQuestion question,
        RunPlan? plan = null,
        int? threads = null,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(question);
        RunPlan used = Experiment.Checked(plan ?? scenario.Plan);
        ImmutableArray<DifferenceParts> factors = FactorsOf(scenario, question);
        OutcomeBasis[] hybrids = Hybrids(scenario, question, used, factors);
        Lock gate = new();
        int done = 0;
        double[][] futures = FinishedFutures.Run(question.Futures, threads ?? Environment.ProcessorCount, Future, FewestFutures, cancellation);
        double[] baseline = [.. futures.Select(future => future[0])];
        double[] structure = [.. futures.Select(future => future[^1])];
        ShapleyWaterfall waterfall = ShapleyWaterfall.OfReplications(factors.Length, subset => [.. futures.Select(future => future[subset])]);
        return new StructureWaterfall
        {
            Scenario = scenario,
            Plan = used with { Replications = futures.Length },
            Question = question,
            Difference = Summary.Difference(question.Measure, [.. structure.Zip(baseline, (own, other) => own - other)]),
            Baseline = waterfall.None,
            Structure = waterfall.All,
            Factors = [.. factors.Select((parts, index) => new WaterfallFactor(parts, waterfall.Contributions[index], waterfall.Intervals!.Value[index]))],
            IsStopped = futures.Length < question.Futures,
        };

        double[] Future(int replication, CancellationToken stop)
        {
            OutcomeBasis first = hybrids[0].InFuture(replication);
            DemandForecast demand = new(first.Basis.Scenario, first.Basis.Demand, new RandomStreams(used.Seed, (uint)replication));
            return [.. hybrids.Select((hybrid, subset) =>
            {
                double value = Experiment.Simulate(subset == 0 ? first : hybrid.InFuture(replication), used, replication, demand, stop).Values[Measure.All.IndexOf(question.Measure)]
                    ?? throw new InvalidOperationException($"{question.Measure.Name}: found nothing to measure in future {replication}; expected a measure that every future has.");
                lock (gate)
                {
                    progress?.Report(++done);
                }

                return value;
            })];
        }
    }

    /// <summary>Returns the parts in which two structures differ: each is one factor of the waterfall.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="question">The difference.</param>
    /// <returns>One or more.</returns>
    /// <exception cref="ArgumentException">The baseline is not the scenario's first structure; the structures do not differ; or the question cannot be asked.</exception>
    public static ImmutableArray<DifferenceParts> FactorsOf(Scenario scenario, DifferenceQuestion question)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(question);
        question.CheckedFor(scenario);
        if (!string.Equals(question.Baseline, scenario.Structures[0].Id, StringComparison.Ordinal))
        {
            throw new ArgumentException($"Found '{question.Baseline}' as the baseline; expected '{scenario.Structures[0].Id}', the scenario's first structure, from which posts and money are counted.", nameof(question));
        }

        ImmutableArray<DifferenceParts> factors = new HybridStructures(scenario, scenario.Structure(question.Structure)).Factors;
        return factors.IsEmpty
            ? throw new ArgumentException($"Found '{question.Structure}', which differs from '{question.Baseline}' in nothing that is simulated; expected another structure.", nameof(question))
            : factors;
    }

    /// <summary>Returns how many runs a waterfall takes: futures × 2 to the number of its factors.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="question">The difference.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentException">The question cannot be asked.</exception>
    public static int RunsOf(Scenario scenario, DifferenceQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Futures << FactorsOf(scenario, question).Length;
    }

    /// <summary>Makes the basis of every subset of the factors. The first is the baseline itself, the last the structure itself.</summary>
    private static OutcomeBasis[] Hybrids(Scenario scenario, DifferenceQuestion question, RunPlan plan, ImmutableArray<DifferenceParts> factors)
    {
        HybridStructures hybrids = new(scenario, scenario.Structure(question.Structure));
        int last = (1 << factors.Length) - 1;
        return [.. Enumerable.Range(0, last + 1).Select(subset =>
        {
            (Scenario under, Structure structure) = subset == 0 ? (scenario, scenario.Structure(question.Baseline))
                : subset == last ? (scenario, scenario.Structure(question.Structure))
                : hybrids.With(factors.Index().Where(item => (subset & (1 << item.Index)) != 0).Aggregate(DifferenceParts.None, (parts, item) => parts | item.Item));
            return new OutcomeBasis(new StructureBasis(under, structure, scenario.Budget.FreedMoney, plan.Years), plan);
        })];
    }
}
