using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is a figure in <c>scenario.yaml</c> that a calibrated parameter changes.</summary>
/// <param name="Path">Where it stands, parts by id: <c>pathways[in-need].returns.chance</c>.</param>
/// <param name="Present">What stands there, or what the program takes where nothing does; null where it is more than one number.</param>
/// <param name="Calibrated">What to write there; null where every number there is to be multiplied by <paramref name="Times"/>.</param>
/// <param name="Times">The factor.</param>
public sealed record FigureChange(string Path, double? Present, double? Calibrated, double Times)
{
    /// <summary>Returns the figures that a parameter's value changes.</summary>
    /// <param name="scenario">The scenario as it stands.</param>
    /// <param name="parameter">The parameter, one of <see cref="ScenarioParameter.ForCalibration"/>.</param>
    /// <param name="value">Its value.</param>
    /// <returns>The figures; for a parameter of several places, each of them.</returns>
    public static ImmutableArray<FigureChange> Of(Scenario scenario, ScenarioParameter parameter, double value)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(parameter);
        if (!string.Equals(parameter.Unit, "times", StringComparison.Ordinal))
        {
            return [new FigureChange(parameter.Name, parameter.Present, value, value / parameter.Present)];
        }

        string[] words = parameter.Name.Split('.', 3);
        string? part = words.Length > 2 ? words[2] : null;
        string name = $"{words[0]}.{words[1]}";
        FigureChange[] found = words[0] is "staff"
            ? [.. scenario.Services.Where(service => IsPart(part, service.Id)).SelectMany(service => OfService(name, service, value))]
            : [.. scenario.Pathways.Where(pathway => IsPart(part, pathway.Id)).SelectMany(pathway => OfPathway(name, pathway, value))];
        return found.Length > 0 ? [.. found] : [new FigureChange(parameter.Label, null, null, value)];
    }

    private static bool IsPart(string? part, string id) => part is null || string.Equals(part, id, StringComparison.Ordinal);

    private static IEnumerable<FigureChange> OfService(string name, Service service, double times) => Numbers(
        $"services[{service.Id}]",
        name switch
        {
            "staff.fte" => ("fte", service.Fte.Value),
            "staff.turnover" => ("yearlyTurnover", service.YearlyTurnover.Value),
            "staff.absence" => ("absenceShare", service.AbsenceShare.Value),
            "staff.dutyHours" => ("dutyHours", service.DutyHours.Value),
            _ => (null, null),
        },
        times);

    private static IEnumerable<FigureChange> OfPathway(string name, Pathway pathway, double times)
    {
        string path = $"pathways[{pathway.Id}]";

        // A nominal share is one at most: beyond that the durations themselves have to grow.
        return string.Equals(name, "casework.duration", StringComparison.Ordinal) && pathway.Casework.NominalShare * times > 1
            ? [new FigureChange($"{path}.casework.duration: every length in days", null, null, times)]
            : Numbers(
                path,
                name switch
                {
                    "demand.referrals" => ("referralsPerYear", pathway.ReferralsPerYear),
                    "assessment.length" => ("assessment.meanLength", pathway.Assessment.MeanLength.Value),
                    "assessment.notInNeed" => ("assessment.notInNeed", pathway.Assessment.NotInNeed.Value),
                    "casework.duration" => ("casework.nominalShare", pathway.Casework.NominalShare),
                    "casework.contacts" => ("casework.contactsPerWeek", pathway.Casework.ContactsPerWeek),
                    "conference.length" => ("conference.meanLength", pathway.Conference?.MeanLength.Value),
                    "returns.chance" => ("returns.chance", pathway.Returns.Chance.Value),
                    "waiting.patience" => ("waiting.meanPatience", pathway.Waiting.MeanPatience?.Value),
                    "waiting.escalation" => ("waiting.meanTimeToEscalation", pathway.Waiting.MeanTimeToEscalation?.Value),
                    _ => (null, null),
                },
                times);
    }

    private static IEnumerable<FigureChange> Numbers(string path, (string? Key, double? Present) figure, double times) =>
        figure is (string key, double present) && present > 0 ? [new FigureChange($"{path}.{key}", present, present * times, times)] : [];
}
