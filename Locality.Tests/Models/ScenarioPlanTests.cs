using Xunit;

namespace LocalitySim.Tests;

public class ScenarioPlanTests
{
    private const string Hub = "deliveryModels: [{ id: hub }, { id: panel }]\npathways:";

    [Theory]
    [InlineData("{ on: 2025-04-01, endGrant: { service: care, fte: 1 } }", "small/scenario.yaml(26,15): structures[0].steps[0].on: found a step on 2025-04-01, before the start or on it; expected a day after 2025-04-01")]
    [InlineData("{ on: 2200-04-01, endGrant: { service: care, fte: 1 } }", "small/scenario.yaml(26,15): structures[0].steps[0].on: found '2200-04-01'; expected a date from 1990 to 2150")]
    [InlineData("{ on: 2025-05-01 }", "small/scenario.yaml(26,9): structures[0].steps[0]: found a step without a change; expected one of redraw, delivery, moveBase, movePosts, endGrant, newPosts, reallocate")]
    [InlineData("{ on: 2025-05-01, endgrant: { service: care, fte: 1 } }", "small/scenario.yaml(26,27): structures[0].steps[0].endgrant: found the unknown key 'endgrant'; expected a known key; did you mean 'endGrant'?")]
    [InlineData("{ on: 2025-05-01, endGrant: { service: care, fte: 1 }, reallocate: {} }", "small/scenario.yaml(26,64): structures[0].steps[0].reallocate: found a second change beside endGrant; expected one change: write a step for each")]
    [InlineData("{ on: 2025-05-01, reallocate: { services: [cares] } }", "small/scenario.yaml(26,52): structures[0].steps[0].reallocate.services[0]: found 'cares'; expected the id of a service: care; did you mean 'care'?")]
    [InlineData("{ on: 2025-05-01, reallocate: { services: [care, care] } }", "small/scenario.yaml(26,58): structures[0].steps[0].reallocate.services[1]: found 'care' again (first on line 26); expected each one once")]
    [InlineData("{ on: 2025-05-01, newPosts: { service: care, fte: 1, locality: east } }", "small/scenario.yaml(26,72): structures[0].steps[0].newPosts.locality: found 'east'; expected the id of a locality: north, south")]
    [InlineData("{ on: 2025-05-01, newPosts: { service: care, fte: 0 } }", "small/scenario.yaml(26,59): structures[0].steps[0].newPosts.fte: found 0; expected above zero")]
    [InlineData("{ on: 2025-05-01, newPosts: { service: care, fte: 1991 } }", "small/scenario.yaml(26,59): structures[0].steps[0].newPosts.fte: found 2001 posts of 'care' then; expected 2,000 posts of a service at most")]
    public void A_step_is_one_change_after_the_start(string step, string message) => AssertOne([step], message);

    [Theory]
    [InlineData("{ on: 2025-05-01, moveBase: { locality: north, from: Ash, to: Birch } }", "small/scenario.yaml(26,71): structures[0].steps[0].moveBase.to: found 'Birch': a base in no area; expected an area of areas.csv")]
    [InlineData("{ on: 2025-05-01, moveBase: { locality: north, from: Beech, to: Ash } }", "small/scenario.yaml(26,62): structures[0].steps[0].moveBase.from: found 'Beech'; expected a base of 'north' then: Ash")]
    [InlineData("{ on: 2025-05-01, moveBase: { locality: north, from: Ash, to: Ash } }", "small/scenario.yaml(26,71): structures[0].steps[0].moveBase.to: found 'Ash', where the base is already; expected another area")]
    [InlineData("{ on: 2025-05-01, moveBase: { locality: nrth, from: Ash, to: Beech } }", "small/scenario.yaml(26,49): structures[0].steps[0].moveBase.locality: found 'nrth'; expected the id of a locality: north, south; did you mean 'north'?")]
    public void A_base_moves_from_where_it_is_to_an_area(string step, string message) => AssertOne([step], message);

    [Fact]
    public void A_base_is_where_the_steps_before_have_put_it() => AssertOne(
        [
            "{ on: 2025-07-01, moveBase: { locality: north, from: Ash, to: Cedar } }",
            "{ on: 2025-05-01, moveBase: { locality: north, from: Ash, to: Beech } }",
        ],
        "small/scenario.yaml(26,62): structures[0].steps[0].moveBase.from: found 'Ash'; expected a base of 'north' then: Beech");

    [Theory]
    [InlineData("{ on: 2025-05-01, movePosts: { service: care, fte: 11, from: north, to: south } }", "small/scenario.yaml(26,60): structures[0].steps[0].movePosts.fte: found 11 posts of 'care', which has 10 then; expected posts that are there: 10 at most")]
    [InlineData("{ on: 2025-05-01, endGrant: { service: care, fte: 10.5 } }", "small/scenario.yaml(26,59): structures[0].steps[0].endGrant.fte: found 10.5 posts of 'care', which has 10 then; expected posts that are there: 10 at most")]
    [InlineData("{ on: 2025-05-01, endGrant: { service: cares, fte: 1 } }", "small/scenario.yaml(26,48): structures[0].steps[0].endGrant.service: found 'cares'; expected the id of a service: care; did you mean 'care'?")]
    [InlineData("{ on: 2025-05-01, endGrant: { service: care, fte: 1, locality: west } }", "small/scenario.yaml(26,72): structures[0].steps[0].endGrant.locality: found 'west'; expected the id of a locality: north, south")]
    [InlineData("{ on: 2025-05-01, movePosts: { service: care, fte: 1, toService: help } }", "small/scenario.yaml(26,74): structures[0].steps[0].movePosts.toService: found 'help'; expected the id of a service: care")]
    public void No_post_is_moved_that_is_not_there(string step, string message) => AssertOne([step], message);

    [Fact]
    public void Posts_are_counted_step_by_step_in_the_order_of_dates() => AssertOne(
        [
            "{ on: 2025-08-01, endGrant: { service: care, fte: 9 } }",
            "{ on: 2025-05-01, newPosts: { service: care, fte: 2 } }",
            "{ on: 2025-06-01, endGrant: { service: care, fte: 4 } }",
        ],
        "small/scenario.yaml(26,59): structures[0].steps[0].endGrant.fte: found 9 posts of 'care', which has 8 then; expected posts that are there: 8 at most");

    [Fact]
    public void Posts_that_go_to_another_service_are_no_longer_there()
    {
        using SmallScenario scenario = new();
        scenario.Replace(SmallScenario.Yaml, "pathways:", "  - { id: help, tier: targeted, fte: 1 }\npathways:")
            .Replace(SmallScenario.Yaml, "    localities:", Steps(["{ on: 2025-05-01, movePosts: { service: care, fte: 4, toService: help } }", "{ on: 2025-06-01, endGrant: { service: help, fte: 5 } }", "{ on: 2025-07-01, endGrant: { service: care, fte: 7 } }"]) + "    localities:");
        Assert.Equal(
            ["small/scenario.yaml(29,59): structures[0].steps[2].endGrant.fte: found 7 posts of 'care', which has 6 then; expected posts that are there: 6 at most"],
            scenario.Problems());
    }

    [Theory]
    [InlineData("{ on: 2025-05-01, movePosts: { service: care, fte: 4, from: north, to: south } }")]
    [InlineData("{ on: 2025-05-01, endGrant: { service: care, fte: 4, locality: north } }")]
    public void Where_teams_posts_are_listed_a_team_gives_no_more_than_it_has(string step)
    {
        using SmallScenario scenario = new();
        scenario.Replace(SmallScenario.Yaml, "  service: care\nstructures", "  service: care\n  freedMoney: released\nstructures")
            .Replace(SmallScenario.Yaml, "    localities:", "    services: [{ service: care, sharing: explicit, posts: [{ team: north, fte: 1 }, { team: south, fte: 3 }] }]\n" + Steps([step]) + "    localities:");
        string problem = Assert.Single(scenario.Problems());
        Assert.EndsWith("fte: found 4 posts of 'care' in 'north', which has 3 then; expected posts that are there: 3 at most", problem, StringComparison.Ordinal);
        Assert.Empty(scenario.Replace(SmallScenario.Yaml, "fte: 4", "fte: 3").Problems());
    }

    [Theory]
    [InlineData("{ on: 2025-05-01, redraw: { to: oen } }", "small/scenario.yaml(26,41): structures[0].steps[0].redraw.to: found 'oen'; expected the id of a structure: two, one; did you mean 'one'?")]
    [InlineData("{ on: 2025-05-01, redraw: { to: two } }", "small/scenario.yaml(26,41): structures[0].steps[0].redraw.to: found 'two', which is in force already; expected the id of another structure")]
    public void A_redraw_goes_to_another_structure(string step, string message) => AssertOne([step], message, "  - { id: one, localities: [{ id: all, areas: [Ash, Beech, Cedar], bases: [Ash] }] }\n");

    [Theory]
    [InlineData("steps: []")]
    [InlineData("rollOut: { model: hub, first: 2025-06-01 }")]
    public void A_redraw_goes_to_a_structure_that_stays_as_it_is(string key) => AssertOne(
        ["{ on: 2025-05-01, redraw: { to: one } }"],
        "small/scenario.yaml(27,41): structures[0].steps[0].redraw.to: found 'one', which has steps of its own; expected a structure without steps and without rollOut: its localities are what counts",
        $"  - {{ id: one, {key}, localities: [{{ id: all, areas: [Ash, Beech, Cedar], bases: [Ash] }}] }}\n",
        Hub);

    [Fact]
    public void After_a_redraw_localities_are_those_of_the_new_structure() => AssertOne(
        [
            "{ on: 2025-06-01, moveBase: { locality: north, from: Ash, to: Beech } }",
            "{ on: 2025-04-15, moveBase: { locality: south, from: Cedar, to: Beech } }",
            "{ on: 2025-05-01, redraw: { to: one } }",
            "{ on: 2025-07-01, moveBase: { locality: all, from: Ash, to: Beech } }",
        ],
        "small/scenario.yaml(26,49): structures[0].steps[0].moveBase.locality: found 'north'; expected the id of a locality: all",
        "  - { id: one, localitiesFrom: two, merges: [{ id: all, of: [north, south] }] }\n");

    [Theory]
    [InlineData("{ on: 2025-05-01, delivery: { locality: north, model: hub } }", "small/scenario.yaml(30,49): structures[0].steps[1].delivery.locality: found 'north' opened twice: it has 'hub' by then; expected a locality with another delivery model")]
    [InlineData("{ on: 2025-05-01, delivery: { locality: south, model: panel } }", "small/scenario.yaml(29,49): structures[0].steps[0].delivery.locality: found 'south' opened twice: it has 'panel' by then; expected a locality with another delivery model")]
    [InlineData("{ on: 2025-05-01, delivery: { locality: south, model: hob } }", "small/scenario.yaml(29,63): structures[0].steps[0].delivery.model: found 'hob'; expected the id of a delivery model: hub, panel; did you mean 'hub'?")]
    public void A_locality_opens_once_with_a_delivery_model(string step, string message)
    {
        using SmallScenario scenario = new();
        scenario.Replace(SmallScenario.Yaml, "pathways:", Hub)
            .Replace(SmallScenario.Yaml, "    localities:", "    deliveryModel: hub\n    delivery: [{ model: panel, localities: [north, south] }]\n" + Steps([step, "{ on: 2025-06-01, delivery: { locality: north, model: hub } }"]) + "    localities:");
        Assert.Equal([message], scenario.Problems());
    }

    [Theory]
    [InlineData("model: hubs, first: 2025-05-01", "small/scenario.yaml(26,23): structures[0].rollOut.model: found 'hubs'; expected the id of a delivery model: hub, panel; did you mean 'hub'?")]
    [InlineData("model: hub, first: 2025-04-01", "small/scenario.yaml(26,35): structures[0].rollOut.first: found a roll-out on 2025-04-01, before the start or on it; expected a day after 2025-04-01")]
    [InlineData("model: hub, first: 2025-05-01, ready: [{ locality: west, on: 2025-06-01 }]", "small/scenario.yaml(26,67): structures[0].rollOut.ready[0].locality: found 'west'; expected the id of a locality: north, south")]
    [InlineData("model: hub, first: 2025-05-01, ready: [{ locality: north, on: 2025-06-01 }, { locality: north, on: 2025-07-01 }]", "small/scenario.yaml(26,104): structures[0].rollOut.ready[1].locality: found 'north' again (first on line 26); expected each locality once")]
    [InlineData("model: hub, first: 2025-05-01, localitiesPerPhase: 0", "small/scenario.yaml(26,67): structures[0].rollOut.localitiesPerPhase: found 0; expected 1 or more")]
    [InlineData("model: hub, first: 2025-05-01 }\n    steps: [{ on: 2025-06-01, delivery: { locality: north, model: hub } }]\n    setUpCost: 0 #", "small/scenario.yaml(27,53): structures[0].steps[0].delivery.locality: found 'north' opened twice: the roll-out brings it 'hub' too; expected a step or the roll-out")]
    [InlineData("model: hub, first: 2025-05-01 }\n    steps: [{ on: 2025-06-01, redraw: { to: one } }]\n    setUpCost: 0 #", "small/scenario.yaml(26,5): structures[0].rollOut: found a roll-out beside a redraw (structures[0].steps[0]); expected one of them: write the openings as steps")]
    public void A_roll_out_brings_a_model_that_exists_to_localities_that_do(string keys, string message)
    {
        using SmallScenario scenario = new();
        scenario.Replace(SmallScenario.Yaml, "pathways:", Hub)
            .Replace(SmallScenario.Yaml, "    localities:", $"    rollOut: {{ {keys} }}\n    localities:")
            .Append(SmallScenario.Yaml, "  - { id: one, localities: [{ id: all, areas: [Ash, Beech, Cedar], bases: [Ash] }] }\n");
        Assert.Equal([message], scenario.Problems());
    }

    [Fact]
    public void A_step_after_the_end_of_the_run_is_a_warning()
    {
        using SmallScenario scenario = new();
        scenario.Replace(SmallScenario.Yaml, "pathways:", Hub)
            .Replace(SmallScenario.Yaml, "    localities:", "    rollOut: { model: hub, first: 2028-04-02 }\n" + Steps(["{ on: 2028-03-30, reallocate: {} }", "{ on: 2029-01-01, reallocate: {} }"]) + "    localities:");
        Assert.Equal(
            [
                "small/scenario.yaml(26,35): structures[0].rollOut.first: found 2028-04-02, when the run is over; expected a day before the run's end on 2028-03-31; give plan.years more",
                "small/scenario.yaml(29,15): structures[0].steps[1].on: found 2029-01-01, when the run is over; expected a day before the run's end on 2028-03-31; give plan.years more",
            ],
            scenario.Warnings());
    }

    [Fact]
    public void Every_bad_step_of_a_plan_is_a_problem()
    {
        using SmallScenario scenario = new();
        scenario.Replace(SmallScenario.Yaml, "    localities:", Steps(["{ on: 2024-01-01, endGrant: { service: care, fte: 11 } }", "{ on: 2025-05-01, moveBase: { locality: north, from: Oak, to: Elm } }"]) + "    localities:");
        Assert.Equal(4, scenario.Problems().Length);
    }

    private static string Steps(string[] steps) => "    steps:\n" + string.Concat(steps.Select(step => $"      - {step}\n"));

    private static void AssertOne(string[] steps, string message, string structure = "", string pathways = "pathways:")
    {
        using SmallScenario scenario = new();
        scenario.Replace(SmallScenario.Yaml, "pathways:", pathways)
            .Replace(SmallScenario.Yaml, "    localities:", Steps(steps) + "    localities:")
            .Append(SmallScenario.Yaml, structure);
        Assert.Equal([message], scenario.Problems());
    }
}
