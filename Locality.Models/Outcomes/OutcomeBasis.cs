using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is what the outcomes of all replications of one structure have in common. Immutable, and so shared between threads.</summary>
internal sealed class OutcomeBasis
{
    private readonly RunPlan plan;

    internal OutcomeBasis(StructureBasis basis, RunPlan plan)
    {
        this.plan = plan;
        Basis = basis;
        Levels = new BreakdownLevels(basis, basis.BranchDay + (plan.WarmUpYears * 365.25));
        Flow = new FlowLayout(basis.Scenario);
        Agencies = [.. StructureCosts.ByAgency(basis.Arrangement, basis.Cost)];
        CostByLocality = StructureCosts.ByLocality(basis.Arrangement, basis.Cost, basis.Demand.NeedShares);
        NeedByLocality = basis.Arrangement.Map.ByLocality(basis.Demand.NeedShares);
        BoundariesCut = Coterminosity.CutShare(basis.Scenario.Place, basis.Arrangement.Map.LocalityOfArea);
        SetUpCost = LocalitySim.Models.SetUpCost.Of(basis.Arrangement, Arrangement.Of(basis.Scenario, basis.Scenario.Structures[0], 0));
        RankedAreas = Fifths.Ranked(basis.Scenario.Place);
    }

    internal StructureBasis Basis { get; }

    /// <summary>Returns the basis of one future: this one, unless the scenario draws figures anew in each.</summary>
    internal OutcomeBasis InFuture(int replication) =>
        Basis.InFuture(plan.Seed, replication) is var basis && ReferenceEquals(basis, Basis) ? this : new OutcomeBasis(basis, plan);

    internal BreakdownLevels Levels { get; }

    /// <summary>Gets the stages of the flow of referrals.</summary>
    internal FlowLayout Flow { get; }

    internal ImmutableArray<AgencyCost> Agencies { get; }

    internal double[] CostByLocality { get; }

    internal double[] NeedByLocality { get; }

    /// <summary>Gets the share of partners' divisions that lie in more than one locality; null without partners.</summary>
    internal double? BoundariesCut { get; }

    /// <summary>Gets the one-off cost of the structure as it starts, in pounds.</summary>
    internal double SetUpCost { get; }

    /// <summary>Gets the areas from the most deprived to the least.</summary>
    internal int[] RankedAreas { get; }
}
