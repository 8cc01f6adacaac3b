using System.Runtime.CompilerServices;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Gives the difference of two structures in one future of a scenario, in one measure, for any scenario asked about.</summary>
/// <remarks>Structures, scenarios and futures meet the same chances as far as they have them in common. It may be called from several threads at once.</remarks>
internal sealed class DifferenceSampler(string structure, string baseline, Measure measure, RunPlan plan, IProgress<int>? progress, CancellationToken cancellation)
{
    // What is worked out for a scenario goes when the scenario goes.
    private readonly ConditionalWeakTable<Scenario, Lazy<OutcomeBasis[]>> bases = [];
    private readonly int index = Measure.All.IndexOf(measure);
    private readonly Lock gate = new();
    private int done;

    /// <summary>Returns the structure's value less the baseline's.</summary>
    internal double Of(Scenario scenario, int replication)
    {
        OutcomeBasis[] pair = bases.GetValue(scenario, from => new Lazy<OutcomeBasis[]>(() => [BasisOf(from, structure), BasisOf(from, baseline)])).Value;
        pair = [.. pair.Select(basis => basis.InFuture(replication))];
        DemandForecast demand = new(pair[0].Basis.Scenario, pair[0].Basis.Demand, new RandomStreams(plan.Seed, (uint)replication));
        double[] values = [.. pair.Select(basis => Experiment.Simulate(basis, plan, replication, demand, cancellation).Values[index]
            ?? throw new InvalidOperationException($"{measure.Name}: found nothing to measure in future {replication} of {basis.Basis.Structure.Id}; expected a measure that every future has."))];
        lock (gate)
        {
            progress?.Report(++done);
        }

        return values[0] - values[1];
    }

    private OutcomeBasis BasisOf(Scenario scenario, string id) => new(new StructureBasis(scenario, scenario.Structure(id), scenario.Budget.FreedMoney, plan.Years), plan);
}
