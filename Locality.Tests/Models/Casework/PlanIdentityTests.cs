using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>A plan changes what it says, from its day on, and not a bit of anything else.</summary>
public sealed class PlanIdentityTests
{
    private const double Years = 2;

    private static readonly Scenario Busy = BusyPlan.Scenario;

    private static PlanStep To(string id, double day) => new() { On = TinyPlan.On(day), Redraw = new() { To = id, Dip = default } };

    [Fact]
    public void A_plan_whose_steps_come_after_the_end_is_no_plan()
    {
        Scenario planned = Planned("three", To("two", 5000));
        Assert.Equal(Busy.Run("three", Years).Trace(), planned.Run("three", Years).Trace());
    }

    [Fact]
    public void A_step_that_changes_nothing_changes_no_bit()
    {
        // "mirrored" has the same localities in another order; and no team is a hundred posts from its share.
        PlanStep[] steps =
        [
            To("mirrored", 200),
            To("three", 300),
            new() { On = TinyPlan.On(250), Reallocate = new() { Threshold = 100 } },
            new() { On = TinyPlan.On(400), Delivery = new() { Locality = "A0+A1", Model = "same" } },
        ];
        Scenario planned = Planned("three", steps);
        StructureRun run = new(new StructureBasis(planned, planned.Structure("three"), FreedMoney.Released, Years), 1, 0);
        LocalitySite[] sites = [.. run.Sites];
        run.Simulator.Run(250);
        Assert.Equal(sites.Reverse(), run.Sites);
        run.Simulator.Run(Years * 365.25);
        Assert.Equal(Busy.Run("three", Years).Trace(), run.Trace());
        Assert.Equal(sites, run.Sites);
        Assert.Equal(Busy.Run("three", Years).MeanCost(300, 700), run.MeanCost(300, 700));
    }

    [Fact]
    public void A_redraw_at_the_first_instant_is_the_other_structure_from_the_start() =>
        Assert.Equal(Busy.Run("two", Years).Trace(), Sorted(Planned("three", To("two", 0)).Run("three", Years)));

    [Theory]
    [InlineData("redraw")]
    [InlineData("grant")]
    [InlineData("new posts")]
    [InlineData("base")]
    public void Nothing_before_its_day_knows_of_a_step(string change)
    {
        const double Day = 300;
        PlanStep step = change switch
        {
            "redraw" => To("two", Day),
            "grant" => new() { On = TinyPlan.On(Day), EndGrant = new() { Service = "care", Fte = new Fte(3) } },
            "new posts" => new() { On = TinyPlan.On(Day), NewPosts = new() { Service = "care", Fte = new Fte(3) } },
            _ => new() { On = TinyPlan.On(Day), MoveBase = new() { Locality = "A0+A1", From = "A0", To = "A5" } },
        };
        StructureRun with = Planned("three", step).Run("three", Years);
        StructureRun without = Busy.Run("three", Years);
        Assert.Equal(Early(without), Early(with));
        Assert.NotEqual(without.Trace(), with.Trace());

        static List<string> Early(StructureRun run)
        {
            int count = run.Cases.Count(item => item.ReferredAt < Day);
            return run.Trace(Day)[..count];
        }
    }

    [Fact]
    public void A_planned_redraw_is_one_run_to_that_day_and_another_from_there()
    {
        PlanStep step = To("two", 300);
        StructureRun planned = Planned("three", step).Run("three", Years);
        StructureBasis basis = new(Busy, Busy.Structure("three"), FreedMoney.Released, Years);
        StructureRun joined = new(basis, 1, 0);
        joined.Simulator.Run(300);
        ArrangementChange change = new(Resharing.Under(joined.Arrangement, Busy.Structure("two")), TransferTerms.Of(step.Redraw!));
        joined.Simulator.Start(new ArrangementAdoption(joined, new StaffProcess(joined)).Adopt(change));
        joined.Simulator.Run(Years * 365.25);
        Assert.Equal(planned.Trace(), joined.Trace());
        Assert.Contains(planned.Cases, item => item.Transfers > 0);
        Assert.Equal(5, planned.AllTeams.Count);
    }

    private static List<string> Sorted(StructureRun run)
    {
        // The teams of the first instant never had a list.
        Assert.All(run.AllTeams.Except(run.Teams), team => Assert.Equal(0, team.WaitingOverTime.Max));
        HashSet<Team> current = [.. run.Teams];
        List<string> trace = run.Trace();
        int first = trace.Count - run.AllTeams.Count;
        return [.. trace[..first], .. run.AllTeams.Select((team, index) => (team, index)).Where(pair => current.Contains(pair.team)).Select(pair => trace[first + pair.index])];
    }

    private static Scenario Planned(string id, params PlanStep[] steps) => Busy with
    {
        Structures = [.. Busy.Structures.Select(item => string.Equals(item.Id, id, StringComparison.Ordinal) ? item with { Steps = [.. steps] } : item)],
    };
}
