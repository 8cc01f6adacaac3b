using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is what happens to a post: its holder is sick, takes leave, leaves for good; somebody new comes.</summary>
/// <remarks>All of it is keyed by the post's number, so that a post has the same holders in every structure.</remarks>
internal sealed class StaffProcess(StructureRun run)
{
    private const double YearDays = 365.25;

    /// <summary>The days between looks at the load of a worker who may leave for it.</summary>
    private const double LookDays = YearDays / 12;

    /// <summary>The load above 1 beyond which the leaving rate grows no further: nothing is known of what lies there.</summary>
    private const double MostExcessLoad = 1;

    /// <summary>Starts what happens to a post.</summary>
    internal void Start(Caseworker worker)
    {
        Service service = run.Scenario.Services[worker.Post.Service];
        if (service.YearlyTurnover.Value > 0)
        {
            run.Simulator.Start(TurnOver(worker, service), "turnover");
        }

        if (service.AbsenceShare.Value > 0 && service.MeanAbsence.Value > 0)
        {
            run.Simulator.Start(FallSick(worker, service), "absence");
        }

        if (service.LeaveWeeks > 0)
        {
            run.Simulator.Start(TakeLeave(worker, service), "leave");
        }
    }

    private async Process TurnOver(Caseworker worker, Service service)
    {
        RandomStream random = run.Stream(Purposes.PostAtStart, worker.Post);
        double vacantShare = Budget.VacantShare(service);
        bool vacant = random.NextUniform() < vacantShare;
        bool firstYear = random.NextUniform() < service.YearlyTurnover.Value;
        if (vacant)
        {
            worker.Leave();
            await run.Simulator.Delay(random.NextExponential() * service.MeanVacancy.Value);
            firstYear = true;
        }

        double tenure = vacant ? 0 : firstYear ? random.NextUniform() * YearDays : YearDays;
        worker.Fill(firstYear);
        while (true)
        {
            RandomStream holder = run.Stream(Purposes.Turnover, worker.Post, (uint)worker.Holder);
            await StayUntilLeaving(worker, service, holder.NextExponential(), tenure);
            worker.Leave();
            await run.Simulator.Delay(holder.NextExponential() * service.MeanVacancy.Value);
            worker.Fill(firstYear: true);
            tenure = 0;
        }
    }

    /// <summary>Waits until the summed leaving rate reaches a threshold: a Poisson event whose rate changes with the load.</summary>
    private async Process StayUntilLeaving(Caseworker worker, Service service, double threshold, double tenure)
    {
        double left = threshold;
        while (true)
        {
            double rate = service.YearlyTurnover.Value / YearDays;
            if (run.Scenario.Feedbacks.Leaving)
            {
                rate *= 1 + (run.Scenario.Feedbacks.LeavingPerLoad * Math.Clamp(worker.Load - 1, 0, MostExcessLoad));
            }

            if (left <= rate * LookDays)
            {
                await run.Simulator.Delay(left / rate);
                return;
            }

            left -= rate * LookDays;
            await run.Simulator.Delay(LookDays);
            tenure += LookDays;
            if (worker.IsFirstYear && tenure >= YearDays)
            {
                worker.EndFirstYear();
            }
        }
    }

    private async Process FallSick(Caseworker worker, Service service)
    {
        RandomStream random = run.Stream(Purposes.Absence, worker.Post);
        double share = service.AbsenceShare.Value;
        double between = service.MeanAbsence.Value * (1 - share) / share;
        while (true)
        {
            await WorkingDelay.Of(run.Simulator, run.Calendar, random.NextExponential() * between);
            worker.GoAway();
            await WorkingDelay.Of(run.Simulator, run.Calendar, random.NextExponential() * service.MeanAbsence.Value);
            worker.ComeBack();
        }
    }

    /// <summary>Takes one week of leave in each part of the year, at a time drawn for that year and part.</summary>
    private async Process TakeLeave(Caseworker worker, Service service)
    {
        const double Week = 7;
        double part = YearDays / service.LeaveWeeks;
        for (uint index = 0; ; index++)
        {
            RandomStream random = run.Stream(Purposes.Leave, worker.Post, index);
            double start = (index * part) + (random.NextUniform() * Math.Max(0, part - Week));
            await run.Simulator.Delay(Math.Max(0, start - run.Now));
            worker.GoAway();
            await run.Simulator.Delay(Week);
            worker.ComeBack();
        }
    }
}
