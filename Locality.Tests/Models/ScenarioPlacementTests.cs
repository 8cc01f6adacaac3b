using System.Collections.Immutable;
using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

public class ScenarioPlacementTests
{
    private const string Third = """
          - id: three
            localities:
              - { id: a, areas: [Ash], bases: [Ash], upperTierArea: East }
              - { id: b, areas: [Beech], bases: [Beech], upperTierArea: West }
              - { id: c, areas: [Cedar], bases: [Cedar] }

        """;

    [Theory]
    [InlineData("id: joined, localitiesFrom: thre, merges: []", "small/scenario.yaml(33,35): structures[2].localitiesFrom: found 'thre'; expected the id of an earlier structure: two, three; did you mean 'three'?")]
    [InlineData("id: joined, localitiesFrom: joined", "small/scenario.yaml(33,35): structures[2].localitiesFrom: found 'joined'; expected the id of an earlier structure: two, three")]
    [InlineData("id: joined", "small/scenario.yaml(33,5): structures[2].localities: found nothing; expected a list, or localitiesFrom with the id of an earlier structure")]
    [InlineData("id: joined, localites: []", "small/scenario.yaml(33,19): structures[2].localites: found the unknown key 'localites'; expected a known key; did you mean 'localities'?")]
    [InlineData("id: joined, localitiesFrom: three, localities: [{ id: all, areas: [Ash, Beech, Cedar], bases: [Ash] }]", "small/scenario.yaml(33,35): structures[2].localitiesFrom: found localities as well as localitiesFrom; expected one of them")]
    [InlineData("id: joined, merges: [{ id: ab, of: [a, b] }], localities: [{ id: all, areas: [Ash, Beech, Cedar], bases: [Ash] }]", "small/scenario.yaml(33,27): structures[2].merges: found merges without localitiesFrom; expected localitiesFrom with the id of an earlier structure")]
    [InlineData("id: joined, localitiesFrom: three, merges: [{ id: ab, of: [a, x] }]", "small/scenario.yaml(33,69): structures[2].merges[0].of[1]: found 'x'; expected the id of a locality: a, b, c; did you mean 'a'?")]
    [InlineData("id: joined, localitiesFrom: three, merges: [{ id: ab, of: [a, b] }, { id: bc, of: [b, c] }]", "small/scenario.yaml(33,90): structures[2].merges[1].of[0]: found 'b' again (first on line 33); expected each locality in one merge at most")]
    [InlineData("id: joined, localitiesFrom: three, merges: [{ id: c, of: [a, b] }]", "small/scenario.yaml(33,57): structures[2].merges[0].id: found 'c', a locality that stays; expected an id that no other has")]
    [InlineData("id: joined, localitiesFrom: three, merges: [{ id: x, of: [a] }, { id: x, of: [b] }]", "small/scenario.yaml(33,77): structures[2].merges[1].id: found 'x' again (first on line 33); expected an id that no other has")]
    [InlineData("id: joined, localitiesFrom: three, extraPosts: [{ locality: d, service: care, fte: 1 }]", "small/scenario.yaml(33,67): structures[2].extraPosts[0].locality: found 'd'; expected the id of a locality: a, b, c; did you mean 'a'?")]
    public void A_structure_lists_its_localities_or_joins_those_of_an_earlier_one(string keys, string message) => AssertOne($"  - {{ {keys} }}\n", message);

    [Fact]
    public void A_structure_that_joins_localities_has_their_areas_and_bases()
    {
        using SmallScenario scenario = new();
        scenario.Append(SmallScenario.Yaml, Third.ReplaceLineEndings("\n"))
            .Append(SmallScenario.Yaml, "  - { id: joined, localitiesFrom: three, merges: [{ id: a, name: Both, of: [c, a] }] }\n")
            .Append(SmallScenario.Yaml, "  - { id: again, localitiesFrom: joined, merges: [{ id: all, of: [b, a], upperTierArea: North }] }\n")
            .Append(SmallScenario.Yaml, "  - { id: same, localitiesFrom: joined }\n");
        Assert.Empty(scenario.Problems());
        ImmutableArray<Structure> structures = Scenario.Load(scenario.Folder).Structures;
        Assert.Equal(["a 'Both' of Cedar Ash at Cedar Ash in ", "b 'b' of Beech at Beech in West"], structures[2].Localities.Select(Describe));
        Assert.Equal(["all 'all' of Beech Cedar Ash at Beech Cedar Ash in North"], structures[3].Localities.Select(Describe));
        Assert.Equal(structures[2].Localities.Select(Describe), structures[4].Localities.Select(Describe));

        static string Describe(Locality locality) =>
            $"{locality.Id} '{locality.Name}' of {string.Join(' ', locality.Areas)} at {string.Join(' ', locality.Bases)} in {locality.UpperTierArea}";
    }

    [Fact]
    public void Bases_that_joined_localities_share_are_counted_once()
    {
        Locality[] localities =
        [
            new() { Id = "a", Areas = ["Ash"], Bases = ["Ash", "Beech"] },
            new() { Id = "b", Areas = ["Beech"], Bases = ["Beech"], UpperTierArea = "West" },
        ];
        Locality whole = Assert.Single(StructureExpansion.Join([.. localities], [new() { Id = "ab", Of = ["b", "a"] }]));
        Assert.Equal(["Beech", "Ash"], whole.Areas);
        Assert.Equal(["Beech", "Ash"], whole.Bases);
        Assert.Equal("West", whole.UpperTierArea);
    }

    [Theory]
    [InlineData("services: [{ service: car }]", "small/scenario.yaml(25,27): structures[0].services[0].service: found 'car'; expected the id of a service: care; did you mean 'care'?")]
    [InlineData("services: [{ service: care }, { service: care }]", "small/scenario.yaml(25,46): structures[0].services[1].service: found 'care' again (first on line 25); expected each service once")]
    [InlineData("staffing: explicit", "small/scenario.yaml(25,15): structures[0].staffing: found 'explicit', but 'two' lists no posts of 'care'; expected posts for its teams, under the structure's services")]
    [InlineData("services: [{ service: care, sharing: explicit }]", "small/scenario.yaml(25,42): structures[0].services[0].sharing: found 'explicit', but 'two' lists no posts of 'care'; expected posts for its teams, under the structure's services")]
    [InlineData("services: [{ service: care, posts: [{ team: north, fte: 1 }] }]", "small/scenario.yaml(25,40): structures[0].services[0].posts: found posts of a service that is shared by-need; expected sharing: explicit, or no posts")]
    [InlineData("services: [{ service: care, sharing: explicit, posts: [{ team: nort, fte: 1 }] }]", "small/scenario.yaml(25,68): structures[0].services[0].posts[0].team: found 'nort'; expected a team: north, south; did you mean 'north'?")]
    [InlineData("services: [{ service: care, sharing: explicit, posts: [{ team: north, fte: 1 }, { team: north, fte: 1 }] }]", "small/scenario.yaml(25,93): structures[0].services[0].posts[1].team: found 'north' again (first on line 25); expected each team once")]
    [InlineData("services: [{ service: care, sharing: explicit, posts: [{ team: north, fte: 0 }] }]", "small/scenario.yaml(25,59): structures[0].services[0].posts: found zero posts for every team; expected posts above zero for one team or more")]
    [InlineData("services: [{ service: care, deployment: authority, sharing: explicit, posts: [{ team: north, fte: 1 }] }]", "small/scenario.yaml(25,91): structures[0].services[0].posts[0].team: found 'north'; expected a team: authority")]
    [InlineData("services: [{ service: care, deployment: upper-tier-area }]", "small/scenario.yaml(25,45): structures[0].services[0].deployment: found 'upper-tier-area', but no locality of 'two' names an upper-tier area; expected upperTierArea for the localities that share")]
    [InlineData("frontDoor: { fte: 1, scope: upper-tier-area }", "small/scenario.yaml(25,33): structures[0].frontDoor.scope: found 'upper-tier-area', but no locality of 'two' names an upper-tier area; expected upperTierArea for the localities that share")]
    [InlineData("services: [{ service: care, sharing: as-today }]", "small/scenario.yaml(25,42): structures[0].services[0].sharing: found 'as-today', but no posts_today in areas.csv for Ash, Beech, Cedar; expected posts_today for every area, and not all zero")]
    [InlineData("deliveryModel: hub", "small/scenario.yaml(25,20): structures[0].deliveryModel: found 'hub'; expected the id of a delivery model, and the file has no deliveryModels")]
    public void A_placement_names_what_its_structure_has(string line, string message)
    {
        using SmallScenario scenario = new();
        Assert.Equal([message], scenario.Replace(SmallScenario.Yaml, "    localities:", $"    {line}\n    localities:").Problems());
    }

    [Fact]
    public void A_service_that_cannot_be_deployed_or_shared_so_is_one_problem_for_all_structures()
    {
        using SmallScenario scenario = new();
        scenario.Replace(SmallScenario.Yaml, "fte: 10", "fte: 10\n    deployment: upper-tier-area\n    sharing: explicit")
            .Append(SmallScenario.Yaml, "  - { id: same, localitiesFrom: two }\n");
        Assert.Equal(
            [
                "small/scenario.yaml(12,17): services[0].deployment: found 'upper-tier-area', but no locality of 'two' names an upper-tier area; expected upperTierArea for the localities that share",
                "small/scenario.yaml(13,14): services[0].sharing: found 'explicit', but 'two' lists no posts of 'care'; expected posts for its teams, under the structure's services",
            ],
            scenario.Problems());
    }

    [Theory]
    [InlineData("{ id: x, localitiesFrom: three, services: [{ service: care, deployment: upper-tier-area, sharing: explicit, posts: [{ team: East, fte: 1 }, { team: c, fte: 2 }] }] }")]
    [InlineData("{ id: x, localitiesFrom: three, frontDoor: { fte: 1, scope: upper-tier-area } }")]
    public void Teams_of_upper_tier_areas_go_by_their_names(string structure)
    {
        using SmallScenario scenario = new();
        scenario.Append(SmallScenario.Yaml, Third.ReplaceLineEndings("\n")).Append(SmallScenario.Yaml, $"  - {structure}\n");
        Assert.Empty(scenario.Problems());
    }

    [Theory]
    [InlineData("deliveryModel: hubb", "small/scenario.yaml(28,20): structures[0].deliveryModel: found 'hubb'; expected the id of a delivery model: hub, panel; did you mean 'hub'?")]
    [InlineData("delivery: [{ model: team, localities: [north] }]", "small/scenario.yaml(28,25): structures[0].delivery[0].model: found 'team'; expected the id of a delivery model: hub, panel")]
    [InlineData("delivery: [{ model: hub, localities: [west] }]", "small/scenario.yaml(28,43): structures[0].delivery[0].localities[0]: found 'west'; expected the id of a locality: north, south")]
    [InlineData("delivery: [{ model: hub, localities: [north] }, { model: panel, localities: [south, north] }]", "small/scenario.yaml(28,89): structures[0].delivery[1].localities[1]: found 'north' again (first on line 28); expected each locality under one delivery model")]
    public void A_locality_has_one_delivery_model_that_exists(string line, string message)
    {
        using SmallScenario scenario = new();
        scenario.Replace(SmallScenario.Yaml, "pathways:", "deliveryModels:\n  - { id: hub, hub: { rooms: 3 } }\n  - { id: panel, panel: { slots: null } }\npathways:");
        Assert.Empty(scenario.Problems());
        Assert.Null(Scenario.Load(scenario.Folder).DeliveryModels[1].Panel!.Slots);
        Assert.Equal([message], scenario.Replace(SmallScenario.Yaml, "    localities:", $"    {line}\n    localities:").Problems());
    }

    [Theory]
    [InlineData("{ id: a, hub: { rooms: 0 } }", "small/scenario.yaml(13,28): deliveryModels[0].hub.rooms: found 0; expected 1 or more")]
    [InlineData("{ id: a, panel: { interval: 0 } }", "small/scenario.yaml(13,33): deliveryModels[0].panel.interval: found 0; expected 0.1 or more")]
    [InlineData("{ id: a }\n  - { id: a }", "small/scenario.yaml(14,11): deliveryModels[1].id: found 'a' again (first on line 13); expected an id that no other has")]
    public void A_delivery_model_has_an_id_of_its_own_and_figures_in_range(string model, string message)
    {
        using SmallScenario scenario = new();
        Assert.Equal([message], scenario.Replace(SmallScenario.Yaml, "pathways:", $"deliveryModels:\n  - {model}\npathways:").Problems());
    }

    [Fact]
    public void An_agency_pays_into_the_pool_once()
    {
        using SmallScenario scenario = new();
        scenario.Replace(SmallScenario.Yaml, "structures:", "  pooled: [{ agency: health, pounds: 5 }, { agency: health, pounds: 6 }]\nstructures:");
        Assert.Equal(["small/scenario.yaml(23,53): budget.pooled[1].agency: found 'health' again (first on line 23); expected each agency once"], scenario.Problems());
    }

    private static void AssertOne(string structure, string message)
    {
        using SmallScenario scenario = new();
        scenario.Append(SmallScenario.Yaml, Third.ReplaceLineEndings("\n")).Append(SmallScenario.Yaml, structure);
        Assert.Equal([message], scenario.Problems());
    }
}
