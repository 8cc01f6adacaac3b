using System.Collections.Concurrent;
using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Gives what was observed as it comes out in one future of a scenario, for any scenario asked about. It may be called from several threads at once.</summary>
/// <remarks>All scenarios meet the same futures: a future is keyed by its number.</remarks>
internal sealed class ObservedSampler(ImmutableArray<ObservedFigure> figures, string structure, RunPlan plan, CancellationToken cancellation)
{
    private readonly ConcurrentDictionary<Scenario, Lazy<OutcomeBasis>> bases = new(ReferenceEqualityComparer.Instance);

    /// <summary>Returns the value of each figure.</summary>
    internal double[] Of(Scenario scenario, int replication)
    {
        OutcomeBasis basis = bases.GetOrAdd(
            scenario,
            from => new Lazy<OutcomeBasis>(() => new OutcomeBasis(new StructureBasis(from, from.Structure(structure), from.Budget.FreedMoney, plan.Years), plan))).Value;
        DemandForecast demand = new(basis.Basis.Scenario, basis.Basis.Demand, new RandomStreams(plan.Seed, (uint)replication));
        StructureRun? seen = null;
        HeldByService? held = null;
        ReplicationOutcome outcome = Experiment.Simulate(basis, plan, replication, demand, cancellation, run =>
        {
            seen = run;
            held = new HeldByService(run, basis.Levels.Start);
        });
        return [.. figures.Select(figure => ValueOf(figure, basis, outcome, seen!, held!)
            ?? throw new InvalidOperationException($"{figure.Name}: found nothing to measure in future {replication}; expected a figure that every future has. A longer run, or a larger part, may have one."))];
    }

    private double? ValueOf(ObservedFigure figure, OutcomeBasis basis, ReplicationOutcome outcome, StructureRun run, HeldByService held)
    {
        double years = plan.Years - plan.WarmUpYears;
        Measure measure = figure.Measure;
        int? level = figure.By is { } dimension ? Array.IndexOf(basis.Levels.Names[(int)dimension], figure.Part) : null;
        if (measure == Measure.ChildrenClosed)
        {
            return run.Cases
                .Where(item => item.Outcome == CaseOutcome.Closed && item.EndedAt >= basis.Levels.Start && (level is null || item.FirstPathway == level))
                .Sum(item => (double)item.Children) / years;
        }

        if (measure == Measure.ChildrenHeld)
        {
            return held.Children(level);
        }

        if (measure == Measure.CasesPerFte && level is { } service)
        {
            return held.PerFte(service);
        }

        double? value = figure.By is { } by ? Part(by, level!.Value) : Measure.All.Contains(measure) ? outcome.Values[Measure.All.IndexOf(measure)] : Whole();
        return Observables.IsPerYear(measure) ? value / years : value;

        double? Part(BreakdownDimension by, int index) => outcome.Levels[(int)by][index].Values[Measure.OfLevels(by).IndexOf(measure)];

        // Every child is on one pathway: the whole is the sum.
        double? Whole() => Enumerable.Range(0, basis.Levels.Names[(int)BreakdownDimension.Pathway].Length).Sum(index => Part(BreakdownDimension.Pathway, index));
    }
}
