using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is the leave of a post's holders: one week in each part of the year, at a time drawn for that year and part.</summary>
internal sealed class AnnualLeave(StructureRun run)
{
    private const double YearDays = 365.25;
    private const double Week = 7;

    /// <summary>Takes the leave that falls due from now on.</summary>
    internal async Process Take(Caseworker worker, Service service)
    {
        double part = YearDays / service.LeaveWeeks;
        for (uint index = (uint)Math.Ceiling(run.Now / part); !worker.IsAbolished; index++)
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
