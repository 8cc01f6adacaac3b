using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is the duty of each working day: one worker of each team, whoever's last turn was longest ago, does no casework.</summary>
/// <remarks>In a team in which nobody is away, that is each one in turn, by post. Somebody who was away at their turn has it on coming back.</remarks>
internal sealed class DutyRota(StructureRun run)
{
    private readonly int[] services = [.. Enumerable.Range(0, run.Scenario.Services.Length).Where(service => run.Scenario.Services[service].DutyRota)];
    private readonly List<Caseworker> onDuty = [];
    private long turns;

    /// <summary>Gets whether any service has a rota.</summary>
    internal bool IsNeeded => services.Length > 0;

    /// <summary>Puts somebody of every team in force on duty, each working day from its first moment to the next one's.</summary>
    internal async Process Rotate()
    {
        for (int day = (int)Math.Ceiling(run.Now); ; day++)
        {
            await run.Simulator.Delay(day - run.Now);
            if (run.Calendar.IsOpen(day))
            {
                ChangeOver();
            }
        }
    }

    private void ChangeOver()
    {
        foreach (Caseworker worker in onDuty)
        {
            worker.SetDuty(onDuty: false);
        }

        onDuty.Clear();
        foreach (int service in services)
        {
            foreach (Team team in run.TeamsOf(service))
            {
                if (NextOf(team) is { } worker)
                {
                    worker.DutyTurn = ++turns;
                    worker.SetDuty(onDuty: true);
                    onDuty.Add(worker);
                }
            }
        }
    }

    private static Caseworker? NextOf(Team team)
    {
        Caseworker? next = null;
        foreach (Caseworker worker in team.Workers)
        {
            if (worker.IsAvailable
                && (next is null || worker.DutyTurn < next.DutyTurn || (worker.DutyTurn == next.DutyTurn && worker.Post.Number < next.Post.Number)))
            {
                next = worker;
            }
        }

        return next;
    }
}
