using System.Text.Json;
using LocalitySim.Models;
using LocalitySim.Reports;
using Xunit;

namespace LocalitySim.Tests;

public class GeoJsonTextTests
{
    [Fact]
    public void A_square_is_written_in_full()
    {
        Place place = MapPlaces.Squares(side: 1, metres: 100, crooks: 1);
        Assert.Equal(
            """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"0","cp":[50,50]},"geometry":{"type":"Polygon","coordinates":[[[0,0],[100,0],[100,100],[0,100],[0,0]]]}}]}""",
            GeoJsonText.Of(AreaShapes.Of(place)));
    }

    [Fact]
    public void No_name_of_the_scenario_gets_into_it()
    {
        string[] names = ["<script>alert(1)</script>", "\u202Egnilleps", "=cmd()|'/C calc'!A0", "\"}],\"x\":\"", "🏴\u200B", new('x', 500)];
        Place place = new()
        {
            Areas = [.. names.Select((name, index) => MapPlaces.Area(name, index * 1000, 0, 1) with { Code = name })],
            Borders = [new(names[0], names[1])],
        };
        string text = GeoJsonText.Of(AreaShapes.Of(place));
        Assert.All(names, name => Assert.DoesNotContain(name, text, StringComparison.Ordinal));
        Assert.Matches("^[][{}\",:0-9A-Za-z-]*$", text);
        using JsonDocument json = JsonDocument.Parse(text);
        Assert.Equal(
            ["0", "1", "2", "3", "4", "5"],
            json.RootElement.GetProperty("features").EnumerateArray().Select(feature => feature.GetProperty("properties").GetProperty("name").GetString()));
    }

    [Fact]
    public void Oxfordshire_stays_small_and_counts_whole_tens_of_metres_from_its_corner()
    {
        AreaShapes shapes = AreaShapes.Of(Scenario.Load(Repository.Scenario("oxfordshire")).Place);
        string text = GeoJsonText.Of(shapes);
        Assert.InRange(text.Length, 1000, 50_000);
        MapPoint[] points = [.. shapes.Areas.SelectMany(area => area.Polygons).SelectMany(polygon => polygon.Outer)];
        Assert.All(points, point => Assert.Equal((0, 0), (point.X % 10, point.Y % 10)));
        Assert.Equal((0, 0), (points.Min(point => point.X), points.Min(point => point.Y)));
    }

    [Fact]
    public void Holes_and_islands_are_written()
    {
        Place place = MapPlaces.Squares(side: 1, metres: 1000, crooks: 1);
        BoundaryPolygon whole = place.Boundaries!.Value[0].Polygons[0] with { Holes = [[new(400_200, 300_200), new(400_500, 300_200), new(400_500, 300_500), new(400_200, 300_200)]] };
        BoundaryPolygon island = new() { Outer = [new(402_000, 300_000), new(402_500, 300_000), new(402_500, 300_500), new(402_000, 300_000)] };
        string text = GeoJsonText.Of(AreaShapes.Of(place with { Boundaries = [new() { Polygons = [whole, island] }] }));
        using JsonDocument json = JsonDocument.Parse(text);
        JsonElement geometry = json.RootElement.GetProperty("features")[0].GetProperty("geometry");
        Assert.Equal("MultiPolygon", geometry.GetProperty("type").GetString());
        Assert.Equal([1, 2], geometry.GetProperty("coordinates").EnumerateArray().Select(polygon => polygon.GetArrayLength()).Order());
    }
}
