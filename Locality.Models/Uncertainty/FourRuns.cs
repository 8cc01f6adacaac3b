using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Simulates a future and those that share one of its sources of uncertainty.</summary>
internal sealed class FourRuns
{
    private readonly Scenario scenario;
    private readonly UncertaintyQuestion question;
    private readonly RunPlan plan;
    private readonly IProgress<int>? progress;
    private readonly OutcomeBasis[] asTheyStand;
    private readonly int measure;
    private readonly Lock gate = new();
    private int done;

    internal FourRuns(Scenario scenario, UncertaintyQuestion question, RunPlan plan, IProgress<int>? progress)
    {
        this.scenario = scenario;
        this.question = question;
        this.plan = plan;
        this.progress = progress;
        asTheyStand = BasesOf(scenario with { Uncertain = [] });
        measure = Measure.All.IndexOf(question.Measure);
    }

    /// <summary>Says whether demand drifts.</summary>
    internal static bool Drifts(Scenario scenario) => scenario.Demand.Drift is { YearlyChangeSd: > 0 } || scenario.Demand.AreaDrift is { YearlyChangeSd: > 0 };

    /// <summary>Returns what a future came to. Relatives take what they do not share from a future of their own, beyond all those asked for.</summary>
    internal FutureOutcome Of(int future, CancellationToken stop)
    {
        bool uncertain = !scenario.Uncertain.IsEmpty;
        int relative = question.Futures + future;
        OutcomeBasis[] own = Drawn(future);
        double[] values = Run(own, drift: future, chance: future, stop);
        return new FutureOutcome(
            values,
            uncertain ? Run(own, drift: relative, chance: relative, stop) : null,
            Drifts(scenario) ? Run(Drawn(relative), drift: future, chance: relative, stop) : null,
            uncertain ? Run(asTheyStand, drift: future, chance: future, stop) : null,
            FigureDraws.Values(scenario, plan.Seed, future),
            DemandOf(own[0], future, future).MeanDrift(plan.WarmUpYears * 365.25));
    }

    private double[] Run(OutcomeBasis[] structures, int drift, int chance, CancellationToken stop)
    {
        DemandForecast demand = DemandOf(structures[0], drift, chance);
        return [.. structures.Select(structure =>
        {
            double value = Experiment.Simulate(structure, plan, chance, demand, stop).Values[measure]
                ?? throw new InvalidOperationException($"{question.Measure.Name}: found nothing to measure in a future of {structure.Basis.Structure.Id}; expected a measure that every future has.");
            lock (gate)
            {
                progress?.Report(++done);
            }

            return value;
        })];
    }

    private DemandForecast DemandOf(OutcomeBasis basis, int drift, int chance) =>
        new(basis.Basis.Scenario, basis.Basis.Demand, new RandomStreams(plan.Seed, (uint)chance), new RandomStreams(plan.Seed, (uint)drift));

    private OutcomeBasis[] Drawn(int future) => scenario.Uncertain.IsEmpty ? asTheyStand : BasesOf(FigureDraws.Of(scenario, plan.Seed, future));

    private OutcomeBasis[] BasesOf(Scenario figures) =>
        [.. question.Structures.Select(id => new OutcomeBasis(new StructureBasis(figures, figures.Structure(id), figures.Budget.FreedMoney, plan.Years), plan))];
}
