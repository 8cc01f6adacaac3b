using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is a figure of a scenario that analyses vary: a value in its own unit, or a factor on figures that stand in several places.</summary>
/// <remarks>The set of a scenario is fixed: see <see cref="Of"/>. A factor of 1 is the scenario as it stands.</remarks>
public sealed record ScenarioParameter
{
    internal ScenarioParameter(string name, string label, string unit, double present, double low, double high, Func<Scenario, double, Scenario> set)
    {
        Name = name;
        Label = label;
        Unit = unit;
        Present = present;
        Low = low;
        High = high;
        Set = set;
    }

    /// <summary>Gets the name used in options.</summary>
    public string Name { get; }

    /// <summary>Gets the name that people read.</summary>
    public string Label { get; }

    /// <summary>Gets the unit; <c>times</c> for a factor.</summary>
    public string Unit { get; }

    /// <summary>Gets the scenario's own value.</summary>
    public double Present { get; }

    /// <summary>Gets the lowest value that an analysis takes, where nothing else is asked for.</summary>
    public double Low { get; }

    /// <summary>Gets the highest value that an analysis takes, where nothing else is asked for.</summary>
    public double High { get; }

    private Func<Scenario, double, Scenario> Set { get; }

    /// <summary>Returns the parameters that a scenario has. Those that would change nothing in it are left out.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <returns>The parameters. Ranges are judgements: a fifth to either side for work and staff, half to double for figures that are hardly known.</returns>
    public static ImmutableArray<ScenarioParameter> Of(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        List<ScenarioParameter> all = [.. Demand(), .. Staff(scenario), .. Work(scenario), .. TravelOf(scenario.Travel), .. DeliveryOf(scenario)];
        return [.. all];
    }

    /// <summary>Returns the parameters that a calibration may fit: those of <see cref="Of"/>, and the figures of single pathways and services.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <returns>The parameters; a part's own ends with its id, as in <c>casework.duration.in-need</c>.</returns>
    public static ImmutableArray<ScenarioParameter> ForCalibration(Scenario scenario) => [.. Of(scenario), .. PartParameters.Of(scenario)];

    /// <summary>Returns a scenario with another value.</summary>
    /// <param name="scenario">The scenario that the parameter was made from.</param>
    /// <param name="value">The value.</param>
    /// <returns>The scenario.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is not possible for this figure.</exception>
    public Scenario With(Scenario scenario, double value)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        try
        {
            // A figure that is set is known.
            Scenario known = scenario.Uncertain.Any(item => string.Equals(item.Figure, Name, StringComparison.Ordinal))
                ? scenario with { Uncertain = [.. scenario.Uncertain.Where(item => !string.Equals(item.Figure, Name, StringComparison.Ordinal))] }
                : scenario;
            return value > 0 && double.IsFinite(value) ? Set(known, value) : throw new ArgumentOutOfRangeException(nameof(value), value, "Expected a finite value above zero.");
        }
        catch (ArgumentOutOfRangeException exception)
        {
            throw new ArgumentOutOfRangeException(
                nameof(value), value, string.Create(CultureInfo.InvariantCulture, $"{Name}: found {value}; expected a value that the scenario's figures allow ({exception.Message.Split('.')[0].Split('\n')[0]})."));
        }
    }

    private static IEnumerable<ScenarioParameter> Demand()
    {
        yield return Factor("demand.referrals", "Referrals", 0.8, 1.2, (scenario, times) => Pathways(scenario, pathway => pathway with { ReferralsPerYear = pathway.ReferralsPerYear * times }));
    }

    private static IEnumerable<ScenarioParameter> Staff(Scenario scenario)
    {
        yield return Factor("staff.fte", "Posts of every service", 0.8, 1.2, (current, times) => Services(current, service => service with { Fte = new Fte(service.Fte.Value * times) }));
        if (scenario.Services.Any(service => service.YearlyTurnover.Value > 0))
        {
            yield return Factor("staff.turnover", "Turnover", 0.5, 2, (current, times) => Services(current, service => service with { YearlyTurnover = Scaled(service.YearlyTurnover, times) }));
        }

        if (scenario.Services.Any(service => service.AbsenceShare.Value > 0))
        {
            yield return Factor("staff.absence", "Sickness absence", 0.5, 2, (current, times) => Services(current, service => service with { AbsenceShare = Scaled(service.AbsenceShare, times) }));
        }

        if (scenario.Services.Any(service => service.DutyHours.Value > 0))
        {
            yield return Factor("staff.dutyHours", "Hours on duty", 0.5, 1.5, (current, times) => Services(current, service => service with { DutyHours = new HoursPerWeek(service.DutyHours.Value * times) }));
        }
    }

    private static IEnumerable<ScenarioParameter> Work(Scenario scenario)
    {
        yield return Factor("casework.duration", "Length of casework", 0.8, 1.2, (current, times) => Casework(current, stage => stage with { Duration = new ScaledDistribution(times, stage.Duration) }));
        yield return Factor("casework.contacts", "Contacts a week", 0.8, 1.2, (current, times) => Casework(current, stage => stage with { ContactsPerWeek = stage.ContactsPerWeek * times }));
        if (scenario.Pathways.Any(pathway => pathway.Waiting.MeanPatience is not null))
        {
            yield return Factor("waiting.patience", "Patience of families", 0.5, 2, (current, times) => Pathways(current, pathway => pathway with
            {
                Waiting = pathway.Waiting with { MeanPatience = pathway.Waiting.MeanPatience is { } days ? new Days(days.Value * times) : null },
            }));
        }

        if (scenario.Feedbacks.Escalation && scenario.Pathways.Any(pathway => pathway.Waiting.MeanTimeToEscalation is not null))
        {
            yield return Factor("waiting.escalation", "Time until a need escalates", 0.5, 2, (current, times) => Pathways(current, pathway => pathway with
            {
                Waiting = pathway.Waiting with { MeanTimeToEscalation = pathway.Waiting.MeanTimeToEscalation is { } days ? new Days(days.Value * times) : null },
            }));
        }
    }

    private static IEnumerable<ScenarioParameter> TravelOf(Travel travel)
    {
        if (travel.Speed is { } speed)
        {
            yield return new ScenarioParameter("travel.speed", "Speed door to door", "km/h", speed.Value, speed.Value / 2, speed.Value * 2, (current, value) => current with { Travel = current.Travel with { Speed = new KilometresPerHour(value) } });
        }

        if (travel.AllocationTolerance.Value > 0)
        {
            double present = travel.AllocationTolerance.Value;
            yield return new ScenarioParameter("travel.allocationTolerance", "Load passed over for nearness", "share", present, present / 2, Math.Min(1, present * 2), (current, value) => current with { Travel = current.Travel with { AllocationTolerance = new Share(value) } });
        }
    }

    private static IEnumerable<ScenarioParameter> DeliveryOf(Scenario scenario)
    {
        if (scenario.DeliveryModels.Any(model => model.LeadersPerLocality.Value > 0))
        {
            yield return Factor("delivery.leaders", "Leaders of a locality", 0.5, 2, (current, times) => Models(current, model => model with { LeadersPerLocality = new Fte(model.LeadersPerLocality.Value * times) }));
        }

        if (scenario.DeliveryModels.Any(model => model.Hub?.Missed.Value > 0))
        {
            yield return Factor("delivery.missed", "Appointments missed at a hub", 0.5, 2, (current, times) => Models(current, model => model.Hub is { } hub ? model with { Hub = hub with { Missed = Scaled(hub.Missed, times) } } : model));
        }

        if (scenario.DeliveryModels.Any(model => model.SharedAssessment))
        {
            yield return Factor("delivery.sharedAssessment", "Length of a shared assessment", 0.8, 1.5, (current, times) => Models(current, model => model with { SharedAssessmentFactor = model.SharedAssessmentFactor * times }));
        }
    }

    private static ScenarioParameter Factor(string name, string label, double low, double high, Func<Scenario, double, Scenario> set) => new(name, label, "times", 1, low, high, set);

    private static Share Scaled(Share share, double times) => new(Math.Min(1, share.Value * times));

    private static Scenario Services(Scenario scenario, Func<Service, Service> change) => scenario with { Services = [.. scenario.Services.Select(change)] };

    private static Scenario Pathways(Scenario scenario, Func<Pathway, Pathway> change) => scenario with { Pathways = [.. scenario.Pathways.Select(change)] };

    private static Scenario Casework(Scenario scenario, Func<CaseworkStage, CaseworkStage> change) => Pathways(scenario, pathway => pathway with { Casework = change(pathway.Casework) });

    private static Scenario Models(Scenario scenario, Func<DeliveryModel, DeliveryModel> change) => scenario with { DeliveryModels = [.. scenario.DeliveryModels.Select(change)] };
}
