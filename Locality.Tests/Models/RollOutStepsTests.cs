using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

public class RollOutStepsTests
{
    private static readonly Structure Five = new()
    {
        Id = "five",
        Localities = [.. new[] { "a", "b", "c", "d", "e" }.Select(id => new Locality { Id = id, Areas = [id], Bases = [id] })],
        RollOut = new() { Model = "hub", First = new(2025, 9, 1), PhaseLength = new(30.5), LocalitiesPerPhase = 2, MeanLateness = new(20) },
    };

    private static readonly Dictionary<string, double> Need = new(StringComparer.Ordinal) { ["a"] = 1, ["b"] = 3, ["c"] = 2, ["d"] = 3, ["e"] = 5 };

    [Fact]
    public void Localities_open_phase_by_phase_those_with_the_most_need_first()
    {
        Assert.Equal(["e 2025-09-01", "b 2025-09-01", "d 2025-10-01", "c 2025-10-01", "a 2025-11-01"], Open(Five));
        Assert.All(RollOutSteps.Of(Five, locality => Need[locality.Id]), step => Assert.Equal(("hub", new Days(20)), (step.Delivery!.Model, step.MeanLateness)));
    }

    [Fact]
    public void A_locality_that_is_not_ready_opens_when_it_is_and_nobody_takes_its_place()
    {
        Structure structure = Five with
        {
            RollOut = Five.RollOut! with { Ready = [new() { Locality = "e", On = new(2025, 10, 15) }, new() { Locality = "a", On = new(2025, 1, 1) }] },
        };
        Assert.Equal(["b 2025-09-01", "d 2025-10-01", "c 2025-10-01", "e 2025-10-15", "a 2025-11-01"], Open(structure));
    }

    [Fact]
    public void Localities_that_have_the_model_already_are_left_out()
    {
        Structure structure = Five with { Delivery = [new() { Model = "hub", Localities = ["e", "d"] }, new() { Model = "panel", Localities = ["a"] }] };
        Assert.Equal(["b 2025-09-01", "c 2025-09-01", "a 2025-10-01"], Open(structure));
        Assert.Equal(["a 2025-09-01"], Open(structure with { DeliveryModel = "hub" }));
    }

    [Fact]
    public void Without_a_roll_out_nothing_opens() => Assert.Empty(Open(Five with { RollOut = null }));

    [Fact]
    public void A_phase_beyond_all_dates_is_the_last_date() =>
        Assert.Equal("a 9999-12-31", Open(Five with { RollOut = Five.RollOut! with { PhaseLength = new(2_000_000) } })[^1]);

    private static string[] Open(Structure structure) =>
        [.. RollOutSteps.Of(structure, locality => Need[locality.Id]).Select(step => $"{step.Delivery!.Locality} {step.On:yyyy-MM-dd}")];
}
