using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Tests;

/// <summary>Three areas in a row, a worker at each end and a case in each area: small enough to know every time.</summary>
/// <remarks>"west" gives the middle area to the western worker, "east" to the eastern one. Nobody is referred, and nothing but the plan happens.</remarks>
internal static class TinyPlan
{
    internal const double Day = 100;

    internal static Scenario Scenario { get; } = Make();

    /// <summary>Returns the date of a number of days after the start.</summary>
    internal static DateOnly On(double day) => Scenario.Start.AddDays((int)day);

    internal static Scenario With(this Scenario scenario, params PlanStep[] steps) => scenario with
    {
        Structures = scenario.Structures.SetItem(0, scenario.Structures[0] with { Steps = [.. steps] }),
    };

    internal static StructureRun Run(this Scenario scenario, double days)
    {
        StructureBasis basis = new(scenario, scenario.Structures[0], FreedMoney.Released, 20);
        StructureRun run = new(basis, 1, 0);
        run.Simulator.Run(days);
        return run;
    }

    internal static Case In(this StructureRun run, int area) => run.Cases.Single(item => item.HomeArea == area);

    internal static Caseworker Holder(this StructureRun run, uint post) => run.Workers.Single(worker => worker.Post.Number == post);

    /// <summary>Returns all that can be seen of a run, to the last bit.</summary>
    internal static List<string> Trace(this StructureRun run, double? until = null)
    {
        double end = until ?? double.PositiveInfinity;
        List<string> trace = [];
        foreach (Case item in run.Cases)
        {
            double?[] times = [item.ReferredAt, item.ScreenedAt, item.AssessedAt, item.AcceptedAt, item.AllocatedAt, item.EndedAt];
            trace.Add(FormattableString.Invariant($"{item.Identity} {string.Join(' ', times.Select(time => time < end ? time : null))}"));
        }

        if (until is null)
        {
            trace.AddRange(run.Workers.Select(worker => FormattableString.Invariant(
                $"{worker.Post.Number} {worker.HeldPoints} {worker.Server.RequiredWork} {worker.Server.OfferedWork} {worker.Server.MarkedWork}")));
            trace.AddRange(run.Cases.Select(item => FormattableString.Invariant($"{item.Leads} {item.Workers} {item.Worker?.Post.Number} {item.Outcome}")));
            trace.AddRange(run.AllTeams.Select(team => FormattableString.Invariant($"{team.WaitedDays} {team.WaitingOverTime.Mean(run.Now)}")));
        }

        return trace;
    }

    private static Scenario Make()
    {
        Scenario plain = PlainScenario.Of(3).With(
            service => service with { Fte = new Fte(2), HandoverLoss = new WorkingDays(5) },
            pathway => pathway with
            {
                ReferralsPerYear = 0,
                OpenCases = 3,
                Casework = pathway.Casework with { Duration = new DeterministicDistribution(1000), NominalShare = 1 },
            });
        return plain with
        {
            Structures = [Structure("west", ["A0", "A1"], ["A2"]), Structure("east", ["A0"], ["A1", "A2"])],
        };
    }

    private static Structure Structure(string id, string[] west, string[] east) => new()
    {
        Id = id,
        Staffing = id is "west" ? StaffingRule.Equally : StaffingRule.AsBaseline,
        Localities =
        [
            new Locality { Id = "W", Areas = [.. west], Bases = ["A0"] },
            new Locality { Id = "E", Areas = [.. east], Bases = ["A2"] },
        ],
    };
}
