using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Tells whether a team is a queue M/M/c by the scenario's own rules, so that theory gives its waits exactly.</summary>
/// <remarks>
/// So it is where families come in a Poisson stream that never changes, each worker holds one case at a time and is always there, casework has an exponential
/// length and moves on at its nominal pace, nobody is lost or changes their place in line, and nothing comes before or after the one list. No real place is like that; the check
/// of the method is. Theory is of a settled system: the start from an empty list is not in it.
/// </remarks>
internal static class PureQueue
{
    /// <summary>The children for each open case from which a second referral of the same child, which joins the first, no longer counts.</summary>
    private const double ChildrenPerCase = 10_000;

    private const double Rounding = 1e-9;

    /// <summary>Returns by how much a team meets a target at a number of posts; null where theory does not know.</summary>
    internal static Func<int, double>? MarginOf(Arrangement present, StaffTeam team, StaffTarget target)
    {
        Scenario scenario = present.Scenario;
        Pathway[] led = [.. scenario.Pathways.Where(pathway => string.Equals(pathway.Service, team.ServiceId, StringComparison.Ordinal))];
        if (!scenario.Uncertain.IsEmpty || !team.Leads || led.Length != 1 || !IsSteady(scenario) || !scenario.Pathways.All(IsPlain) || !HoldsOneCase(scenario.Services[team.Service], led[0], scenario.Feedbacks))
        {
            return null;
        }

        Pathway pathway = led[0];
        double[] need = NeedShares.ByDeprivation(scenario.Place, pathway.DeprivationExponent ?? scenario.Demand.DeprivationExponent);
        double share = present.Services[team.Service].ByTeam(need)[team.Team];
        double perDay = DemandForecast.FirstReferralsPerYear(scenario, scenario.Pathways.IndexOf(pathway)) / 365.25 * share
            * (1 - pathway.NoFurtherAction.Value) * (1 - pathway.Assessment.NotInNeed.Value);
        double service = pathway.Casework.Duration.Mean * pathway.Casework.NominalShare;
        double load = perDay * service;
        int children = scenario.Place.Areas.Where((_, area) => present.Services[team.Service].TeamOfArea[area] == team.Team).Min(area => area.Children);
        if (!(load > 0 && load * ChildrenPerCase <= children))
        {
            return null;
        }

        return posts => posts <= load
            ? -Measure.HorizonDays
            : Margin(new ErlangC(posts, perDay, service), target);
    }

    private static double Margin(ErlangC queue, StaffTarget target) => target.Kind == StaffTargetKind.Mean
        ? target.Time - queue.MeanWait
        : 1 - target.Share - queue.WaitBeyond(target.Time);

    /// <summary>Tells whether families come in a Poisson stream of one rate to a list on which they stay until a worker has room.</summary>
    private static bool IsSteady(Scenario scenario)
    {
        DemandRules demand = scenario.Demand;
        Management rules = scenario.Management;
        return scenario.Calendar is { AlwaysOpen: true, SchoolHolidays.IsEmpty: true }
            && demand.Weekday.All(factor => factor == demand.Weekday[0])
            && demand.Overdispersion == 0
            && IsNone(demand.Drift) && IsNone(demand.AreaDrift)
            && scenario.DeliveryModels.IsEmpty
            && scenario.Travel.Speed is null
            && scenario.FrontDoor.HoursPerContact.Value == 0 && scenario.FrontDoor.AccessPoints.IsEmpty
            && rules.SignOffHours.Value == 0 && rules.AllocationHours.Value == 0 && rules.ClosureHours.Value == 0;
    }

    private static bool IsNone(DriftRules? drift) => drift is null || drift.YearlyChangeSd == 0;

    private static bool IsPlain(Pathway pathway) =>
        pathway.Assessment.MeanLength.Value == 0
        && pathway.Casework is { LongTerm: null, Duration: ExponentialDistribution, Weights.Length: 1 }
        && pathway is { Supports.IsEmpty: true, Conference: null, Siblings: null, StepUp: null, StepDown: null, OpenCases: 0 }
        && pathway.Urgent.Value == 0
        && pathway.Returns.Chance.Value == 0
        && pathway.Waiting is { MeanPatience: null, MeanTimeToEscalation: null, WorkGrowthPer100Days: 0 };

    /// <summary>Tells whether each worker is always there, and holds one case at a time at its nominal pace.</summary>
    private static bool HoldsOneCase(Service service, Pathway pathway, Feedbacks feedbacks)
    {
        double size = service.PostSize.Value;
        double points = pathway.Casework.Weights[0].Points.Value;
        double hours = size * WorkingWeek.HoursForCases(service, new DeliveryModel { Id = "" }, 0);
        CaseworkStage work = pathway.Casework;
        double wanted = (work.ContactsPerWeek * (work.ContactHours.Value + work.RecordingHours.Value)) + (feedbacks.Upkeep ? work.UpkeepHours.Value : 0);
        return service is { PartTime: null, LeaveWeeks: 0, DutyRota: false, AgencyCover: null }
            && service.YearlyTurnover.Value == 0 && service.AbsenceShare.Value == 0 && service.TermTimeOnly.Value == 0
            && points > 0 && 2 * points > (service.PointsPerFte.Value * size) + Rounding
            && wanted <= hours;
    }
}
