using System.Reflection;
using System.Text.Json;
using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>A diagram holds the mechanisms that a scenario has switched on, and no others.</summary>
public sealed class InfluenceDiagramTests
{
    private static readonly string[] Places = ["derby", "south-gloucestershire", "stockton"];

    [Fact]
    public void A_plain_scenario_has_the_list_the_limit_and_the_work_law()
    {
        InfluenceDiagram diagram = InfluenceDiagram.Of(PlainScenario.Of(1));
        string[] expected =
        [
            "need + referrals", "referrals + accepted", "accepted + waitingList", "waitingList + wait", "waitingList + allocations", "allocations - waitingList",
            "allocations + openCases", "openCases + caseload", "openCases + hoursRequired", "openCases + closures", "caseload - allocations",
            "workPerCase - closures", "hoursRequired + load", "hoursAvailable - load", "load - pace", "pace + closures", "closures - openCases",
            "posts - caseload", "posts + hoursAvailable",
        ];
        Assert.Equal(expected, diagram.Links.Select(Text));
        Assert.All(diagram.Variables, variable => Assert.Contains(diagram.Links, link => link.From == variable || link.To == variable));
        string[] loops =
        [
            "balancing: waitingList allocations",
            "balancing: openCases closures",
            "balancing: allocations openCases caseload",
            "reinforcing: openCases hoursRequired load pace closures",
        ];
        Assert.Equal(loops, diagram.Loops.Select(Text));
        Assert.False(diagram.HasMoreLoops);
        Assert.Null(diagram.Link(InfluenceVariable.Load, InfluenceVariable.Turnover));
    }

    [Fact]
    public void A_rich_scenario_has_every_variable()
    {
        using SmallScenario small = new();
        small.Write(SmallScenario.Yaml, RichScenario.Yaml).Write(SmallScenario.Areas, RichScenario.Areas);
        // It switches escalation and upkeep off, for these are on if nothing is said.
        Scenario rich = Scenario.Load(small.Folder);
        Assert.Equal(["escalated", "upkeep"], InfluenceVariable.All.Except(InfluenceDiagram.Of(rich).Variables).Select(variable => variable.Name));
        Scenario all = rich with { Feedbacks = new Feedbacks() };
        InfluenceDiagram diagram = InfluenceDiagram.Of(all);
        Assert.Equal(InfluenceVariable.All, diagram.Variables);
        Check(diagram, all);
    }

    [Fact]
    public void Of_places_links_are_single_and_name_figures_that_exist_and_loops_close()
    {
        foreach (string place in Places)
        {
            Scenario scenario = Scenario.Load(Repository.Scenario(place));
            InfluenceDiagram diagram = InfluenceDiagram.Of(scenario);
            Check(diagram, scenario);
            Assert.Equal(diagram.Links, InfluenceDiagram.Of(scenario).Links);
            Assert.Equal(diagram.Loops.Select(Text), InfluenceDiagram.Of(scenario).Loops.Select(Text));
        }
    }

    [Fact]
    public void Loops_are_found_once_and_the_shortest_are_kept()
    {
        // Four variables, each linked with each: 6 loops of two links, 8 of three and 6 of four.
        InfluenceVariable[] four = [InfluenceVariable.Need, InfluenceVariable.Referrals, InfluenceVariable.Wait, InfluenceVariable.Load];
        InfluenceLink[] links = [.. four.SelectMany(from => four.Where(to => to != from).Select(to => from == InfluenceVariable.Load ? InfluenceLink.Less(from, to, "") : InfluenceLink.More(from, to, "")))];
        InfluenceLoop[] loops = [.. FeedbackLoops.Of([.. four], [.. links], 100)];
        Assert.Equal(20, loops.Select(Text).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal([.. Enumerable.Repeat(2, 6), .. Enumerable.Repeat(3, 8), .. Enumerable.Repeat(4, 6)], loops.Select(loop => loop.Links.Length));
        Assert.All(loops, loop => Assert.Equal(!loop.Links.Any(link => link.From == InfluenceVariable.Load), loop.IsReinforcing));
        Assert.Equal(loops.Take(7).Select(Text), FeedbackLoops.Of([.. four], [.. links], 7).Select(Text));
    }

    [Fact]
    public void All_lists_every_variable_once()
    {
        InfluenceVariable[] members = [.. typeof(InfluenceVariable).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(InfluenceVariable)).Select(property => (InfluenceVariable)property.GetValue(null)!)];
        Assert.Equal(members.Select(member => member.Name).Order(StringComparer.Ordinal), InfluenceVariable.All.Select(variable => variable.Name).Order(StringComparer.Ordinal));
        Assert.Equal(members.Length, InfluenceVariable.All.Select(variable => variable.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(members.Length, InfluenceVariable.All.Select(variable => variable.Label).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_model_that_no_structure_names_draws_no_link()
    {
        Scenario named = PlainScenario.Of(1) with { Travel = new Travel(), DeliveryModels = [new DeliveryModel { Id = "hub", Hub = new HubRules() }] };
        Assert.Null(InfluenceDiagram.Of(named).Link(InfluenceVariable.Hub, InfluenceVariable.TravelTime));
        Scenario used = named with { Structures = [named.Structures[0], named.Structures[1] with { DeliveryModel = "hub" }] };
        Assert.Equal(InfluenceSign.Negative, InfluenceDiagram.Of(used).Link(InfluenceVariable.Hub, InfluenceVariable.TravelTime)!.Sign);
    }

    [Fact]
    public void Escalation_has_a_sign_on_work_only_where_it_is_known()
    {
        Pathway Need(string id, double days, string? to) => PlainScenario.Pathway with
        {
            Id = id,
            Casework = PlainScenario.Pathway.Casework with { Duration = new Simulation.ExponentialDistribution(days) },
            Waiting = new WaitingRules { EscalatesTo = to },
        };
        InfluenceLink? Link(params Pathway[] pathways) => InfluenceDiagram.Of(PlainScenario.Of(1) with { Pathways = [.. pathways], Feedbacks = new Feedbacks() })
            .Link(InfluenceVariable.Escalated, InfluenceVariable.WorkPerCase);

        Assert.Equal(InfluenceSign.Positive, Link(Need("low", 20, "high"), Need("high", 40, null))!.Sign);
        Assert.Equal(InfluenceSign.Negative, Link(Need("low", 20, "high"), Need("high", 10, null))!.Sign);
        Assert.Null(Link(Need("low", 20, "high"), Need("high", 40, "low")));
        Assert.Null(Link(Need("low", 20, null)));
    }

    private static string Text(InfluenceLink link) => $"{link.From} {(link.Sign == InfluenceSign.Positive ? '+' : '-')} {link.To}";

    private static string Text(InfluenceLoop loop) => $"{(loop.IsReinforcing ? "reinforcing" : "balancing")}: {string.Join(' ', loop.Links.Select(link => link.From))}";

    private static void Check(InfluenceDiagram diagram, Scenario scenario)
    {
        Assert.Equal(diagram.Links.Length, diagram.Links.Select(link => (link.From, link.To)).Distinct().Count());
        HashSet<string> names = [.. ScenarioParameter.ForCalibration(scenario).Select(parameter => parameter.Name)];
        using JsonDocument schema = JsonDocument.Parse(ScenarioFolder.SchemaText);
        Assert.Equal([], diagram.Links.Where(link => link.Figure is { } figure && !names.Contains(figure) && !IsKey(schema.RootElement, figure)).Select(link => link.Figure));
        Assert.All(diagram.Links, link => Assert.EndsWith(".", link.Mechanism, StringComparison.Ordinal));
        Assert.InRange(diagram.Loops.Length, 4, InfluenceDiagram.MostLoops);
        Assert.All(diagram.Loops, loop => Assert.All(loop.Links.Index(), item =>
        {
            Assert.Contains(item.Item, diagram.Links);
            Assert.Equal(item.Item.To, loop.Links[(item.Index + 1) % loop.Links.Length].From);
            Assert.Single(loop.Links, other => other.From == item.Item.From);
        }));
        Assert.Equal(diagram.Loops.Select(loop => loop.Links.Length).Order(), diagram.Loops.Select(loop => loop.Links.Length));
    }

    /// <summary>Follows a key through the schema, into the items of lists.</summary>
    private static bool IsKey(JsonElement root, string key)
    {
        JsonElement here = root;
        foreach (string part in key.Split('.'))
        {
            here = Inside(root, here);
            if (!here.TryGetProperty("properties", out JsonElement properties) || !properties.TryGetProperty(part, out here))
            {
                return false;
            }
        }

        return true;
    }

    private static JsonElement Inside(JsonElement root, JsonElement element)
    {
        while (true)
        {
            if (element.TryGetProperty("$ref", out JsonElement reference))
            {
                element = root.GetProperty("definitions").GetProperty(reference.GetString()!.Split('/')[^1]);
            }
            else if (element.TryGetProperty("items", out JsonElement items))
            {
                element = items;
            }
            else
            {
                return element;
            }
        }
    }
}
