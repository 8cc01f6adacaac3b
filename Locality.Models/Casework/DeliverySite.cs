using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is a locality's delivery model at work: its panel and its hub.</summary>
internal sealed class DeliverySite
{
    private readonly BatchGate? panel;

    internal DeliverySite(Simulator simulator, DeliveryModel model, double daysPerWorkingDay, HubRoad? road = null)
    {
        Model = model;
        Hub = road is null ? null : new Hub(road);
        if (model.Panel is { } rules)
        {
            panel = new BatchGate(simulator, simulator.Now + (rules.Interval.Value * daysPerWorkingDay), rules.Interval.Value * daysPerWorkingDay, rules.Slots);
        }
    }

    internal DeliveryModel Model { get; }

    /// <summary>Gets the hub; null where there is none.</summary>
    internal Hub? Hub { get; }

    /// <summary>Tells whether a case goes to the panel: it is not urgent, and wants a further service.</summary>
    internal bool GoesToPanel(Case item) => panel is not null && !item.IsUrgent && item.Wants.Length > 0;

    /// <summary>Waits for a sitting that decides on a case.</summary>
    internal async Process Decide(Case item)
    {
        await panel!.Pass(item.Priority);
        item.WentToPanel = true;
    }

    /// <summary>Returns the length of an assessment with all that the model adds to it, in working days.</summary>
    internal double AssessmentLength(Case item, double own, AssessmentStage stage, Func<int, bool> isLocal)
    {
        double length = own;
        if (Model.SharedAssessment && item.Wants.Any(wanted => isLocal(wanted.Laws.Service)))
        {
            length *= Model.SharedAssessmentFactor;
        }

        if (GoesToPanel(item) && stage.HoursPerWeek.Value > 0)
        {
            length += Model.Panel!.PreparationHours.Value / stage.HoursPerWeek.Value * 5;
        }

        return length;
    }

    /// <summary>Returns the mean delay of a request for help, in working days. A service from outside the locality is asked as if there were no model.</summary>
    internal double RequestDelay(bool isLocal) => isLocal ? Model.RequestDelay.Value : new DeliveryModel { Id = "" }.RequestDelay.Value;
}
