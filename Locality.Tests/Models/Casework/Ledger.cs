using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Adds up a run's books at any moment: what workers hold, and what stands in lists.</summary>
internal static class Ledger
{
    /// <summary>Every worker holds what cases and requests say that the worker holds, and nobody absent holds anything.</summary>
    internal static void CheckHeld(StructureRun run)
    {
        ILookup<Caseworker?, Assignment> byWorker = run.Cases.Concat<Assignment>(run.Requests).ToLookup(item => item.Worker);
        foreach (Caseworker worker in run.Workers)
        {
            // An assignment that has just been given, to a holder who has since left, is on its way back to the list.
            List<Assignment> held = [.. byWorker[worker].Where(item => item.Known is { } known && known.Holder == worker.Holder)];
            Assert.Equal(worker.HeldCases, held.Count);
            Assert.Equal(held.Sum(item => item.Points), worker.HeldPoints, 6);
            Assert.True(worker.Server.JobCount <= worker.HeldCases);
            Assert.True(worker.IsFilled || worker.HeldCases == 0);
        }
    }

    /// <summary>Whoever waits fits nobody who is there; and Little's law holds exactly.</summary>
    internal static void CheckLists(StructureRun run)
    {
        foreach (Team team in run.Teams)
        {
            Assert.All(team.Waiting.Cases, item => Assert.DoesNotContain(team.Workers, worker => worker.Fits(item.Points)));
        }

        foreach (Team team in run.AllTeams)
        {
            // The integral of the list's length is the sum of the times stood on it, the open ones up to now.
            double stood = team.WaitedDays + team.Waiting.Cases.Sum(item => run.Now - item.EnteredAt);
            Assert.Equal(stood, team.WaitingOverTime.Integral(run.Now), Math.Max(1e-6, 1e-9 * stood));
        }
    }
}
