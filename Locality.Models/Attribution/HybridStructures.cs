using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Makes structures that have some parts of one structure and the rest of the baseline.</summary>
internal sealed class HybridStructures
{
    private const string HybridId = "hybrid";

    private readonly Scenario scenario;
    private readonly Structure baseline;
    private readonly Structure planned;
    private readonly Structure target;

    /// <summary>Makes the hybrids of a structure and the scenario's first one.</summary>
    internal HybridStructures(Scenario scenario, Structure structure)
    {
        this.scenario = scenario;
        baseline = scenario.Structures[0];
        planned = structure;
        Redraw? last = structure.Steps.OrderBy(step => step.On).LastOrDefault(step => step.Redraw is not null)?.Redraw;
        target = last is null ? structure with { Steps = [], RollOut = null } : scenario.Structure(last.To);
    }

    /// <summary>Gets the parts in which the structures differ: those that cannot be taken apart stand together.</summary>
    internal ImmutableArray<DifferenceParts> Factors
    {
        get
        {
            bool moves = !Likeness.SameLocalities(baseline, target);
            bool delivers = !Likeness.SameArrangements(baseline with { Steps = [], RollOut = null }, target with { Steps = [], RollOut = null });
            bool dated = !planned.Steps.IsEmpty || planned.RollOut is not null;

            // What names localities or teams can only come with them.
            bool deliveryNames = moves && (NamesLocalities(baseline) || NamesLocalities(target));
            bool datesName = moves && planned.RollOut is not null;
            DifferenceParts[] all =
            [
                If(target.Staffing != baseline.Staffing, DifferenceParts.Resharing),
                If(moves, DifferenceParts.Pooling) | If(deliveryNames && delivers, DifferenceParts.Delivery) | If(datesName, DifferenceParts.Transition),
                If(moves || ChangesMoney(), DifferenceParts.Management),
                If(moves && scenario.Travel.Speed is not null, DifferenceParts.Travel),
                If(delivers && !deliveryNames, DifferenceParts.Delivery),
                If(dated && !datesName, DifferenceParts.Transition),
            ];
            return [.. all.Where(part => part != DifferenceParts.None)];
        }
    }

    /// <summary>Returns the scenario and the structure that has some parts of the structure and the rest of the baseline.</summary>
    internal (Scenario Scenario, Structure Structure) With(DifferenceParts parts)
    {
        bool pooled = parts.HasFlag(DifferenceParts.Pooling);
        bool travels = parts.HasFlag(DifferenceParts.Travel);
        Structure served = parts.HasFlag(DifferenceParts.Delivery) ? target : baseline;
        Structure managed = parts.HasFlag(DifferenceParts.Management) ? target : baseline;
        Structure drawn = pooled ? target : baseline;
        Structure hybrid = drawn with
        {
            Id = HybridId,
            Name = HybridId,
            Staffing = parts.HasFlag(DifferenceParts.Resharing) || target.Staffing == baseline.Staffing ? target.Staffing : pooled ? StaffingRule.AsBaseline : baseline.Staffing,
            Services = served.Services,
            FrontDoor = served.FrontDoor,
            DeliveryModel = served.DeliveryModel,
            Delivery = served.Delivery,
            ExtraPosts = served.ExtraPosts,
            Steps = [],
            RollOut = null,
            Variation = new StructureVariation(managed, managed, RoadsOf(pooled, travels)),
        };
        Scenario known = scenario with { Structures = [.. scenario.Structures, hybrid] };
        return parts.HasFlag(DifferenceParts.Transition) ? (known, Dated(hybrid)) : (known, hybrid);
    }

    private Structure? RoadsOf(bool pooled, bool travels) => (pooled, travels) switch
    {
        (true, false) => baseline,
        (false, true) => target,
        _ => null,
    };

    /// <summary>Returns the plan with the hybrid at the end of its last redraw; without a redraw, the hybrid with the plan's steps.</summary>
    private Structure Dated(Structure hybrid)
    {
        PlanStep? last = planned.Steps.OrderBy(step => step.On).LastOrDefault(step => step.Redraw is not null);
        return last is null
            ? hybrid with { Steps = planned.Steps, RollOut = planned.RollOut }
            : planned with { Steps = [.. planned.Steps.Select(step => ReferenceEquals(step, last) ? step with { Redraw = step.Redraw! with { To = HybridId } } : step)] };
    }

    private static DifferenceParts If(bool differs, DifferenceParts parts) => differs ? parts : DifferenceParts.None;

    private bool ChangesMoney() =>
        Math.Abs(Budget.BoughtFte(scenario, target, scenario.Budget.FreedMoney) - Budget.BoughtFte(scenario, baseline, scenario.Budget.FreedMoney)) > 1e-9;

    private static bool NamesLocalities(Structure structure) =>
        !structure.Delivery.IsEmpty || !structure.ExtraPosts.IsEmpty || structure.Services.Any(placement => !placement.Posts.IsEmpty);
}
