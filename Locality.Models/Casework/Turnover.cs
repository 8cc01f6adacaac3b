using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is the coming and going of a post's holders.</summary>
internal sealed class Turnover(StructureRun run)
{
    /// <summary>The days of a year: the time for which a holder is new.</summary>
    private const double YearDays = 365.25;

    /// <summary>The days between looks at the load of a worker who may leave for it.</summary>
    private const double LookDays = YearDays / 12;

    /// <summary>The load above 1 beyond which the leaving rate grows no further: nothing is known of what lies there.</summary>
    private const double MostExcessLoad = 1;

    private readonly VacancyCover cover = new(run);

    /// <summary>Follows a post that has been there long: it may be vacant on the first day.</summary>
    internal async Process HoldFromStart(Caseworker worker, Service service)
    {
        RandomStream random = run.Stream(Purposes.PostAtStart, worker.Post);
        bool vacant = random.NextUniform() < Budget.VacantShare(service);
        bool firstYear = random.NextUniform() < service.YearlyTurnover.Value;
        if (vacant)
        {
            worker.Leave();
            double length = random.NextExponential() * service.MeanVacancy.Value;
            if (service.AgencyCover is null)
            {
                await run.Simulator.Delay(length);
            }
            else
            {
                await cover.UntilRecruited(worker, service, vacancy: 1, length, hasLasted: true);
            }

            firstYear = true;
        }

        double tenure = vacant ? 0 : firstYear ? random.NextUniform() * YearDays : YearDays;
        worker.Fill(firstYear);
        await HoldInTurn(worker, service, vacant ? 1u : 0u, tenure);
    }

    /// <summary>Follows a new post, which holds nobody until somebody has been recruited. Agency workers do not cover it.</summary>
    internal async Process Recruit(Caseworker worker, Service service, double meanDays)
    {
        RandomStream random = run.Stream(Purposes.Recruitment, worker.Post);
        worker.Leave();
        await run.Simulator.Delay(random.NextExponential() * meanDays);
        worker.Fill(firstYear: true);
        await HoldInTurn(worker, service, employee: 1, tenure: 0);
    }

    /// <summary>Follows one employee after another. They are counted without the agency workers between them, who so move nobody's draws.</summary>
    private async Process HoldInTurn(Caseworker worker, Service service, uint employee, double tenure)
    {
        while (!worker.IsAbolished)
        {
            RandomStream holder = run.Stream(Purposes.Turnover, worker.Post, employee);
            await StayUntilLeaving(worker, service, holder.NextExponential(), tenure);
            if (worker.IsAbolished)
            {
                return;
            }

            worker.Leave();
            employee++;
            tenure = 0;
            double length = holder.NextExponential() * service.MeanVacancy.Value;
            if (service.AgencyCover is null)
            {
                await run.Simulator.Delay(length);
            }
            else
            {
                await cover.UntilRecruited(worker, service, employee, length, hasLasted: false);
            }

            worker.Fill(firstYear: true);
        }
    }

    /// <summary>Waits until the summed leaving rate reaches a threshold: a Poisson event whose rate changes with the load.</summary>
    private async Process StayUntilLeaving(Caseworker worker, Service service, double threshold, double tenure)
    {
        double left = threshold;
        while (!worker.IsAbolished)
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
}
