using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Looks once a month, from the end of the warm-up on, how many children the workers of each service hold, and how many workers there are. Looking changes nothing.</summary>
internal sealed class HeldByService
{
    private readonly StructureRun run;
    private readonly double from;
    private readonly double[] children;
    private readonly double[] fte;
    private int looks;

    internal HeldByService(StructureRun run, double from)
    {
        this.run = run;
        this.from = from;
        children = new double[run.Scenario.Services.Length];
        fte = new double[children.Length];
        run.Simulator.Start(Watch(), "caseloads");
    }

    /// <summary>Returns the children held by a service's workers, on average; of all services where none is given.</summary>
    internal double? Children(int? service) => looks > 0 ? Sum(children, service) / looks : null;

    /// <summary>Returns the children held over filled full-time equivalents.</summary>
    internal double? PerFte(int service) => fte[service] > 0 ? children[service] / fte[service] : null;

    private static double Sum(double[] values, int? service) => service is { } one ? values[one] : values.Sum();

    private async Process Watch()
    {
        await run.Simulator.Delay(from);
        while (true)
        {
            looks++;
            foreach (Caseworker worker in run.Workers)
            {
                fte[worker.Post.Service] += worker.IsFilled && !worker.IsAbolished ? worker.Post.Fte : 0;
            }

            foreach (Case item in run.Cases)
            {
                if (item.Worker is { } worker && item.EndedAt is null)
                {
                    children[worker.Post.Service] += item.Children;
                }
            }

            foreach (SupportRequest request in run.Requests)
            {
                if (request.Worker is { } worker && request.EndedAt is null)
                {
                    children[worker.Post.Service] += request.Case.Children;
                }
            }

            await run.Simulator.Delay(DemandLevels.MonthDays);
        }
    }
}
