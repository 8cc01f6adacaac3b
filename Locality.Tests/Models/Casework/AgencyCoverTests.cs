using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class AgencyCoverTests(ITestOutputHelper output)
{
    private const double Turnover = 0.3;
    private const double Vacancy = 200;
    private static readonly AgencyCover Cover = new() { Share = new Share(0.7), Delay = new Days(21), MeanStay = new Days(60) };

    [Fact]
    public void Posts_change_hands_and_stand_empty_as_often_as_the_renewal_argument_says()
    {
        // A cycle is a stay of mean 1 ÷ λ and a vacancy of mean V. In a covered vacancy, with μ = 1 ÷ V, σ = 1 ÷ stay and
        // p = e^(−μD), the agency workers number N = p (1 + N σ ÷ (μ + σ)). Each of them and the employee ends once in a cycle.
        double ends = 1 / Vacancy;
        double leaves = 1 / Cover.MeanStay.Value;
        double comes = PortableMath.Exp(-ends * Cover.Delay.Value);
        double agencyWorkers = comes / (1 - (comes * leaves / (ends + leaves)));
        double cycle = (365.25 / Turnover) + Vacancy;
        double changes = (1 + (Cover.Share.Value * agencyWorkers)) / cycle * 365.25;
        double agency = Cover.Share.Value * agencyWorkers / (ends + leaves) / cycle;
        double vacant = (Vacancy / cycle) - agency;
        Look[] looks = Looks(Cover);
        TheoryCheck.Inside(output, "people who leave a post in a year", changes, [.. looks.Select(look => look.Changes)]);
        TheoryCheck.Inside(output, "posts held by agency workers", agency, [.. looks.Select(look => look.Agency)]);
        TheoryCheck.Inside(output, "posts held by nobody", vacant, [.. looks.Select(look => look.Vacant)]);
        Service service = Staffed(Cover).Services[0];
        Assert.Equal(1 - vacant, TimeInPost.FilledShare(service), 12);
    }

    [Fact]
    public void Cover_is_in_its_stride_on_the_first_day()
    {
        double known = TimeInPost.CoveredShareOfVacancy(Staffed(Cover).Services[0]) * Budget.VacantShare(Staffed(Cover).Services[0]);
        StructureBasis basis = Basis(Staffed(Cover, posts: 2000));
        double[] found = [.. Enumerable.Range(0, 150).Select(replication =>
        {
            StructureRun run = new(basis, 1, replication);
            run.Simulator.Run(0);
            return run.Workers.Average(worker => worker.IsAgency ? 1.0 : 0);
        })];
        TheoryCheck.Inside(output, "posts held by agency workers on the first day", known, found);
    }

    [Fact]
    public void Without_cover_posts_stand_empty_for_the_whole_vacancy()
    {
        Look[] looks = Looks(cover: null);
        TheoryCheck.Inside(output, "posts held by nobody", Vacancy / ((365.25 / Turnover) + Vacancy), [.. looks.Select(look => look.Vacant)]);
        Assert.All(looks, look => Assert.Equal(0, look.Agency));
    }

    [Fact]
    public void Employees_come_and_go_on_the_same_days_with_and_without_cover_and_agency_workers_are_never_new()
    {
        StructureRun covered = Start(Staffed(Cover, posts: 40));
        StructureRun bare = Start(Staffed(cover: null, posts: 40));
        int agency = 0;
        for (int day = 0; day < 2000; day++)
        {
            covered.Simulator.Run(day);
            bare.Simulator.Run(day);
            for (int post = 0; post < 40; post++)
            {
                Caseworker worker = covered.Workers[post];
                Assert.Equal(bare.Workers[post].IsFilled, worker.IsFilled && !worker.IsAgency);
                Assert.False(worker.IsAgency && worker.IsFirstYear);
                agency += worker.IsAgency ? 1 : 0;
            }
        }

        Assert.True(agency > 1000, $"{agency}");
    }

    [Fact]
    public void Cover_of_no_vacancy_moves_nothing()
    {
        Scenario plain = Staffed(cover: null, posts: 12).With(
            service => service with { HandoverLoss = new WorkingDays(5) },
            pathway => pathway with { ReferralsPerYear = 150, OpenCases = 20, Casework = pathway.Casework with { Duration = new ExponentialDistribution(90) } });
        StructureRun bare = plain.Run("separate", 3);
        StructureRun none = plain.With(service => service with { AgencyCover = Cover with { Share = default } }).Run("separate", 3);
        Assert.Equal(Fates(bare), Fates(none));
        Assert.NotEqual(Fates(bare), Fates(plain.With(service => service with { AgencyCover = Cover }).Run("separate", 3)));
    }

    [Fact]
    public void An_abolished_post_is_not_covered()
    {
        StructureRun run = Start(Staffed(Cover, posts: 40));
        run.Simulator.Run(100);
        run.Workers.ForEach(worker => worker.Abolish());
        int[] holders = [.. run.Workers.Select(worker => worker.Holder)];
        run.Simulator.Run(2000);
        Assert.DoesNotContain(run.Workers, worker => worker.IsFilled || worker.IsAgency);
        Assert.Equal(holders, run.Workers.Select(worker => worker.Holder));
    }

    private static List<(CaseIdentity, double?, double?, int)> Fates(StructureRun run) =>
        [.. run.Cases.Select(item => (item.Identity, item.AllocatedAt, item.EndedAt, item.Workers))];

    private static Scenario Staffed(AgencyCover? cover, int posts = 500) => PlainScenario.Of(1).With(
        service => service with { Fte = new Fte(posts), YearlyTurnover = new Share(Turnover), MeanVacancy = new Days(Vacancy), AgencyCover = cover },
        pathway => pathway with { ReferralsPerYear = 0 });

    private static StructureBasis Basis(Scenario scenario) => new(scenario, scenario.Structure("separate"), FreedMoney.Released, 6);

    private static StructureRun Start(Scenario scenario) => new(Basis(scenario), 1, 0);

    /// <summary>Runs many posts through three years, and looks at them every 50 days.</summary>
    private static Look[] Looks(AgencyCover? cover)
    {
        StructureBasis basis = Basis(Staffed(cover));
        return ReplicationRunner.Run(120, 2, (replication, _) => LookAt(new StructureRun(basis, 1, replication)), cancellationToken: TestContext.Current.CancellationToken);
    }

    private static Look LookAt(StructureRun run)
    {
        const int Years = 3;
        double before = run.Workers.Sum(worker => worker.Holder);
        Tally agency = new();
        Tally vacant = new();
        for (double day = 0; day <= Years * 365.25; day += 50)
        {
            run.Simulator.Run(day);
            agency.Add(run.Workers.Average(worker => worker.IsAgency ? 1.0 : 0));
            vacant.Add(run.Workers.Average(worker => worker.IsFilled ? 0.0 : 1));
        }

        run.Simulator.Run(Years * 365.25);
        return new Look((run.Workers.Sum(worker => worker.Holder) - before) / run.Workers.Count / Years, agency.Mean ?? 0, vacant.Mean ?? 0);
    }

    private readonly record struct Look(double Changes, double Agency, double Vacant);
}
