using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is the cover of a vacancy by agency workers, one after another, until an employee has been recruited.</summary>
internal sealed class VacancyCover(StructureRun run)
{
    /// <summary>Waits for the end of a vacancy, whose post agency workers may hold meanwhile; then it holds nobody.</summary>
    /// <param name="worker">The post, which holds nobody.</param>
    /// <param name="service">Its service, which has cover.</param>
    /// <param name="vacancy">The number of the employee who will come: the key of the vacancy's draws.</param>
    /// <param name="length">The days from now until the employee starts.</param>
    /// <param name="hasLasted">Whether the vacancy began before now, as on the first day. How long ago is then drawn: for an exponential vacancy, by the same law as what is left.</param>
    internal async Process UntilRecruited(Caseworker worker, Service service, uint vacancy, double length, bool hasLasted)
    {
        AgencyCover rules = service.AgencyCover!;
        RandomStream random = run.Stream(Purposes.AgencyCover, worker.Post, vacancy);
        double end = run.Now + length;
        double time = run.Now - (hasLasted ? random.NextExponential() * service.MeanVacancy.Value : 0);
        bool isCovered = random.NextUniform() < rules.Share.Value;
        time += rules.Delay.Value;
        while (isCovered && time < end)
        {
            double leaves = Math.Min(end, time + (random.NextExponential() * rules.MeanStay.Value));
            if (leaves > run.Now)
            {
                await run.Simulator.Delay(Math.Max(0, time - run.Now));
                worker.Fill(firstYear: false, agency: true);
                await run.Simulator.Delay(Math.Max(0, leaves - run.Now));
                if (worker.IsAbolished)
                {
                    return;
                }

                // The cases go on the list before anybody takes the worker's place, as at every change of worker.
                worker.Leave();
                await run.Simulator.Delay(0);
            }

            time = leaves + rules.Delay.Value;
        }

        await run.Simulator.Delay(Math.Max(0, end - run.Now));
    }
}
