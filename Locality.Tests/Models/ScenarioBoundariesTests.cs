using System.Text;
using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

public class ScenarioBoundariesTests
{
    private const string File = "boundaries.geojson";
    private const string Ash = "[[0,1000],[2000,1000],[2000,3000],[0,3000],[0,1000]]";
    private const string Beech = "[[2000,1000],[4000,1000],[4000,3000],[2000,3000],[2000,1000]]";
    private const string Cedar = "[[4000,1000],[6000,1000],[6000,3000],[4000,3000],[4000,1000]]";

    private static string Good => $$"""
        { "type": "FeatureCollection", "crs": { "type": "name", "properties": { "name": "urn:ogc:def:crs:EPSG::27700" } },
        "features": [
        { "type": "Feature", "properties": { "area": "Cedar", "colour": ["red", null] }, "geometry": { "type": "MultiPolygon", "coordinates": [[{{Cedar}}]] } },
        { "type": "Feature", "properties": { "name": "Ash" }, "geometry": { "coordinates": [{{Ash}}, [[500,1500],[600,1500],[600,1600],[500,1500]]], "type": "Polygon" } },
        { "type": "Feature", "properties": { "area": "Beech" }, "geometry": { "type": "Polygon", "coordinates": [{{Beech}}] } }
        ] }
        """.ReplaceLineEndings("\n");

    [Fact]
    public void Boundaries_come_in_the_order_of_the_areas()
    {
        using SmallScenario scenario = new();
        scenario.Write(File, Good);
        Assert.Empty(scenario.Problems());
        Place place = Scenario.Load(scenario.Folder).Place;
        Assert.Equal(3, place.Boundaries!.Value.Length);
        Assert.Equal(new GridPoint(0, 1000), place.Boundaries.Value[0].Polygons[0].Outer[0]);
        Assert.Equal(4, Assert.Single(place.Boundaries.Value[0].Polygons[0].Holes).Length);
        Assert.Equal(new GridPoint(4000, 3000), place.Boundaries.Value[1].Polygons[0].Outer[2]);
        Assert.Equal(new GridPoint(6000, 3000), place.Boundaries.Value[2].Polygons[0].Outer[2]);
    }

    [Fact]
    public void A_scenario_needs_no_boundaries()
    {
        using SmallScenario scenario = new();
        Assert.Null(Scenario.Load(scenario.Folder).Place.Boundaries);
    }

    [Fact]
    public void An_area_may_be_named_by_its_code()
    {
        using SmallScenario scenario = new();
        scenario.Write(SmallScenario.Areas, "area,children,idaci,easting,northing,square_km,code\nAsh,100,0.1,1000,2000,1.5,E1\nBeech,200,0.2,3000,2000,2,E2\nCedar,300,0.3,5000,2000,3,E2\n");
        Assert.Empty(scenario.Write(File, Good.Replace("\"name\": \"Ash\"", "\"name\": \"Asch\", \"code\": \"E1\"", StringComparison.Ordinal)).Problems());
        Assert.Equal(
            [
                "small/boundaries.geojson: found no boundary of Beech; expected a boundary of every area of areas.csv, or no such file",
                "small/boundaries.geojson(5,46): features[2].properties.code: found 'E2'; expected a code that one area of areas.csv has; name the area as area",
            ],
            scenario.Write(File, Good.Replace("\"area\": \"Beech\"", "\"code\": \"E2\"", StringComparison.Ordinal)).Problems());
    }

    [Fact]
    public void Without_a_system_of_coordinates_they_are_degrees()
    {
        using SmallScenario scenario = new();
        scenario.Write(SmallScenario.Areas, "area,children,idaci,easting,northing,square_km\nAsh,100,0.1,454000,340800,1.5\nBeech,200,0.2,454000,340800,2\nCedar,300,0.3,454000,340800,3\n");
        string[] names = ["Ash", "Beech", "Cedar"];
        string text = $$"""
            { "features": [{{string.Join(',', names.Select(name =>
                $$"""{ "type": "Feature", "properties": { "area": "{{name}}" }, "geometry": { "type": "Polygon", "coordinates": [[[-1.19747656,52.96219109,7],[-1.19,52.96],[-1.2,52.97],[-1.19747656,52.96219109,7]]] } }"""))}}],
              "type": "FeatureCollection" }
            """;
        Assert.Empty(scenario.Write(File, text).Problems());
        GridPoint point = Scenario.Load(scenario.Folder).Place.Boundaries!.Value[1].Polygons[0].Outer[0];
        Assert.Equal(454002.834, point.EastingMetres, 5.0);
        Assert.Equal(340834.943, point.NorthingMetres, 5.0);
    }

    [Theory]
    [InlineData("\"FeatureCollection\"", "\"Feature\"", "small/boundaries.geojson(1,11): type: found 'Feature'; expected 'FeatureCollection'")]
    [InlineData("{ \"type\": \"FeatureCollection\", ", "{", "small/boundaries.geojson(1,1): type: found nothing; expected 'FeatureCollection'")]
    [InlineData("\"features\"", "\"parts\"", "small/boundaries.geojson(1,1): features: found nothing; expected a list of features")]
    [InlineData("{ \"type\": \"FeatureCollection\"", "[{ \"type\": \"FeatureCollection\"", "small/boundaries.geojson(6,4): found what is not JSON; expected JSON, nested 32 deep at most")]
    [InlineData("EPSG::27700", "EPSG::3857", "small/boundaries.geojson(1,81): crs: found 'urn:ogc:def:crs:EPSG::3857'; expected EPSG:27700 (metres on the national grid), or no crs (degrees on WGS 84); write { \"type\": \"name\", \"properties\": { \"name\": \"EPSG:27700\" } }")]
    [InlineData("{ \"type\": \"Feature\", \"properties\": { \"area\": \"Cedar\"", "{ \"type\": \"Feat\", \"properties\": { \"area\": \"Cedar\"", "small/boundaries.geojson(3,11): features[0].type: found 'Feat'; expected 'Feature'")]
    [InlineData("\"area\": \"Beech\"", "\"area\": \"Beach\"", "small/boundaries.geojson(5,46): features[2].properties.area: found 'Beach'; expected an area of areas.csv; did you mean 'Beech'?")]
    [InlineData("\"area\": \"Beech\"", "\"area\": 7", "small/boundaries.geojson(5,46): features[2].properties.area: found 7; expected text")]
    [InlineData("\"area\": \"Beech\"", "\"ward\": \"Beech\"", "small/boundaries.geojson(5,36): features[2].properties: found none of area, code and name; expected the area's name as area, or its code as code")]
    [InlineData("\"area\": \"Beech\"", "\"area\": \"Cedar\"", "small/boundaries.geojson(5,46): features[2].properties.area: found 'Cedar' again; expected each area once")]
    [InlineData("\"area\": \"Beech\"", "\"code\": \"E9\"", "small/boundaries.geojson(5,46): features[2].properties.code: found 'E9'; expected a code of areas.csv")]
    [InlineData("\"area\": \"Beech\"", "\"area\": \"Beech\", \"area\": \"Ash\"", "small/boundaries.geojson(5,55): features[2].properties: found the key 'area' again; expected each key once")]
    [InlineData("\"MultiPolygon\"", "\"Point\"", "small/boundaries.geojson(3,104): features[0].geometry.type: found 'Point'; expected a Polygon or a MultiPolygon")]
    [InlineData("\"coordinates\": [" + Beech + "]", "\"coordinates\": []", "small/boundaries.geojson(5,105): features[2].geometry.coordinates: found an empty list; expected a list of rings")]
    [InlineData(Beech, "[[2000,1000],[4000,1000],[2000,1000]]", "small/boundaries.geojson(5,106): features[2].geometry.coordinates[0]: found a ring of 3 points; expected four points or more, of which the last is the first")]
    [InlineData("[2000,3000],[2000,1000]]", "[2000,3000]]", "small/boundaries.geojson(5,143): features[2].geometry.coordinates[0]: found a ring that is not closed; expected a last point that is the first; repeat the first point at the end")]
    [InlineData(Beech, "[[0,0],[1,1],[2,2],[0,0]]", "small/boundaries.geojson(5,106): features[2].geometry.coordinates[0]: found a ring without area; expected a ring around something")]
    [InlineData("[2000,3000],[2000,1000]]", "[2000],[2000,1000]]", "small/boundaries.geojson(5,143): features[2].geometry.coordinates[0][3]: found 1 number; expected two numbers or more")]
    [InlineData("[2000,3000],[2000,1000]]", "[2000,1e999],[2000,1000]]", "small/boundaries.geojson(5,149): features[2].geometry.coordinates[0][3][1]: found 1e999; expected a finite number")]
    [InlineData("[2000,3000],[2000,1000]]", "[2000,\"x\"],[2000,1000]]", "small/boundaries.geojson(5,149): features[2].geometry.coordinates[0][3][1]: found 'x'; expected a finite number")]
    [InlineData("[2000,3000],[2000,1000]]", "[2000,30000000],[2000,1000]]", "small/boundaries.geojson(5,143): features[2].geometry.coordinates[0][3]: found 2000, 30000000; expected metres on the national grid, as in areas.csv")]
    [InlineData(Beech, "[[22000,1000],[24000,1000],[24000,3000],[22000,1000]]", "small/boundaries.geojson(5,46): features[2].properties.area: found a boundary 19.0 km from the centre that areas.csv gives; expected a boundary around the area's centre; see whether it is the boundary of another area, or in other coordinates")]
    [InlineData("\"Beech\"", "\"Be\\ud800ech\"", "small/boundaries.geojson(5,46): found an escape that is half of a character; expected text")]
    public void A_mistake_is_named_where_it_stands(string old, string replacement, string message)
    {
        using SmallScenario scenario = new();
        Assert.Contains(message, scenario.Write(File, Good).Replace(File, old, replacement).Problems());
    }

    [Theory]
    [InlineData("[1000,2000]", "found 1000, 2000; expected a longitude from -10 to 5 and a latitude from 48 to 62; metres on the national grid need the member crs that docs/scenario-format.md shows")]
    [InlineData("[52.9,-1.2]", "found 52.9, -1.2; expected a longitude from -10 to 5 and a latitude from 48 to 62; write the longitude first")]
    [InlineData("[-74,40.7]", "found -74, 40.7; expected a longitude from -10 to 5 and a latitude from 48 to 62")]
    public void Degrees_that_are_none_of_Britain_are_refused_with_the_likely_reason(string position, string message)
    {
        using SmallScenario scenario = new();
        string text = $$"""{ "type": "FeatureCollection", "features": [{ "type": "Feature", "properties": { "area": "Ash" }, "geometry": { "type": "Polygon", "coordinates": [[{{position}},[-1,52],[-1,53],{{position}}]] } }] }""";
        string[] problems = scenario.Write(File, text).Problems();
        Assert.Equal(2, problems.Length);
        Assert.Equal("small/boundaries.geojson(1,149): features[0].geometry.coordinates[0][0]: " + message, problems[1]);
    }

    [Fact]
    public void All_mistakes_of_all_files_come_at_once_and_no_scenario()
    {
        using SmallScenario scenario = new();
        scenario.Write(File, Good.Replace("\"Ash\"", "\"Oak\"", StringComparison.Ordinal).Replace("[4000,3000],[4000,1000]]]", "[4000,3000]]]", StringComparison.Ordinal))
            .Replace(SmallScenario.Yaml, "fte: 10", "fte: -1");
        string[] problems = scenario.Problems();
        Assert.Equal(4, problems.Length);
        Assert.Equal("small/boundaries.geojson: found no boundary of Ash; expected a boundary of every area of areas.csv, or no such file", problems[0]);
        Assert.Contains("features[0].geometry.coordinates[0][0]: found a ring that is not closed", problems[1], StringComparison.Ordinal);
        Assert.Contains("features[1].properties.name: found 'Oak'", problems[2], StringComparison.Ordinal);
        Assert.Contains("scenario.yaml", problems[3], StringComparison.Ordinal);
        Assert.Null(ScenarioFolder.Read(scenario.Folder).Scenario);
    }

    [Fact]
    public void A_file_that_is_too_large_too_deep_or_has_too_many_points_is_refused()
    {
        using SmallScenario scenario = new();
        Assert.Equal(["small/boundaries.geojson: found a file of 20.0 MB; expected 20 MB at most"], scenario.Write(File, new string(' ', 20_000_001)).Problems());
        Assert.Equal(
            ["small/boundaries.geojson(1,33): found what is not JSON; expected JSON, nested 32 deep at most"],
            scenario.Write(File, new string('[', 1000) + new string(']', 1000)).Problems());
        StringBuilder points = new("[");
        for (int i = 0; i < 1_000_001; i++)
        {
            points.Append("[0,1],");
        }

        Assert.Contains(
            "small/boundaries.geojson(5,106): features[2].geometry.coordinates[0]: found too many points; expected 1,000,000 points in the file at most; simplify the boundaries",
            scenario.Write(File, Good.Replace(Beech, points.Append("[0,1]]").ToString(), StringComparison.Ordinal)).Problems());
    }

    [Fact]
    public void An_empty_file_and_a_folder_of_that_name_are_mistakes()
    {
        using SmallScenario scenario = new();
        Assert.Equal(["small/boundaries.geojson: found an empty file; expected text"], scenario.Write(File, "").Problems());
        Directory.CreateDirectory(Path.Combine(scenario.Delete(File).Folder, File));
        Assert.Equal(["small/boundaries.geojson: found a folder; expected a file named boundaries.geojson"], scenario.Problems());
    }

    [Fact]
    public void A_run_names_the_boundaries_among_its_inputs_where_there_are_any()
    {
        using SmallScenario scenario = new();
        Assert.Equal(["scenario.yaml", "areas.csv", "neighbours.csv"], Inputs());
        scenario.Write(File, Good);
        Assert.Equal(["scenario.yaml", "areas.csv", "neighbours.csv", "boundaries.geojson"], Inputs());

        string[] Inputs()
        {
            Scenario read = Scenario.Load(scenario.Folder);
            return [.. RunManifest.Of(read, read.Plan, ["two"], scenario.Folder).Inputs.Select(input => input.File)];
        }
    }
}
