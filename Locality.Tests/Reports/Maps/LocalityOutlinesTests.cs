using System.Collections.Immutable;
using LocalitySim.Models;
using LocalitySim.Reports;
using Xunit;

namespace LocalitySim.Tests;

public class LocalityOutlinesTests
{
    [Fact]
    public void The_line_goes_around_the_areas_and_not_between_them()
    {
        Place place = MapPlaces.Squares(side: 2, metres: 1000, crooks: 1);
        LocalityOutline[] outlines = [.. LocalityOutlines.Of(AreaShapes.Of(place), Split([0, 1], [2, 3], place))];
        Assert.Equal(["a", "b"], outlines.Select(outline => outline.Locality));
        ImmutableArray<MapPoint> line = Assert.Single(outlines[0].Lines);
        Assert.Equal(line[0], line[^1]);
        Assert.Equal(2_000_000, Math.Abs(TwiceArea(line)) / 2);
        Assert.DoesNotContain(new MapPoint(1000, 500), line);
    }

    [Fact]
    public void A_locality_in_two_parts_has_two_lines_and_a_ring_has_its_hole()
    {
        Place place = MapPlaces.Squares(side: 3, metres: 1000, crooks: 1);
        LocalityOutline[] outlines = [.. LocalityOutlines.Of(AreaShapes.Of(place), Split([0, 1, 2, 3, 5, 6, 7, 8], [4], place))];
        Assert.Equal(2, outlines[0].Lines.Length);
        Assert.Single(outlines[1].Lines);
        outlines = [.. LocalityOutlines.Of(AreaShapes.Of(place), Split([0, 2], [1], place))];
        Assert.Equal(2, outlines[0].Lines.Length);
    }

    [Theory]
    [InlineData("derby")]
    [InlineData("oxfordshire")]
    public void Outlines_of_a_structure_enclose_all_its_areas(string name)
    {
        Scenario scenario = Scenario.Load(Repository.Scenario(name));
        AreaShapes shapes = AreaShapes.Of(scenario.Place);
        foreach (Structure structure in scenario.Structures)
        {
            ImmutableArray<LocalityOutline> outlines = LocalityOutlines.Of(shapes, structure);
            Assert.Equal(structure.Localities.Select(locality => locality.Id), outlines.Select(outline => outline.Locality));
            double enclosed = outlines.SelectMany(outline => outline.Lines).Sum(TwiceArea) / 2;
            Assert.Equal(shapes.Geometries.Sum(shape => shape.Area) * 100, enclosed, 1e-9 * enclosed);
        }
    }

    [Fact]
    public void An_unknown_area_is_refused()
    {
        Place place = MapPlaces.Squares(side: 2, metres: 1000, crooks: 1);
        Structure structure = new() { Id = "s", Localities = [new() { Id = "a", Areas = ["nowhere"], Bases = [] }] };
        Assert.Throws<ArgumentException>(() => LocalityOutlines.Of(AreaShapes.Of(place), structure));
    }

    private static Structure Split(int[] first, int[] second, Place place) => new()
    {
        Id = "s",
        Localities =
        [
            new() { Id = "a", Areas = [.. first.Select(index => place.Areas[index].Name)], Bases = [] },
            new() { Id = "b", Areas = [.. second.Select(index => place.Areas[index].Name)], Bases = [] },
        ],
    };

    // Above zero counter-clockwise, and so holes count as less.
    private static double TwiceArea(ImmutableArray<MapPoint> line) =>
        line.Zip(line.Skip(1), (from, to) => ((double)from.X * to.Y) - ((double)to.X * from.Y)).Sum();
}
