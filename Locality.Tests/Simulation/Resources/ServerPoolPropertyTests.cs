using FsCheck;
using FsCheck.Fluent;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Whatever happens to the jobs, none is lost from sight and no server is forgotten.</summary>
public sealed class ServerPoolPropertyTests
{
    [Theory]
    [InlineData(PreemptionRule.None, OffShiftRule.FinishJob, false)]
    [InlineData(PreemptionRule.Resume, OffShiftRule.Suspend, false)]
    [InlineData(PreemptionRule.Resume, OffShiftRule.HandOver, true)]
    [InlineData(PreemptionRule.Restart, OffShiftRule.HandOver, false)]
    [InlineData(PreemptionRule.Restart, OffShiftRule.FinishJob, false)]
    [InlineData(PreemptionRule.Lose, OffShiftRule.Suspend, true)]
    public void Work_is_done_or_left_jobs_are_accounted_for_and_servers_are_busy_for_the_work_done(PreemptionRule preemption, OffShiftRule offShift, bool hasVacations)
    {
        // Whole numbers, so that events coincide, and speeds that are powers of two, so that sums are exact.
        Arbitrary<int[]> codes = Arb.From(Gen.Choose(0, 999_999).ArrayOf().Resize(120));
        Prop.ForAll(codes, codes => Check(codes, preemption, offShift, hasVacations))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20261122, 7UL));
    }

    private static void Check(int[] codes, PreemptionRule preemption, OffShiftRule offShift, bool hasVacations)
    {
        Simulator simulator = new();
        ShiftTimetable day = new([new ShiftChange(2, true), new ShiftChange(7, false)], period: 10);
        ShiftTimetable night = new([new ShiftChange(0, true), new ShiftChange(2, false), new ShiftChange(7, true), new ShiftChange(9, false)], period: 10);
        ServerPool pool = new(
            simulator,
            [new Server(simulator, "always", 1), new Server(simulator, "day", 2, day), new Server(simulator, "night", 4, night)],
            new ServerPoolOptions
            {
                Choice = (ServerChoice)(codes.Length % 3),
                Preemption = preemption,
                OffShift = offShift,
                QueueLimit = 20,
                Vacation = hasVacations ? server => server.Speed : null,
            });
        Dictionary<JobEnd, int> ends = [];
        int interrupted = 0;
        double done = 0;
        foreach (int code in codes)
        {
            Process job = Job(code);
            simulator.Start(job);
            if (codes.Length % 2 == 1 && code % 5 == 0)
            {
                simulator.Schedule(new ActionEvent(simulator, () => simulator.Interrupt(job)), code / 50 % 100);
            }
        }

        for (int time = 0; time < 120; time++)
        {
            simulator.Run(time);
            CheckState();
        }

        simulator.Run(2000);
        Assert.Equal((0, 0), (pool.JobCount, pool.QueueLength));
        Assert.All(pool.Servers, server => Assert.True(server.State is ServerState.Idle or ServerState.OffDuty or ServerState.OnVacation));
        Assert.Equal(codes.Length, ends.Values.Sum() + interrupted);
        Assert.Equal((long)ends.GetValueOrDefault(JobEnd.Completed), pool.Completed);
        Assert.Equal(pool.Completed, pool.Servers.Sum(server => server.JobsCompleted));
        Assert.Equal((long)ends.GetValueOrDefault(JobEnd.Balked), pool.Balked);
        Assert.Equal((long)ends.GetValueOrDefault(JobEnd.Reneged), pool.Reneged);
        Assert.Equal(preemption == PreemptionRule.Lose ? pool.Preemptions : 0, ends.GetValueOrDefault(JobEnd.Lost));
        double busy = pool.Servers.Sum(server => server.BusyOverTime.Integral(2000) * server.Speed);
        if (interrupted == 0 && preemption != PreemptionRule.Restart)
        {
            Assert.Equal(done, busy);
        }
        else
        {
            Assert.True(busy >= done);
        }

        void CheckState()
        {
            Assert.True(pool.QueueLength == 0 || pool.Servers.All(server => server.State != ServerState.Idle));
            int held = pool.Servers.Count(server => server.State is ServerState.Busy or ServerState.Suspended);
            Assert.Equal(pool.JobCount, pool.QueueLength + held);
            Assert.All(pool.Servers, server => Assert.Equal(server.State == ServerState.Busy ? 1.0 : 0.0, server.BusyOverTime.Value));
            Assert.All(pool.Servers, server => Assert.Equal(server.IsOnDuty ? 1.0 : 0.0, server.OnDutyOverTime.Value));
            Assert.All(pool.Servers, server => Assert.Equal(server.Shifts?.IsOnDuty(simulator.Now) ?? true, server.IsOnDuty));
        }

        async Process Job(int code)
        {
            double work = code % 16;
            try
            {
                await simulator.Delay(code / 16 % 100, priority: (code % 3) - 1);
                JobOutcome outcome = await pool.Serve(work, code / 7 % 3, code % 11 == 0 ? code % 9 : null);
                ends[outcome.End] = ends.GetValueOrDefault(outcome.End) + 1;
                Assert.Equal(outcome.Completed, outcome.RemainingWork == 0 && outcome.Server is not null);
                Assert.Equal(outcome.End is JobEnd.Completed or JobEnd.Lost, outcome.WaitBeforeService >= 0);
                Assert.True(outcome.End is JobEnd.Completed or JobEnd.Lost || outcome.RemainingWork == work);
                done += work - outcome.RemainingWork;
            }
            catch (InterruptedException)
            {
                interrupted++;
            }
        }
    }
}
