using System.Collections.Immutable;
using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Every contiguous grouping of a structure's localities becomes a structure that can be simulated.</summary>
public sealed class CandidateGroupingsTests
{
    private static readonly Scenario Derby = Scenario.Load(Repository.Derby);

    // Enumerated by hand from the borders of the five areas: 13 ways to two, 20 to three, 8 to four.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 13)]
    [InlineData(3, 20)]
    [InlineData(4, 8)]
    [InlineData(5, 1)]
    public void Derbys_five_areas_have_forty_three_groupings(int localities, int expected) =>
        Assert.Equal(expected, CandidateGroupings.Of(Derby, "five-areas", [localities]).Length);

    [Fact]
    public void All_groupings_cover_the_place_with_every_base_and_differ()
    {
        ImmutableArray<Structure> groupings = CandidateGroupings.Of(Derby, "five-areas");
        Assert.Equal(43, groupings.Length);
        Assert.Equal(43, groupings.Select(structure => structure.Id).Distinct(StringComparer.Ordinal).Count());
        AreaGraph graph = new(Derby.Place);
        Assert.All(groupings, structure =>
        {
            Assert.Equal(Derby.Place.Areas.Select(area => area.Name).Order(), structure.Localities.SelectMany(locality => locality.Areas).Order());
            Assert.Equal(5, structure.Localities.Sum(locality => locality.Bases.Length));
            Assert.All(structure.Localities, locality => Assert.True(graph.IsContiguous(locality.Areas)));
            Assert.Equal(StaffingRule.ByNeed, structure.Staffing);
            Assert.Empty(structure.Steps);
        });
    }

    [Fact]
    public void A_grouping_that_the_scenario_has_keeps_its_name()
    {
        string[] ids = [.. CandidateGroupings.Of(Derby, "five-areas").Select(structure => structure.Id)];
        Assert.Contains("five-areas-reshared", ids);
        Assert.Contains("three-merged", ids);
        Assert.Contains("one-city", ids);

        // It has steps, or today's posts: it is no grouping.
        Assert.DoesNotContain("five-areas", ids);
        Assert.DoesNotContain("three-phased", ids);
    }

    [Fact]
    public void A_structure_that_cannot_be_grouped_is_refused()
    {
        Scenario oxfordshire = Scenario.Load(Repository.Scenario("oxfordshire"));
        Assert.Contains("22 localities", Assert.Throws<ArgumentException>(() => CandidateGroupings.Of(oxfordshire, "twenty-two")).Message, StringComparison.Ordinal);
        Assert.Contains("no contiguous grouping", Assert.Throws<ArgumentException>(() => CandidateGroupings.Of(Derby, "five-areas", [6])).Message, StringComparison.Ordinal);
        Scenario bound = Derby with { Structures = [Derby.Structures[0] with { ExtraPosts = [new ExtraPosts { Locality = "area-1", Service = Derby.Services[0].Id, Fte = new Fte(1) }] }] };
        Assert.Contains("extra posts", Assert.Throws<ArgumentException>(() => CandidateGroupings.Of(bound, "five-areas")).Message, StringComparison.Ordinal);
    }
}
