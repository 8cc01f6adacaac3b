using System.Collections.Immutable;
using static LocalitySim.Models.InfluenceLink;
using Variable = LocalitySim.Models.InfluenceVariable;

namespace LocalitySim.Models;

/// <summary>Lists what moves the hours available, the room of workers, and changes of worker.</summary>
internal static class StaffInfluences
{
    internal static IEnumerable<InfluenceLink> Of(Scenario scenario) => [.. Posts(scenario), .. Leaving(scenario), .. Cover(scenario), .. Changes(scenario)];

    private static bool Leaves(Service service) => service.YearlyTurnover.Value > 0;

    private static bool IsVacant(Service service) => Leaves(service) && service.MeanVacancy.Value > 0;

    private static IEnumerable<InfluenceLink> Posts(Scenario scenario)
    {
        yield return More(Variable.Posts, Variable.HoursAvailable, "Each post brings its own hours; hours are never pooled between workers.", "staff.fte");
        yield return Less(Variable.Posts, Variable.Caseload, "Each post brings its own limit of points.", "staff.fte");
        if (scenario.Services.Any(service => service is { AbsenceShare.Value: > 0, MeanAbsence.Value: > 0 }))
        {
            yield return Less(Variable.Sickness, Variable.HoursAvailable, "Cases of a worker who is sick stand still.", "staff.absence");
            yield return Less(Variable.Sickness, Variable.Allocations, "A worker who is sick is given no case.", "staff.absence");
        }

        if (scenario.Services.Any(service => service.LeaveWeeks > 0 || (service.TermTimeOnly.Value > 0 && !scenario.Calendar.SchoolHolidays.IsEmpty)))
        {
            yield return Less(Variable.Leave, Variable.HoursAvailable, "Cases of a worker on leave stand still.", "services.leaveWeeks");
            yield return Less(Variable.Leave, Variable.Allocations, "A worker on leave is given no case.", "services.leaveWeeks");
        }

        bool duty = scenario.Services.Any(service => service.DutyHours.Value > 0);
        if (duty || scenario.Services.Any(service => service.FixedShare.Value > 0 || service.SupervisionHours.Value > 0 || service.DutyRota || !service.OtherWork.IsEmpty))
        {
            yield return Less(Variable.OtherHours, Variable.HoursAvailable, "Training, meetings, duty and supervision come off the week before casework.", duty ? "staff.dutyHours" : "services.fixedShare");
        }
    }

    private static IEnumerable<InfluenceLink> Leaving(Scenario scenario)
    {
        ImmutableArray<Service> leaving = [.. scenario.Services.Where(Leaves)];
        if (leaving.IsEmpty)
        {
            yield break;
        }

        if (scenario.Feedbacks is { Leaving: true, LeavingPerLoad: > 0 })
        {
            yield return More(Variable.Load, Variable.Turnover, "The rate of leaving grows with the load above 1, looked at once a month.", "feedbacks.leavingPerLoad", delayed: true);
        }

        yield return More(Variable.Turnover, Variable.WorkerChanges, "Cases of a worker who leaves go to another.", "staff.turnover");
        yield return More(Variable.Turnover, Variable.WaitingList, "Cases of a worker who leaves go back to the list, ahead of all others.", "staff.turnover");
        if (leaving.Any(service => service.FirstYearLimit.Value < 1))
        {
            yield return More(Variable.Turnover, Variable.NewWorkers, "Whoever follows is new for a year.", "staff.turnover", delayed: true);
            yield return More(Variable.NewWorkers, Variable.Caseload, "The limit of a worker is lower in the first year.", "services.firstYearLimit");
        }

        if (leaving.Any(IsVacant))
        {
            yield return More(Variable.Turnover, Variable.Vacancies, "A post that was left holds nobody until somebody has been recruited.", "services.meanVacancy");
            yield return Less(Variable.Vacancies, Variable.HoursAvailable, "A vacant post has no hours.", "services.meanVacancy");
            yield return More(Variable.Vacancies, Variable.Caseload, "Fewer workers hold the cases.", "services.meanVacancy");
        }
    }

    private static IEnumerable<InfluenceLink> Cover(Scenario scenario)
    {
        if (!scenario.Services.Any(service => IsVacant(service) && service.AgencyCover?.Share.Value > 0))
        {
            yield break;
        }

        yield return More(Variable.Vacancies, Variable.AgencyCover, "Agency workers cover some vacant posts after a while.", "services.agencyCover.share", delayed: true);
        yield return More(Variable.AgencyCover, Variable.HoursAvailable, "An agency worker has the hours of the post.", "services.agencyCover.share");
        yield return Less(Variable.AgencyCover, Variable.Caseload, "An agency worker has the limit of the post.", "services.agencyCover.share");
        yield return More(Variable.AgencyCover, Variable.WorkerChanges, "Each end of an agency worker's stay is a change of worker.", "services.agencyCover.meanStay", delayed: true);
        yield return More(Variable.AgencyCover, Variable.WaitingList, "At each end of an agency worker's stay the cases go back to the list.", "services.agencyCover.meanStay", delayed: true);
    }

    private static IEnumerable<InfluenceLink> Changes(Scenario scenario)
    {
        if (scenario.Pathways.Any(pathway => pathway.Casework.LongTerm is not null))
        {
            yield return More(Variable.OpenCases, Variable.WorkerChanges, "A case that lasts goes over to another team.", "pathways.casework.longTerm.after", delayed: true);
        }

        if (scenario.Pathways.Any(pathway => pathway.AssessedBy is { } assessor && !string.Equals(assessor, pathway.Service, StringComparison.Ordinal)))
        {
            yield return More(Variable.Accepted, Variable.WorkerChanges, "An accepted case goes from the service that assesses to the one that leads.", "pathways.assessedBy");
        }

        if (DemandInfluences.Assesses(scenario))
        {
            yield return More(Variable.Caseload, Variable.WorkerChanges, "Whoever assessed a case leads it only with room for it.", "services.pointsPerFte");
        }

        bool changes = scenario.Services.Any(Leaves) || scenario.Pathways.Any(pathway => pathway.Casework.LongTerm is not null);
        if (changes && scenario.Services.Any(service => service.HandoverLoss.Value > 0))
        {
            yield return More(Variable.WorkerChanges, Variable.WorkPerCase, "A case loses progress when its worker changes.", "services.handoverLoss");
        }
    }
}
