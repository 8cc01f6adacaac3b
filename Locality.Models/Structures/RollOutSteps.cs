using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Turns the roll-out of a delivery model into dated steps.</summary>
internal static class RollOutSteps
{
    /// <summary>Returns one step for each locality that does not have the model from the first day, sorted by date, then in the order of opening.</summary>
    /// <remarks>Phase k, from 0, opens on the first day + k × the phase's length, in whole days. A locality that is not ready then opens on the day on which it is, and nobody takes its place.</remarks>
    /// <param name="structure">The structure, with its localities; without a roll-out it gives no step.</param>
    /// <param name="need">The locality's share of need over its children: those with the most go first, and ties keep the structure's order.</param>
    internal static ImmutableArray<PlanStep> Of(Structure structure, Func<Locality, double> need)
    {
        if (structure.RollOut is not { } rollOut)
        {
            return [];
        }

        Dictionary<string, DateOnly> ready = rollOut.Ready.ToDictionary(readiness => readiness.Locality, readiness => readiness.On, StringComparer.Ordinal);
        Dictionary<string, string> models = structure.Delivery
            .SelectMany(choice => choice.Localities.Select(locality => (Locality: locality, choice.Model)))
            .ToDictionary(pair => pair.Locality, pair => pair.Model, StringComparer.Ordinal);
        IEnumerable<PlanStep> steps = structure.Localities
            .Where(locality => !string.Equals(models.GetValueOrDefault(locality.Id, structure.DeliveryModel ?? ""), rollOut.Model, StringComparison.Ordinal))
            .OrderByDescending(need)
            .Select((locality, place) =>
            {
                DateOnly phase = PhaseStart(rollOut, place / rollOut.LocalitiesPerPhase);
                DateOnly readyOn = ready.GetValueOrDefault(locality.Id, phase);
                return new PlanStep
                {
                    On = readyOn > phase ? readyOn : phase,
                    MeanLateness = rollOut.MeanLateness,
                    Delivery = new() { Locality = locality.Id, Model = rollOut.Model },
                };
            });
        return [.. steps.OrderBy(step => step.On)];
    }

    // A phase beyond the last date that there is comes after the end of any run.
    private static DateOnly PhaseStart(RollOut rollOut, int phase)
    {
        double days = Math.Floor(phase * rollOut.PhaseLength.Value);
        return days < DateOnly.MaxValue.DayNumber - rollOut.First.DayNumber ? rollOut.First.AddDays((int)days) : DateOnly.MaxValue;
    }
}
