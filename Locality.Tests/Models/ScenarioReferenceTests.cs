using Xunit;

namespace LocalitySim.Tests;

public class ScenarioReferenceTests
{
    private const string SecondService = "  - id: care\n    tier: targeted\n    fte: 1\npathways:";

    [Theory]
    [InlineData("pathways:", SecondService, "small/scenario.yaml(12,9): services[1].id: found 'care' again (first on line 9); expected an id that no other has")]
    [InlineData("{ id: south", "{ id: north", "small/scenario.yaml(27,15): structures[0].localities[1].id: found 'north' again (first on line 26); expected an id that no other has")]
    [InlineData("service: care\n    referrals", "service: crae\n    referrals", "small/scenario.yaml(14,14): pathways[0].service: found 'crae'; expected the id of a service: care; did you mean 'care'?")]
    [InlineData("service: care\nstructures", "service: schools\nstructures", "small/scenario.yaml(22,12): budget.service: found 'schools'; expected the id of a service: care")]
    [InlineData("openCases: 100", "openCases: 100\n    waiting: { escalatesTo: protection }", "small/scenario.yaml(17,29): pathways[0].waiting.escalatesTo: found 'protection'; expected the id of a pathway: need")]
    [InlineData("openCases: 100", "openCases: 100\n    waiting: { escalatesTo: need }", "small/scenario.yaml(17,29): pathways[0].waiting.escalatesTo: found escalation in a circle: need → need; expected escalation that ends")]
    [InlineData("localities:", "extraPosts: [{ locality: nort, service: care, fte: 1 }]\n    localities:", "small/scenario.yaml(25,30): structures[0].extraPosts[0].locality: found 'nort'; expected the id of a locality: north, south; did you mean 'north'?")]
    [InlineData("localities:", "extraPosts: [{ locality: north, service: schools, fte: 1 }]\n    localities:", "small/scenario.yaml(25,46): structures[0].extraPosts[0].service: found 'schools'; expected the id of a service: care")]
    public void An_id_is_used_once_and_names_what_exists(string old, string replacement, string message) => AssertOne(old, replacement, message);

    [Fact]
    public void A_circle_of_escalation_is_reported_once_with_its_members()
    {
        using SmallScenario scenario = new();
        const string Pathway = """
              - id: {0}
                service: care
                referralsPerYear: 1
                openCases: 0
                assessment: {{}}
                casework: {{ duration: {{ law: fixed, days: 9 }}, weights: [{{ points: 5, share: 1 }}] }}
                waiting: {{ escalatesTo: {1} }}

            """;
        string pathways = string.Concat(
            new[] { ("outside", "a"), ("a", "b"), ("b", "c"), ("c", "a") }
                .Select(pair => string.Format(System.Globalization.CultureInfo.InvariantCulture, Pathway.ReplaceLineEndings("\n"), pair.Item1, pair.Item2)));
        scenario.Replace(SmallScenario.Yaml, "budget:", pathways + "budget:");
        Assert.Equal(
            ["small/scenario.yaml(34,29): pathways[2].waiting.escalatesTo: found escalation in a circle: a → b → c → a; expected escalation that ends"],
            scenario.Problems());
    }

    [Theory]
    [InlineData("areas: [Ash, Beech]", "areas: [Ash]", "small/scenario.yaml(26,7): structures[0].localities: found no locality with Beech; expected every area in exactly one locality")]
    [InlineData("areas: [Cedar]", "areas: [Cedar, Ash]", "small/scenario.yaml(27,37): structures[0].localities[1].areas[1]: found 'Ash' in 'north' and in 'south'; expected every area in exactly one locality")]
    [InlineData("areas: [Cedar]", "areas: [Cedar, Cedar]", "small/scenario.yaml(27,37): structures[0].localities[1].areas[1]: found 'Cedar' twice in 'south'; expected every area in exactly one locality")]
    [InlineData("areas: [Ash, Beech]", "areas: [Ash, Beech, Birch]", "small/scenario.yaml(26,42): structures[0].localities[0].areas[2]: found 'Birch'; expected an area of areas.csv")]
    [InlineData("bases: [Ash]", "bases: [ash]", "small/scenario.yaml(26,51): structures[0].localities[0].bases[0]: found 'ash'; expected an area of areas.csv; did you mean 'Ash'?")]
    [InlineData("bases: [Ash]", "bases: [Ash, Ash]", "small/scenario.yaml(26,56): structures[0].localities[0].bases[1]: found 'Ash' again (first on line 26); expected each one once")]
    [InlineData("bases: [Ash]", "bases: []", "small/scenario.yaml(26,50): structures[0].localities[0].bases: found 0 items; expected 1 item or more")]
    public void A_structure_puts_every_area_in_exactly_one_locality(string old, string replacement, string message) => AssertOne(old, replacement, message);

    [Fact]
    public void A_misspelt_area_is_suggested_and_also_missed()
    {
        using SmallScenario scenario = new();
        Assert.Equal(
            [
                "small/scenario.yaml(26,7): structures[0].localities: found no locality with Beech; expected every area in exactly one locality",
                "small/scenario.yaml(26,35): structures[0].localities[0].areas[1]: found 'Beach'; expected an area of areas.csv; did you mean 'Beech'?",
            ],
            scenario.Replace(SmallScenario.Yaml, "Beech", "Beach").Problems());
    }

    private static void AssertOne(string old, string replacement, string message)
    {
        using SmallScenario scenario = new();
        Assert.Equal([message], scenario.Replace(SmallScenario.Yaml, old, replacement).Problems());
    }
}
