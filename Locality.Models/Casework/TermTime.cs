using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is the term-time contract: its holder is away while schools are closed, and takes no other leave.</summary>
internal sealed class TermTime(StructureRun run)
{
    private readonly (double From, double To)[] holidays = [.. run.Scenario.Calendar.SchoolHolidays
        .Select(span => ((double)(span.From.DayNumber - run.Scenario.Start.DayNumber), (double)(span.To.DayNumber + 1 - run.Scenario.Start.DayNumber)))
        .Order()];

    /// <summary>Tells whether a post has such a contract. Contracts go with the post's number, spread evenly.</summary>
    internal static bool IsContractOf(Post post, Service service) => PostSizes.IsOneOf(service.TermTimeOnly.Value, (int)post.Number);

    /// <summary>Sends the holder away for each holiday that ends after now.</summary>
    internal async Process StayAway(Caseworker worker)
    {
        foreach ((double from, double to) in holidays)
        {
            if (to <= run.Now)
            {
                continue;
            }

            await run.Simulator.Delay(Math.Max(0, from - run.Now));
            worker.GoAway();
            await run.Simulator.Delay(to - run.Now);
            worker.ComeBack();
        }
    }
}
