using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is what happens to posts: holders are sick, take leave, leave for good; somebody new comes; one of a team is on duty.</summary>
/// <remarks>All of it is keyed by the post's number, so that a post has the same holders in every structure.</remarks>
internal sealed class StaffProcess(StructureRun run)
{
    private readonly Turnover turnover = new(run);
    private readonly Sickness sickness = new(run);
    private readonly AnnualLeave leave = new(run);
    private readonly TermTime termTime = new(run);

    /// <summary>Starts what happens to a post.</summary>
    /// <param name="worker">The post, whose team has it already.</param>
    /// <param name="meanRecruitment">The mean time until somebody comes, for a post that is new in mid-run; absent for one that has been there long.</param>
    internal void Start(Caseworker worker, Days? meanRecruitment = null)
    {
        Service service = run.Scenario.Services[worker.Post.Service];
        if (meanRecruitment is { } mean)
        {
            run.Simulator.Start(turnover.Recruit(worker, service, mean.Value), "recruitment");
        }
        else if (service.YearlyTurnover.Value > 0)
        {
            run.Simulator.Start(turnover.HoldFromStart(worker, service), "turnover");
        }

        if (service.AbsenceShare.Value > 0 && service.MeanAbsence.Value > 0)
        {
            run.Simulator.Start(sickness.FallSick(worker, service), "absence");
        }

        if (TermTime.IsContractOf(worker.Post, service))
        {
            run.Simulator.Start(termTime.StayAway(worker), "school holidays");
        }
        else if (service.LeaveWeeks > 0)
        {
            run.Simulator.Start(leave.Take(worker, service), "leave");
        }
    }

    /// <summary>Starts the duty rotas of all services that have one. Once is enough: they follow the teams in force.</summary>
    internal void StartRotas()
    {
        DutyRota rota = new(run);
        if (rota.IsNeeded)
        {
            run.Simulator.Start(rota.Rotate(), "duty rota");
        }
    }
}
