using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class WorkLawTests
{
    private static Service TenHours(Service service) => service with { PaidHours = new HoursPerWeek(10) };

    [Fact]
    public void A_worker_with_time_enough_works_each_case_at_the_nominal_pace()
    {
        Bench bench = new(1, TenHours);
        bench.Simulator.Start(bench.Follow("a", bench.NewCase(1), 10, weight: 4));
        bench.Simulator.Start(bench.Follow("b", bench.NewCase(1), 20, weight: 6));
        bench.Simulator.Run(100);
        Assert.Equal(["0 a to 0", "0 b to 0", "10 a done", "20 b done"], bench.Log);
    }

    [Fact]
    public void Overload_stretches_every_case_alike()
    {
        // Σw = 20 on H = 10: half pace until a ends at 20; then b alone needs 10 and has 5 of its 15 working days left.
        Bench bench = new(1, TenHours);
        bench.Simulator.Start(bench.Follow("a", bench.NewCase(1), 10, weight: 10));
        bench.Simulator.Start(bench.Follow("b", bench.NewCase(1), 15, weight: 10));
        bench.Simulator.Run(100);
        Assert.Equal(["0 a to 0", "0 b to 0", "20 a done", "25 b done"], bench.Log);
    }

    [Fact]
    public void Upkeep_is_taken_off_the_week_before_progress()
    {
        // H − Σu = 10 − 4 = 6 on Σw = 12: half pace. After a ends at 20, 10 − 2 = 8 on 6: full pace.
        Bench bench = new(1, TenHours);
        bench.Simulator.Start(bench.Follow("a", bench.NewCase(1), 10, weight: 6, upkeep: 2));
        bench.Simulator.Start(bench.Follow("b", bench.NewCase(1), 15, weight: 6, upkeep: 2));
        bench.Simulator.Run(100);
        Assert.Equal(["0 a to 0", "0 b to 0", "20 a done", "25 b done"], bench.Log);
    }

    [Fact]
    public void Upkeep_beyond_the_week_stops_all_progress()
    {
        Bench bench = new(1, TenHours);
        bench.Simulator.Start(bench.Follow("a", bench.NewCase(1), 10, weight: 1, upkeep: 6));
        bench.Simulator.Start(bench.Follow("b", bench.NewCase(1), 10, weight: 1, upkeep: 6, startsAt: 5));
        bench.Simulator.Run(1000);
        Assert.Equal(["0 a to 0", "5 b to 0"], bench.Log);
    }

    [Fact]
    public void A_case_that_fits_nobody_does_not_block_the_next()
    {
        Bench bench = new(1, service => service with { PointsPerFte = new Points(10) });
        bench.Simulator.Start(bench.Follow("six", bench.NewCase(6), 10, weight: 1));
        bench.Simulator.Start(bench.Follow("eight", bench.NewCase(8), 10, weight: 1, startsAt: 1));
        bench.Simulator.Start(bench.Follow("four", bench.NewCase(4), 10, weight: 1, startsAt: 2));
        bench.Simulator.Run(100);
        Assert.Equal(["0 six to 0", "2 four to 0", "10 six done", "12 four done", "12 eight to 0", "22 eight done"], bench.Log);
    }

    [Fact]
    public void Free_points_go_by_priority_then_by_wait()
    {
        Bench bench = new(1, service => service with { PointsPerFte = new Points(1) });
        bench.Simulator.Start(bench.Follow("first", bench.NewCase(1), 10, weight: 1));
        bench.Simulator.Start(bench.Follow("early", bench.NewCase(1), 1, weight: 1, startsAt: 1));
        bench.Simulator.Start(bench.Follow("late", bench.NewCase(1), 1, weight: 1, startsAt: 2));
        bench.Simulator.Start(bench.Follow("urgent", bench.NewCase(1, priority: 4), 1, weight: 1, startsAt: 3));
        bench.Simulator.Run(100);
        Assert.Equal(
            ["0 first to 0", "10 first done", "10 urgent to 0", "11 urgent done", "11 early to 0", "12 early done", "12 late to 0", "13 late done"],
            bench.Log);
    }

    [Fact]
    public void The_worker_with_the_lowest_points_takes_the_case_then_the_nearest_then_the_lowest_number()
    {
        Bench bench = new(3);
        bench.Simulator.Start(bench.Follow("near 2", bench.NewCase(6, area: 2), 100, weight: 1));
        bench.Simulator.Start(bench.Follow("near 2 again", bench.NewCase(4, area: 2), 100, weight: 1));
        bench.Simulator.Start(bench.Follow("near 2 still", bench.NewCase(4, area: 2), 100, weight: 1));
        bench.Simulator.Start(bench.Follow("lowest", bench.NewCase(4, area: 2), 100, weight: 1));
        bench.Simulator.Run(0);
        Assert.Equal(["0 near 2 to 2", "0 near 2 again to 1", "0 near 2 still to 0", "0 lowest to 1"], bench.Log);
    }

    [Fact]
    public void The_nearest_takes_the_case_while_it_is_within_the_tolerance_of_the_lightest()
    {
        Bench bench = new(3, tolerance: 0.05);
        bench.Simulator.Start(bench.Follow("first", bench.NewCase(5, area: 2), 100, weight: 1));
        bench.Simulator.Start(bench.Follow("within", bench.NewCase(1, area: 2), 100, weight: 1));
        bench.Simulator.Start(bench.Follow("beyond", bench.NewCase(1, area: 2), 100, weight: 1));
        bench.Simulator.Run(0);
        Assert.Equal(["0 first to 2", "0 within to 2", "0 beyond to 1"], bench.Log);
    }

    [Fact]
    public void A_worker_whom_the_child_knows_takes_the_case_if_there_is_room_and_the_same_person_still_holds_the_post()
    {
        Bench bench = new(2);
        Case returning = bench.NewCase(4, area: 0);
        returning.Known = (bench.Workers[1], 0);
        bench.Simulator.Start(bench.Follow("returning", returning, 1, weight: 1));
        Case forgotten = bench.NewCase(4, area: 0);
        forgotten.Known = (bench.Workers[1], 7);
        bench.Simulator.Start(bench.Follow("forgotten", forgotten, 1, weight: 1));
        bench.Simulator.Run(0);
        Assert.Equal(["0 returning to 1", "0 forgotten to 0"], bench.Log);
    }

    [Fact]
    public void An_absent_workers_cases_keep_their_points_and_stand_still()
    {
        Bench bench = new(1, service => service with { PointsPerFte = new Points(1) });
        bench.Simulator.Start(bench.Follow("held", bench.NewCase(1), 10, weight: 1));
        bench.Simulator.Start(bench.Follow("next", bench.NewCase(1), 10, weight: 1, startsAt: 1));
        bench.Simulator.Start(bench.At(4, bench.Workers[0].GoAway));
        bench.Simulator.Start(bench.At(9, bench.Workers[0].ComeBack));
        bench.Simulator.Run(100);
        Assert.Equal(["0 held to 0", "15 held done", "15 next to 0", "25 next done"], bench.Log);
    }

    [Fact]
    public void A_leavers_cases_enter_the_list_first_with_their_progress()
    {
        Bench bench = new(2, service => service with { PointsPerFte = new Points(1) });
        bench.Simulator.Start(bench.Follow("leavers", bench.NewCase(1, area: 0), 10, weight: 1));
        bench.Simulator.Start(bench.Follow("others", bench.NewCase(1, area: 1), 8, weight: 1));
        bench.Simulator.Start(bench.Follow("waits since 1", bench.NewCase(1), 10, weight: 1, startsAt: 1));
        bench.Simulator.Start(bench.At(4, bench.Workers[0].Leave));
        bench.Simulator.Run(100);
        Assert.Equal(
            ["0 leavers to 0", "0 others to 1", "8 others done", "8 leavers to 1", "14 leavers done", "14 waits since 1 to 1", "24 waits since 1 done"],
            bench.Log);
    }

    [Fact]
    public void A_newcomer_holds_less_in_the_first_year()
    {
        Bench bench = new(1);
        Caseworker worker = bench.Workers[0];
        worker.Leave();
        worker.Fill(firstYear: true);
        Assert.Equal(90, worker.PointsLimit);
        Assert.False(worker.Fits(91));
        worker.EndFirstYear();
        Assert.True(worker.Fits(91));
    }

    [Fact]
    public void Working_time_stands_still_at_weekends_and_on_bank_holidays()
    {
        // 1 April 2025 is a Tuesday; the 18th and 21st are bank holidays.
        CalendarRules rules = new() { BankHolidays = [new DateOnly(2025, 4, 18), new DateOnly(2025, 4, 21)] };
        WorkingCalendar calendar = new(rules, new DateOnly(2025, 4, 1), 60);
        Assert.Equal(4, calendar.ToServiceTime(4));
        Assert.Equal(4, calendar.ToServiceTime(6));
        Assert.Equal(4.5, calendar.ToServiceTime(6.5));
        Assert.Equal(4, calendar.ToTime(4));
        Assert.Equal(6.5, calendar.ToTime(4.5));
        Assert.Equal(13, calendar.ToServiceTime(20.9));
        Assert.Equal(21.25, calendar.ToTime(13.25));
    }

    [Fact]
    public void Travel_is_the_root_mean_square_distance_over_a_disc_there_and_back()
    {
        TravelTimes travel = new(PlainScenario.Row(2, 3), new Travel { Speed = new KilometresPerHour(10), DetourFactor = 2, VisitsPerTrip = 4 });
        double kilometres = 2 * 2 * Math.Sqrt(9 + (1 / (2 * Math.PI)));
        Assert.Equal(kilometres, travel.RoundTripKilometres(0, 1), 12);
        Assert.Equal(kilometres / 40, travel.HoursPerVisit(0, 1), 12);
    }
}
