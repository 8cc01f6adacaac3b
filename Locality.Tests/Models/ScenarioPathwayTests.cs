using System.Globalization;
using Xunit;

namespace LocalitySim.Tests;

public class ScenarioPathwayTests
{
    private const string OpenCases = "openCases: 100";

    [Theory]
    [InlineData("assessedBy: crae", "small/scenario.yaml(17,17): pathways[0].assessedBy: found 'crae'; expected the id of a service: care; did you mean 'care'?")]
    [InlineData("supports: [{ service: schools, share: 0.2 }]", "small/scenario.yaml(17,27): pathways[0].supports[0].service: found 'schools'; expected the id of a service: care")]
    [InlineData("stepUp: { share: 0.1, to: protection }", "small/scenario.yaml(17,31): pathways[0].stepUp.to: found 'protection'; expected the id of a pathway: need")]
    [InlineData("stepDown: { share: 0.1, to: help }", "small/scenario.yaml(17,33): pathways[0].stepDown.to: found 'help'; expected the id of a pathway: need")]
    [InlineData("stepUp: { share: 0.1, to: need }", "small/scenario.yaml(17,31): pathways[0].stepUp.to: found steps up in a circle: need → need; expected steps up that end")]
    [InlineData("stepDown: { share: 0.1, to: need }", "small/scenario.yaml(17,33): pathways[0].stepDown.to: found steps down in a circle: need → need; expected steps down that end")]
    public void A_pathway_names_services_and_pathways_that_exist(string line, string message) => AssertOne(line, message);

    [Fact]
    public void A_transfer_of_long_cases_names_a_service_that_exists()
    {
        using SmallScenario scenario = new();
        scenario.Replace(SmallScenario.Yaml, "      weights:", "      longTerm: { service: cared }\n      weights:");
        Assert.Equal(
            ["small/scenario.yaml(20,28): pathways[0].casework.longTerm.service: found 'cared'; expected the id of a service: care; did you mean 'care'?"],
            scenario.Problems());
    }

    [Theory]
    [InlineData("ages: [{ from: 0, to: 11, share: 0.5 }, { from: 12, to: 17, share: 0.4 }]", "small/scenario.yaml(17,11): pathways[0].ages: found shares that add up to 0.9; expected shares that add up to 1")]
    [InlineData("ages: [{ from: 0, to: 11, share: 0.5 }, { from: 11, to: 17, share: 0.5 }]", "small/scenario.yaml(17,53): pathways[0].ages[1].from: found ages 11 to 17, which overlap 0 to 11; expected each age in one band at most")]
    [InlineData("ages: [{ from: 5, to: 3, share: 1 }]", "small/scenario.yaml(17,27): pathways[0].ages[0].to: found 3; expected 5 (the youngest age) or more")]
    [InlineData("ages: [{ from: 0, to: 26, share: 1 }]", "small/scenario.yaml(17,27): pathways[0].ages[0].to: found 26; expected 25 at most")]
    [InlineData("sources: [{ name: school, share: 0.2 }, { name: police, share: 0.3 }]", "small/scenario.yaml(17,14): pathways[0].sources: found shares that add up to 0.5; expected shares that add up to 1")]
    [InlineData("sources: [{ name: school, share: 0.2 }, { name: school, share: 0.8 }]", "small/scenario.yaml(17,53): pathways[0].sources[1].name: found 'school' again (first on line 17); expected each name once")]
    public void Ages_and_sources_make_a_whole_and_no_more(string line, string message) => AssertOne(line, message);

    [Fact]
    public void No_more_closures_step_up_and_down_than_there_are()
    {
        using SmallScenario scenario = new();
        const string Pathway = "  - id: {0}\n    service: care\n    referralsPerYear: 1\n    openCases: 0\n    assessment: {{}}\n    casework: {{ duration: {{ law: fixed, days: 9 }}, weights: [{{ points: 5, share: 1 }}] }}\n";
        string others = string.Format(CultureInfo.InvariantCulture, Pathway, "above") + string.Format(CultureInfo.InvariantCulture, Pathway, "below");
        scenario.Replace(SmallScenario.Yaml, "budget:", others + "budget:")
            .Replace(SmallScenario.Yaml, OpenCases, OpenCases + "\n    stepUp: { share: 0.6, to: above }\n    stepDown: { share: 0.4, to: below }");
        Assert.Empty(scenario.Problems());
        Assert.Equal(
            ["small/scenario.yaml(18,24): pathways[0].stepDown.share: found 0.6 of closures that step up and 0.5 that step down; expected shares that add up to 1 at most"],
            scenario.Replace(SmallScenario.Yaml, "share: 0.4", "share: 0.5").Problems());
    }

    [Fact]
    public void Each_circle_is_named_by_the_way_that_goes_round()
    {
        using SmallScenario scenario = new();
        scenario.Replace(SmallScenario.Yaml, OpenCases, OpenCases + "\n    waiting: { escalatesTo: other }\n    stepUp: { share: 0.1, to: other }\n    stepDown: { share: 0.1, to: other }")
            .Replace(SmallScenario.Yaml, "budget:", "  - id: other\n    service: care\n    referralsPerYear: 1\n    openCases: 0\n    assessment: {}\n    casework: { duration: { law: fixed, days: 9 }, weights: [{ points: 5, share: 1 }] }\n    stepUp: { share: 0.1, to: need }\nbudget:");

        // Down and up again goes round too, but by two ways: families do that.
        Assert.Equal(
            ["small/scenario.yaml(18,31): pathways[0].stepUp.to: found steps up in a circle: need → other → need; expected steps up that end"],
            scenario.Problems());
    }

    [Theory]
    [InlineData("[{ kind: primary, share: 0.5 }, { kind: virtual, share: 0.4 }]", "small/scenario.yaml(7,17): frontDoor.accessPoints: found shares that add up to 0.9; expected shares that add up to 1")]
    [InlineData("[{ kind: secondary, share: 0.5 }, { kind: virtual, share: 0.5 }]", "small/scenario.yaml(7,17): frontDoor.accessPoints: found no primary access point; expected one primary access point")]
    [InlineData("[{ kind: primary, share: 0.5 }, { kind: primary, share: 0.5 }]", "small/scenario.yaml(7,57): frontDoor.accessPoints[1].kind: found a second primary access point; expected one primary access point")]
    [InlineData("[{ kind: primary, share: 1, misdirected: 0.1 }]", "small/scenario.yaml(7,58): frontDoor.accessPoints[0].misdirected: found 0.1 at the primary access point; expected zero: contacts are misdirected elsewhere")]
    public void Access_points_make_a_whole_with_one_that_is_primary(string points, string message)
    {
        using SmallScenario scenario = new();
        Assert.Equal([message], scenario.Replace(SmallScenario.Yaml, "  fte: 2", $"  accessPoints: {points}\n  fte: 2").Problems());
    }

    private static void AssertOne(string line, string message)
    {
        using SmallScenario scenario = new();
        Assert.Equal([message], scenario.Replace(SmallScenario.Yaml, OpenCases, $"{OpenCases}\n    {line}").Problems());
    }
}
