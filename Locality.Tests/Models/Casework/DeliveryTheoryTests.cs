using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Panels, front doors and specialist teams in the whole model, where queueing theory knows the wait.</summary>
public sealed class DeliveryTheoryTests(ITestOutputHelper output)
{
    private const double YearDays = 365.25;
    private const double SittingEvery = 10;
    private const int Batches = 40;

    [Fact]
    public void Without_a_limit_the_wait_for_a_panel_is_uniform_over_its_interval()
    {
        double[][] waits = PanelWaits(arrivalsAnInterval: 8, slots: null, years: 12, warmUp: 0);
        TheoryCheck.Inside(output, "Panel without a limit, mean wait", SittingEvery / 2, [.. waits.Select(batch => batch.Average())]);
        TheoryCheck.Inside(output, "Panel without a limit, variance", SittingEvery * SittingEvery / 12, [.. waits.Select(Variance)]);
    }

    [Fact]
    public void With_a_limit_the_wait_for_a_panel_is_that_of_its_chain()
    {
        // Q' = max(Q + A − 4, 0) with A Poisson of mean 3.2: each case waits half an interval, and for those left behind (Little's law).
        const double Arrivals = 3.2;
        const int Slots = 4;
        double known = (SittingEvery / 2) + (QueueTheory.Mean(QueueTheory.LeftAtGate(Arrivals, Slots)) * SittingEvery / Arrivals);
        double[][] waits = PanelWaits(Arrivals, Slots, years: 40, warmUp: 2);
        Inside("Panel of four, mean wait", known, [.. waits.Select(batch => batch.Average())], bound: 0.03);
    }

    [Fact]
    public void One_front_door_pools_its_desks_and_several_access_points_do_not()
    {
        // 3.2 contacts a day of a desk's day each. One door of four desks: M/M/4. Two access points of two desks: M/M/2 with half of them.
        FrontDoor one = new() { Scope = Deployment.Authority, Fte = new Fte(4), HoursPerContact = new Hours(8), WorkingHours = new HoursPerWeek(40) };
        AccessPointRules half = new() { Kind = AccessPointKind.Primary, Share = new Share(0.5) };
        FrontDoor two = one with { AccessPoints = [half, half with { Kind = AccessPointKind.Secondary }] };
        Inside("One front door", 1 + QueueTheory.MeanWait(4, 3.2, 1), Stays(one), bound: 0.05);
        Inside("Two access points", 1 + QueueTheory.MeanWait(2, 1.6, 1), Stays(two), bound: 0.05);

        static double[] Stays(FrontDoor door)
        {
            Scenario scenario = (PlainScenario.Of(1) with { FrontDoor = door }).With(pathway: pathway => pathway with
            {
                ReferralsPerYear = 3.2 * YearDays,
                Assessment = pathway.Assessment with { NotInNeed = new Share(1) },
            });
            (double Mean, double Load)[] batches = Run(scenario, 4, run =>
            {
                List<Case> cases = run.Cases.FindAll(item => item.ReferredAt is >= 60 and < (4 * YearDays) - 60);
                double work = cases.Sum(item => run.Stream(Purposes.Screening, item.Identity).NextExponential());
                return (cases.Average(item => item.ScreenedAt!.Value - item.ReferredAt!.Value), work / ((4 * YearDays) - 120));
            });
            return Controlled(batches, 3.2);
        }
    }

    [Theory]
    [InlineData(Deployment.Locality, 19.53, 28, 0.10)]
    [InlineData(Deployment.Authority, 2.18, 25, 0.12)]
    public void A_specialist_service_with_one_queue_for_the_authority_pools_what_queues_by_locality_do_not(Deployment deployment, double known, double years, double bound)
    {
        // Five localities, two workers of two points for each: five M/M/4 with λ = 0.2 a day, or one M/M/20 with λ = 1; mean 17 days.
        Scenario scenario = PlainScenario.Of(5).With(service => service with { Fte = new Fte(10), PointsPerFte = new Points(2), Deployment = deployment });
        (double Mean, double Load)[] batches = Run(scenario, years, run =>
        {
            List<Case> cases = run.Cases.FindAll(item => item.AcceptedAt >= 3 * YearDays && item.AcceptedAt < (years - 1) * YearDays);
            double work = cases.Sum(item =>
            {
                RandomStream random = run.Stream(Purposes.Casework, item.Identity);
                return scenario.Pathways[0].Casework.Duration.Sample(ref random);
            });
            return (cases.Average(item => item.WaitedBy(run.Now)), work / ((years - 4) * YearDays));
        });
        Inside($"Deployed by {deployment}", known, Controlled(batches, 17), bound);
    }

    private void Inside(string name, double known, double[] batches, double bound)
    {
        Interval interval = Confidence.Mean(batches, 0.99);
        output.WriteLine($"{name}: known {known}, found {interval}");
        Assert.True(interval.Contains(known), $"{name}: {interval}");
        Assert.True(interval.HalfWidth < bound * known, $"{name}: {interval}");
    }

    /// <summary>Returns the waits of each batch where every case goes to a panel and finds a worker as soon as it has been decided.</summary>
    private static double[][] PanelWaits(double arrivalsAnInterval, int? slots, double years, double warmUp)
    {
        DeliveryModel model = new() { Id = "panel", Panel = new PanelRules { Interval = new WorkingDays(SittingEvery), Slots = slots, SittingHours = default, PreparationHours = default } };
        Scenario scenario = PlainScenario.Of(1).WithHelp().Under(model).With(
            service => service with { PointsPerFte = new Points(100_000), PaidHours = new HoursPerWeek(100_000) },
            pathway => pathway with { ReferralsPerYear = arrivalsAnInterval / SittingEvery * YearDays, Casework = pathway.Casework with { Duration = new DeterministicDistribution(1) } });
        return Run(scenario, years, run => run.Cases
            .Where(item => item.AcceptedAt >= warmUp * YearDays && item.AcceptedAt < (years - 1) * YearDays)
            .Select(item => item.AllocatedAt!.Value - item.AcceptedAt!.Value).ToArray());
    }

    /// <summary>Returns batches less what the work that came to each, whose mean is known, explains of their deviations.</summary>
    private static double[] Controlled((double Mean, double Load)[] batches, double load) =>
        TheoryCheck.Controlled([.. batches.Select(batch => batch.Mean)], [.. batches.Select(batch => batch.Load)], load);

    private static double Variance(double[] values)
    {
        double mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }

    private static T[] Run<T>(Scenario scenario, double years, Func<StructureRun, T> result)
    {
        StructureBasis basis = new(scenario, scenario.Structure("separate"), FreedMoney.Released, years);
        return ReplicationRunner.Run(
            Batches,
            2,
            (replication, _) =>
            {
                StructureRun run = new(basis, 11, replication);
                run.Simulator.Run(years * YearDays);
                return result(run);
            },
            cancellationToken: TestContext.Current.CancellationToken);
    }
}
