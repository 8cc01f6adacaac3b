using System.Globalization;
using Xunit;

namespace LocalitySim.Tests;

public class ScenarioValueTests
{
    [Theory]
    [InlineData("fte: 10", "fte: -0.5", "small/scenario.yaml(11,10): services[0].fte: found -0.5; expected zero or more")]
    [InlineData("fte: 10", "fte: 20001", "small/scenario.yaml(11,10): services[0].fte: found 20001; expected 20,000 at most")]
    [InlineData("fte: 10", "fte: 1e300", "small/scenario.yaml(11,10): services[0].fte: found 1e300; expected 20,000 at most")]
    [InlineData("fte: 10", "fte: .nan", "small/scenario.yaml(11,10): services[0].fte: found '.nan'; expected a finite number, zero or more")]
    [InlineData("fte: 10", "fte: NaN", "small/scenario.yaml(11,10): services[0].fte: found 'NaN'; expected a finite number, zero or more")]
    [InlineData("fte: 10", "fte: -.inf", "small/scenario.yaml(11,10): services[0].fte: found '-.inf'; expected a finite number, zero or more")]
    [InlineData("fte: 10", "fte: 1e999", "small/scenario.yaml(11,10): services[0].fte: found '1e999'; expected a finite number, zero or more")]
    [InlineData("fte: 10", "fte: two", "small/scenario.yaml(11,10): services[0].fte: found 'two'; expected a number, zero or more")]
    [InlineData("fte: 10", "fte: 1_000", "small/scenario.yaml(11,10): services[0].fte: found '1_000'; expected a number, zero or more; write digits and a full stop only")]
    [InlineData("fte: 10", "fte: 010", "small/scenario.yaml(11,10): services[0].fte: found '010'; expected a number, zero or more; write digits and a full stop only")]
    [InlineData("fte: 10", "fte:", "small/scenario.yaml(11,9): services[0].fte: found nothing; expected a number, zero or more")]
    [InlineData("fte: 10", "fte: [10]", "small/scenario.yaml(11,10): services[0].fte: found a list; expected a number, zero or more")]
    [InlineData("fte: 10", "fte: 10\n    postSize: 0", "small/scenario.yaml(12,15): services[0].postSize: found 0; expected 0.05 or more")]
    [InlineData("meanDays: 200", "meanDays: 0", "small/scenario.yaml(19,47): pathways[0].casework.duration.meanDays: found 0; expected above zero")]
    [InlineData("points: 5", "points: 0", "small/scenario.yaml(20,27): pathways[0].casework.weights[0].points: found 0; expected above zero")]
    public void A_number_out_of_range_is_refused_where_it_stands(string old, string replacement, string message) =>
        AssertOne(old, replacement, message);

    [Theory]
    [InlineData("1.2", "small/scenario.yaml(13,23): services[0].absenceShare: found 1.2; expected a share from 0 to 1; write 12 % as 0.12")]
    [InlineData("120", "small/scenario.yaml(13,23): services[0].absenceShare: found 120; expected a share from 0 to 1; write 12 % as 0.12")]
    [InlineData("12%", "small/scenario.yaml(13,23): services[0].absenceShare: found '12%'; expected a share from 0 to 1; write 12 % as 0.12")]
    [InlineData("-0.1", "small/scenario.yaml(13,23): services[0].absenceShare: found -0.1; expected a share from 0 to 1")]
    public void A_percentage_is_refused_with_the_way_to_write_a_share(string share, string message) =>
        AssertOne("fte: 10", $"fte: 10\n\n    absenceShare:     {share}", message);

    [Theory]
    [InlineData("years: 3\n  warmUpYears: 3", "small/scenario.yaml(30,16): plan.warmUpYears: found 3 years of warm-up in 3 years; expected a warm-up shorter than plan.years")]
    [InlineData("years: 0.5", "small/scenario.yaml(29,10): plan.years: found 0.5 years of warm-up in 0.5 years; expected a warm-up shorter than plan.years")]
    [InlineData("years: 0", "small/scenario.yaml(29,10): plan.years: found 0; expected above zero")]
    [InlineData("years: 51", "small/scenario.yaml(29,10): plan.years: found 51; expected 50 at most")]
    [InlineData("replications: 0", "small/scenario.yaml(29,17): plan.replications: found 0; expected 1 or more")]
    [InlineData("replications: 100001", "small/scenario.yaml(29,17): plan.replications: found 100001; expected 100,000 at most")]
    [InlineData("replications: 1.5", "small/scenario.yaml(29,17): plan.replications: found 1.5; expected a whole number, 1 or more")]
    [InlineData("seed: -1", "small/scenario.yaml(29,9): plan.seed: found -1; expected zero or more")]
    [InlineData("seed: 99999999999999999999", "small/scenario.yaml(29,9): plan.seed: found 99999999999999999999; expected 9,223,372,036,854,775,807 at most")]
    public void A_plan_that_cannot_be_run_is_refused(string plan, string message)
    {
        using SmallScenario scenario = new();
        scenario.Append(SmallScenario.Yaml, $"plan:\n\n  {plan}\n".Replace("\n\n", "\n", StringComparison.Ordinal));
        Assert.Equal([message], scenario.Problems());
    }

    [Theory]
    [InlineData("start: 2025-04-01", "start: 2025-02-30", "small/scenario.yaml(3,8): start: found '2025-02-30'; expected a date that exists, written as 2025-04-01")]
    [InlineData("start: 2025-04-01", "start: 1/4/2025", "small/scenario.yaml(3,8): start: found '1/4/2025'; expected a date that exists, written as 2025-04-01")]
    [InlineData("start: 2025-04-01", "start: 1066-10-14", "small/scenario.yaml(3,8): start: found '1066-10-14'; expected a date from 1990 to 2150")]
    [InlineData("alwaysOpen: true", "bankHolidays: [2025-12-25, 2025-12-25]", "small/scenario.yaml(5,30): calendar.bankHolidays[1]: found '2025-12-25' again (first on line 5); expected each one once")]
    [InlineData("alwaysOpen: true", "schoolHolidays: [{ from: 2025-05-30, to: 2025-05-26 }]", "small/scenario.yaml(5,44): calendar.schoolHolidays[0].to: found '2025-05-26'; expected 2025-05-30 (its first day) or later")]
    public void A_date_that_cannot_be_is_refused(string old, string replacement, string message) => AssertOne(old, replacement, message);

    [Theory]
    [InlineData("tier: specialist", "tier: specialst", "small/scenario.yaml(10,11): services[0].tier: found 'specialst'; expected one of universal, targeted, specialist; did you mean 'specialist'?")]
    [InlineData("tier: specialist", "tier: 3", "small/scenario.yaml(10,11): services[0].tier: found 3; expected one of universal, targeted, specialist")]
    [InlineData("law: exponential", "law: exponentail", "small/scenario.yaml(19,24): pathways[0].casework.duration.law: found 'exponentail'; expected one of exponential, gamma, lognormal, weibull, fixed, mixture; did you mean 'exponential'?")]
    [InlineData("law: exponential, ", "", "small/scenario.yaml(19,17): pathways[0].casework.duration.law: found nothing; expected one of exponential, gamma, lognormal, weibull, fixed, mixture")]
    [InlineData("{ law: exponential, meanDays: 200 }", "200", "small/scenario.yaml(19,17): pathways[0].casework.duration: found 200; expected a law of duration")]
    [InlineData("law: exponential", "law: gamma", "small/scenario.yaml(19,17): pathways[0].casework.duration.shape: found nothing; expected a number, 0.1 or more")]
    [InlineData("format: 1", "format: 2", "small/scenario.yaml(1,9): format: found 2; expected 1")]
    public void A_choice_that_does_not_exist_is_refused_with_the_ones_that_do(string old, string replacement, string message) =>
        AssertOne(old, replacement, message);

    [Theory]
    [InlineData("alwaysOpen: true", "alwaysOpen: yes", "small/scenario.yaml(5,15): calendar.alwaysOpen: found 'yes'; expected true or false; write true")]
    [InlineData("alwaysOpen: true", "alwaysOpen: off", "small/scenario.yaml(5,15): calendar.alwaysOpen: found 'off'; expected true or false; write false")]
    [InlineData("name: Smallbridge", "name: 2025", "small/scenario.yaml(2,7): name: found 2025; expected one line of 1 to 500 characters; put it in quotes: '2025'")]
    [InlineData("name: Smallbridge", "name: ''", "small/scenario.yaml(2,7): name: found ''; expected one line of 1 to 500 characters")]
    [InlineData("name: Smallbridge", "name: \"Small\\ebridge\"", "small/scenario.yaml(2,7): name: found 'Small\\u001bbridge'; expected one line of 1 to 500 characters")]
    [InlineData("name: Smallbridge", "name: |\n  Small\n\n  bridge", "small/scenario.yaml(2,7): name: found 'Small\\u000a\\u000abridge\\u000a'; expected one line of 1 to 500 characters")]
    [InlineData("name: Smallbridge", "name: |\n  Smallbridge", "small/scenario.yaml(2,7): name: found 'Smallbridge\\u000a'; expected one line of 1 to 500 characters")]
    [InlineData("id: care", "id: child care", "small/scenario.yaml(9,9): services[0].id: found 'child care'; expected a short name of letters, digits, '-', '_' and '.'")]
    public void A_value_of_another_kind_is_refused_with_the_way_to_write_it(string old, string replacement, string message)
    {
        using SmallScenario scenario = new();
        Assert.Equal(message, scenario.Replace(SmallScenario.Yaml, old, replacement).Problems()[0]);
    }

    [Theory]
    [InlineData("fte: 10", "fte: 10\n    ftee: 3", "small/scenario.yaml(12,5): services[0].ftee: found the unknown key 'ftee'; expected a known key; did you mean 'fte'?")]
    [InlineData("    fte: 10", "    Fte: 10", "small/scenario.yaml(11,5): services[0].Fte: found the unknown key 'Fte'; expected a known key; did you mean 'fte'?")]
    [InlineData("    fte: 10", "", "small/scenario.yaml(9,5): services[0].fte: found nothing; expected a number, zero or more")]
    [InlineData("  service: care\nstructures", "  service: care\n  colour: blue\nstructures", "small/scenario.yaml(23,3): budget.colour: found the unknown key 'colour'; expected one of freedMoney, service, pooled")]
    [InlineData("name: Smallbridge\n", "", "small/scenario.yaml(1,1): name: found nothing; expected one line of 1 to 500 characters")]
    [InlineData("fte: 10", "fte: 10\n    a.b[0]: 3", "small/scenario.yaml(12,5): services[0].a.b[0]: found the unknown key 'a.b[0]'; expected one of id, name, tier, agency, deployment, sharing, fte, postSize, partTime, pointsPerFte, firstYearLimit, paidHours, fixedShare, dutyHours, dutyRota, otherWork, supervisionHours, yearlyTurnover, meanVacancy, agencyCover, absenceShare, meanAbsence, leaveWeeks, termTimeOnly, handoverLoss, costPerFte")]
    public void A_key_that_is_unknown_or_missing_is_one_problem(string old, string replacement, string message) =>
        AssertOne(old, replacement, message);

    [Theory]
    [InlineData("weights: [{ points: 5, share: 1 }]", "weights: [{ points: 5, share: 0.5 }, { points: 6, share: 0.45 }]", "small/scenario.yaml(20,16): pathways[0].casework.weights: found shares that add up to 0.95; expected shares that add up to 1")]
    [InlineData("share: 1 }", "share: 0.999998 }", "small/scenario.yaml(20,16): pathways[0].casework.weights: found shares that add up to 0.999998; expected shares that add up to 1")]
    [InlineData("{ law: exponential, meanDays: 200 }", "{ law: mixture, parts: [{ share: 0.5, law: fixed, days: 5 }] }", "small/scenario.yaml(19,40): pathways[0].casework.duration.parts: found shares that add up to 0.5; expected shares that add up to 1")]
    [InlineData("weights: [{ points: 5, share: 1 }]", "weights: []", "small/scenario.yaml(20,16): pathways[0].casework.weights: found 0 items; expected 1 item or more")]
    [InlineData("frontDoor:", "demand: { weekday: [1, 1, 1, 1, 1, 0] }\nfrontDoor:", "small/scenario.yaml(6,20): demand.weekday: found 6 items; expected a list of 7 numbers, Monday to Sunday")]
    [InlineData("frontDoor:", "demand: { weekday: [0, 0, 0, 0, 0, 0, 0] }\nfrontDoor:", "small/scenario.yaml(6,20): demand.weekday: found zero for every day; expected a number above zero for one day or more")]
    [InlineData("frontDoor:", "demand: { weekday: [1, 1, 1, 1, 1, x, 0] }\nfrontDoor:", "small/scenario.yaml(6,36): demand.weekday[5]: found 'x'; expected a number, zero or more")]
    public void Parts_that_make_no_whole_are_refused(string old, string replacement, string message) => AssertOne(old, replacement, message);

    [Fact]
    public void Shares_that_add_up_to_one_within_a_millionth_are_accepted()
    {
        using SmallScenario scenario = new();
        Assert.Empty(scenario.Replace(SmallScenario.Yaml, "share: 1 }", "share: 0.9999995 }").Problems());
    }

    [Fact]
    public void Text_has_five_hundred_characters_at_most()
    {
        using SmallScenario scenario = new();
        Assert.Empty(scenario.Replace(SmallScenario.Yaml, "Smallbridge", new string('x', 500)).Problems());
        Assert.Equal(
            ["small/scenario.yaml(2,7): name: found text of 501 characters; expected one line of 1 to 500 characters"],
            scenario.Replace(SmallScenario.Yaml, "name: x", "name: xx").Problems());
    }

    [Fact]
    public void A_scenario_has_a_hundred_services_and_five_hundred_structures_at_most()
    {
        using SmallScenario scenario = new();
        string services = string.Concat(Enumerable.Range(0, 100).Select(i => string.Create(CultureInfo.InvariantCulture, $"  - {{ id: s{i}, tier: universal, fte: 1 }}\n")));
        string structures = string.Concat(Enumerable.Range(0, 500).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $"  - {{ id: t{i}, localities: [{{ id: all, areas: [Ash, Beech, Cedar], bases: [Ash] }}] }}\n")));
        scenario.Replace(SmallScenario.Yaml, "pathways:", services + "pathways:").Append(SmallScenario.Yaml, structures);
        Assert.Equal(
            [
                "small/scenario.yaml(9,3): services: found 101 items; expected 100 items at most",
                "small/scenario.yaml(124,3): structures: found 501 items; expected 500 items at most",
            ],
            scenario.Problems());
    }

    private static void AssertOne(string old, string replacement, string message)
    {
        using SmallScenario scenario = new();
        Assert.Equal([message], scenario.Replace(SmallScenario.Yaml, old, replacement).Problems());
    }
}
