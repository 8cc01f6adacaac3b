using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class WorkforceTests
{
    private static readonly DateOnly FirstDay = new(2025, 4, 1);

    [Fact]
    public void Holders_of_term_time_posts_are_away_while_schools_are_closed_and_take_no_other_leave()
    {
        // Every second post, the odd numbers. Days 10 to 19 and 40 to 40; two spans overlap, and one ended before the first day.
        Scenario scenario = Holidays(Staff(4, service => service with { TermTimeOnly = new Share(0.5), LeaveWeeks = 6 }), (-20, -1), (10, 15), (14, 19), (40, 40));
        StructureRun run = Start(scenario);
        for (int day = 0; day < 365; day++)
        {
            run.Simulator.Run(day + 0.5);
            bool closed = day is (>= 10 and <= 19) or 40;
            Assert.All(run.Workers.Where(worker => worker.Post.Number % 2 == 1), worker => Assert.Equal(!closed, worker.IsAvailable));
        }

        Assert.All(run.Workers, worker => Assert.Equal(worker.Post.Number % 2 == 1 ? 40 * (364.5 - 11) : 40 * (364.5 - 42), worker.Server.OfferedWork, 9));
    }

    [Fact]
    public void Duty_goes_round_the_team_and_takes_each_ones_share_of_casework()
    {
        StructureRun run = Start(Staff(3, service => service with { DutyRota = true }));
        for (int day = 0; day < 300; day++)
        {
            run.Simulator.Run(day + 0.5);
            Assert.Equal(day % 3, Assert.Single(run.Workers, worker => worker.Server.Capacity == 0).Post.Number, 0.0);
        }

        run.Simulator.Run(300);
        Assert.All(run.Workers, worker => Assert.Equal(40 * 200, worker.Server.OfferedWork, 9));
    }

    [Fact]
    public void Each_team_has_its_own_duty_and_weekends_have_none()
    {
        // A Tuesday is the first day. Two teams, of two and of one: the one is always on duty.
        Scenario scenario = Staff(3, service => service with { DutyRota = true }, areas: 2) with { Calendar = new CalendarRules() };
        scenario = scenario with
        {
            Structures = [scenario.Structures[0] with { Services = [new ServicePlacement { Service = "care", Sharing = StaffingRule.Explicit, Posts = [new TeamPosts { Team = "A0", Fte = new Fte(2) }, new TeamPosts { Team = "A1", Fte = new Fte(1) }] }] }],
        };
        StructureRun run = Start(scenario);
        Assert.Equal([2, 1], run.TeamsOf(0).Select(team => team.Workers.Count));
        run.Simulator.Run(70);
        Assert.Equal([40.0 * 25, 40.0 * 25, 0.0], run.Workers.Select(worker => Math.Round(worker.Server.OfferedWork, 9)));
    }

    [Fact]
    public void Who_is_away_at_their_turn_has_it_on_coming_back()
    {
        StructureRun run = Start(Staff(3, service => service with { DutyRota = true }));
        List<uint> duties = [];
        for (int day = 0; day < 9; day++)
        {
            run.Simulator.Run(day + 0.5);
            duties.Add(run.Workers.Single(worker => worker.IsAvailable && worker.Server.Capacity == 0).Post.Number);
            if (day == 0)
            {
                run.Workers[1].GoAway();
            }
            else if (day == 3)
            {
                run.Workers[1].ComeBack();
            }
        }

        Assert.Equal([0u, 2, 0, 2, 1, 0, 2, 1, 0], duties);
    }

    [Fact]
    public void Duty_of_a_team_in_which_nobody_is_there_falls_out()
    {
        StructureRun run = Start(Staff(1, service => service with { DutyRota = true }));
        run.Workers[0].GoAway();
        run.Simulator.Run(5.5);
        run.Workers[0].ComeBack();
        Assert.Equal(40, run.Workers[0].Server.Capacity);
        Assert.Equal(0, run.Workers[0].DutyTurn);
        run.Simulator.Run(6.5);
        Assert.Equal(0, run.Workers[0].Server.Capacity);
        Assert.Equal(1, run.Workers[0].DutyTurn);
    }

    [Fact]
    public void Work_outside_cases_is_done_by_those_who_are_there_and_leaves_the_rest_of_the_week_for_cases()
    {
        StructureRun run = Start(Staff(2, service => service with
        {
            OtherWork = [new OtherWork { Name = "groups", HoursPerWeek = new HoursPerWeek(4) }, new OtherWork { Name = "schools", HoursPerWeek = new HoursPerWeek(6) }],
        }));
        run.Simulator.Run(10);
        run.Workers[0].GoAway();
        run.Workers[1].Leave();
        run.Simulator.Run(30);
        run.Workers[0].ComeBack();
        run.Simulator.Run(35);
        Assert.Equal([2.0 * 15, 2.0 * 10], run.Workers.Select(worker => Math.Round(worker.OtherWorkHours, 9)));
        Assert.All(run.Workers, worker => Assert.Equal(30, worker.CaseHours));
    }

    [Fact]
    public void A_new_post_holds_nobody_until_somebody_is_recruited_and_then_somebody_new()
    {
        const int Posts = 400;
        StructureRun run = Start(Staff(1, service => service));
        run.Simulator.Run(100);
        StaffProcess staff = new(run);
        List<Caseworker> added = [];
        for (uint number = 0; number < Posts; number++)
        {
            Caseworker worker = new(run.Simulator, run.Calendar, new Post(0, Establishment.FirstNew + number, 1, 0, 0, 0), run.Scenario.Services[0], run.TeamsOf(0)[0]);
            run.TeamsOf(0)[0].Add(worker);
            added.Add(worker);
            staff.Start(worker, new Days(80));
            Assert.False(worker.IsAvailable);
        }

        double[] filled = new double[Posts];
        for (double day = 100; day < 900; day++)
        {
            run.Simulator.Run(day);
            for (int post = 0; post < Posts; post++)
            {
                filled[post] += added[post].IsFilled ? 0 : 1;
                Assert.True(!added[post].IsFilled || added[post].IsFirstYear || day >= 100 + filled[post] + 364);
            }
        }

        // The mean of 400 exponential times of mean 80 days has a standard error of 4; each counts up to the next whole day.
        Assert.InRange(filled.Average(), 80.5 - 12, 80.5 + 12);
        Assert.Contains(added, worker => worker.IsFilled && !worker.IsFirstYear);
    }

    [Fact]
    public void A_new_post_makes_up_for_no_leave_that_fell_due_before_it_was_there()
    {
        StructureRun run = Start(Staff(1, service => service with { LeaveWeeks = 2 }));
        run.Simulator.Run(731);
        Caseworker worker = new(run.Simulator, run.Calendar, new Post(0, Establishment.FirstNew, 1, 0, 0, 0), run.Scenario.Services[0], run.TeamsOf(0)[0]);
        new StaffProcess(run).Start(worker, default(Days));
        int away = 0;
        for (int day = 731; day < 731 + 365; day++)
        {
            run.Simulator.Run(day + 0.5);
            away += worker.IsAvailable ? 0 : 1;
        }

        Assert.InRange(away, 7, 14);
    }

    [Fact]
    public void Without_part_time_posts_rotas_contracts_and_other_work_nothing_moves()
    {
        Scenario plain = Holidays(Staff(8, service => service with { YearlyTurnover = new Share(0.3), AbsenceShare = new Share(0.05), LeaveWeeks = 6 }), (20, 40), (200, 230))
            .With(pathway: pathway => pathway with { ReferralsPerYear = 250, Casework = pathway.Casework with { Duration = new ExponentialDistribution(60) } });
        List<(CaseIdentity, double?, double?)> fates = Fates(plain);
        Assert.Equal(fates, Fates(plain.With(service => service with { PartTime = new PartTime { Share = default }, TermTimeOnly = default, OtherWork = [] })));
        Assert.NotEqual(fates, Fates(plain.With(service => service with { TermTimeOnly = new Share(0.5) })));
        Assert.NotEqual(fates, Fates(plain.With(service => service with { DutyRota = true })));
        Assert.NotEqual(fates, Fates(plain.With(service => service with { PartTime = new PartTime { Share = new Share(0.5) } })));
        Assert.NotEqual(fates, Fates(plain.With(service => service with { OtherWork = [new OtherWork { Name = "groups", HoursPerWeek = new HoursPerWeek(39) }] })));
    }

    private static List<(CaseIdentity, double?, double?)> Fates(Scenario scenario) =>
        [.. scenario.Run("separate", 2).Cases.Select(item => (item.Identity, item.AllocatedAt, item.EndedAt))];

    private static Scenario Staff(int posts, Func<Service, Service> change, int areas = 1) => PlainScenario.Of(areas).With(
        service => change(service with { Fte = new Fte(posts) }),
        pathway => pathway with { ReferralsPerYear = 0 });

    private static Scenario Holidays(Scenario scenario, params (int From, int To)[] spans) => scenario with
    {
        Calendar = scenario.Calendar with { SchoolHolidays = [.. spans.Select(span => new DateSpan { From = FirstDay.AddDays(span.From), To = FirstDay.AddDays(span.To) })] },
    };

    private static StructureRun Start(Scenario scenario) => new(new StructureBasis(scenario, scenario.Structures[0], FreedMoney.Released, 3), 1, 0);
}
