using System.Collections.Immutable;
using LocalitySim.Models;
using LocalitySim.Reports;
using NetTopologySuite.Geometries;
using Xunit;

namespace LocalitySim.Tests;

public class AreaShapesTests
{
    public static TheoryData<string> Places => new("derby", "oxfordshire", "stockton", "south-gloucestershire", "bath-north-east-somerset");

    [Theory]
    [MemberData(nameof(Places))]
    public void Shapes_cover_the_outline_without_overlap_and_hold_their_centres(string name)
    {
        Place place = Scenario.Load(Repository.Scenario(name)).Place;
        AreaShapes shapes = AreaShapes.Of(place);
        AssertPartition(shapes);
        Assert.All(shapes.Areas, (area, index) => Assert.True(
            shapes.Geometries[index].Covers(Point(area.Centre)), $"{place.Areas[index].Name} does not hold its centre."));
        Assert.All(shapes.Areas, area => Assert.Single(area.Polygons));
        Assert.False(shapes.HaveBoundaries);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void The_map_is_about_as_large_as_the_place_and_larger_areas_have_larger_shapes(string name)
    {
        Place place = Scenario.Load(Repository.Scenario(name)).Place;
        AreaShapes shapes = AreaShapes.Of(place);
        Assert.Equal(1, shapes.Geometries.Sum(SquareKilometres) / place.Areas.Sum(area => area.SquareKilometres), 0.1);

        // Spearman's rank correlation.
        double[] drawn = Ranks([.. shapes.Geometries.Select(SquareKilometres)]);
        double[] real = Ranks([.. place.Areas.Select(area => area.SquareKilometres)]);
        double n = drawn.Length;
        Assert.InRange(1 - (6 * drawn.Zip(real, (a, b) => (a - b) * (a - b)).Sum() / (n * ((n * n) - 1))), 0.8, 1);

        static double[] Ranks(double[] values) => [.. values.Select(value => (double)values.Count(other => other < value))];
    }

    [Fact]
    public void One_area_is_a_disc_of_its_size()
    {
        AreaShapes shapes = AreaShapes.Of(MapPlaces.Of((1234, 5678, 3)));
        Assert.Equal(3, SquareKilometres(shapes.Geometries[0]), 0.1);
        MapPoint centre = shapes.Areas[0].Centre;
        Assert.Equal(1234, shapes.Corner.EastingMetres + centre.X, 5.0);
        Assert.Equal(5678, shapes.Corner.NorthingMetres + centre.Y, 5.0);
        Assert.All(shapes.Areas[0].Polygons[0].Outer, point => Assert.Equal(977, Distance(point, centre), 30.0));
    }

    [Fact]
    public void Two_circles_that_touch_are_parted_where_they_touch()
    {
        // Radii of 2,000 and 1,000 metres.
        Place place = MapPlaces.Of((0, 0, 4 * Math.PI), (3000, 0, Math.PI));
        AreaShapes shapes = AreaShapes.Of(place with { Borders = [new("area 0", "area 1")] });
        AssertPartition(shapes);
        Assert.Equal(2000, shapes.Corner.EastingMetres + (shapes.Geometries[0].EnvelopeInternal.MaxX * 10), 200.0);
    }

    [Fact]
    public void Centres_on_a_line_and_in_one_place_have_shapes_of_their_own()
    {
        AreaShapes line = AreaShapes.Of(MapPlaces.Of([.. Enumerable.Range(0, 12).Select(i => (1000.0 * i, 500.0 * i, 1.0))]));
        AssertPartition(line);
        AreaShapes heap = AreaShapes.Of(MapPlaces.Of([.. Enumerable.Range(0, 30).Select(_ => (4321.0, 1234.0, 1.0))]));
        AssertPartition(heap);
        AreaShapes near = AreaShapes.Of(MapPlaces.Of([.. Enumerable.Range(0, 9).Select(i => (0.1 * i, 0.0, 1.0)), (0, 0, 1), (9000, 0, 1)]));
        AssertPartition(near);
    }

    [Fact]
    public void Absurd_sizes_and_places_still_make_a_map()
    {
        AssertPartition(AreaShapes.Of(MapPlaces.Of((0, 0, double.Epsilon), (1000, 0, 1_000_000), (2000, 10, double.Epsilon))));
        AssertPartition(AreaShapes.Of(MapPlaces.Of((-10_000_000, -10_000_000, 1), (10_000_000, 10_000_000, 1))));
    }

    [Fact]
    public void A_place_without_areas_is_refused() => Assert.Throws<ArgumentException>(() => AreaShapes.Of(MapPlaces.Of()));

    [Theory]
    [MemberData(nameof(Places))]
    public void The_order_of_areas_changes_no_shape_and_runs_give_the_same_bytes(string name)
    {
        Place place = Scenario.Load(Repository.Scenario(name)).Place;
        int[] order = [.. Enumerable.Range(0, place.Areas.Length).OrderBy(index => index * 7919 % 101)];
        AreaShapes shapes = AreaShapes.Of(place);
        AreaShapes permuted = AreaShapes.Of(MapPlaces.Permuted(place, order));
        Assert.Equal(shapes.Corner, permuted.Corner);
        Assert.All(order, (from, to) => AssertSame(shapes.Areas[from], permuted.Areas[to]));
        Assert.Equal(GeoJsonText.Of(shapes), GeoJsonText.Of(AreaShapes.Of(place)));
    }

    [Fact]
    public void Real_boundaries_pass_through()
    {
        AreaShapes shapes = AreaShapes.Of(MapPlaces.Squares(side: 2, metres: 1000, crooks: 1));
        Assert.True(shapes.HaveBoundaries);
        Assert.Equal(new GridPoint(400_000, 300_000), shapes.Corner);
        Assert.Equal<MapPoint>([new(1000, 0), new(2000, 0), new(2000, 1000), new(1000, 1000)], shapes.Areas[1].Polygons[0].Outer.Distinct().Order(ByPlace));
    }

    [Fact]
    public void Simplified_boundaries_stay_shared()
    {
        // 1,500 points a side, off the straight line by 30 metres: on a map of 90 km nothing of that is seen.
        AreaShapes shapes = AreaShapes.Of(MapPlaces.Squares(side: 3, metres: 30_000, crooks: 500));
        AssertPartition(shapes);
        Assert.Equal(8100, shapes.Geometries.Sum(SquareKilometres), 30.0);
        Assert.InRange(GeoJsonText.Of(shapes).Length, 500, 5000);
        AreaShapes fine = AreaShapes.Of(MapPlaces.Squares(side: 3, metres: 3000, crooks: 50));
        AssertPartition(fine);
        Assert.InRange(fine.Areas[4].Polygons[0].Outer.Length, 150, 210);
    }

    [Fact]
    public void The_order_of_areas_changes_no_real_boundary()
    {
        Place place = MapPlaces.Squares(side: 3, metres: 20_000, crooks: 77);
        int[] order = [4, 8, 0, 3, 1, 7, 2, 6, 5];
        AreaShapes shapes = AreaShapes.Of(place);
        AreaShapes permuted = AreaShapes.Of(MapPlaces.Permuted(place, order));
        Assert.All(order, (from, to) => AssertSame(shapes.Areas[from], permuted.Areas[to]));
    }

    [Fact]
    public void Islands_holes_and_crossed_rings_are_drawn()
    {
        Place place = MapPlaces.Squares(side: 2, metres: 1000, crooks: 1);
        ImmutableArray<GridPoint> bow = [new(403_000, 300_000), new(404_000, 301_000), new(404_000, 300_000), new(403_000, 301_000), new(403_000, 300_000)];
        ImmutableArray<GridPoint> hole = [new(400_200, 300_200), new(400_500, 300_200), new(400_500, 300_500), new(400_200, 300_200)];
        BoundaryPolygon first = place.Boundaries!.Value[0].Polygons[0] with { Holes = [hole] };
        AreaShapes shapes = AreaShapes.Of(place with { Boundaries = place.Boundaries.Value.SetItem(0, new() { Polygons = [first, new() { Outer = bow }] }) });
        AssertPartition(shapes);
        Assert.Equal(3, shapes.Areas[0].Polygons.Length);
        Assert.Equal(1 - 0.045 + 0.5, SquareKilometres(shapes.Geometries[0]), 0.001);
    }

    [Fact]
    public void A_boundary_smaller_than_can_be_drawn_is_a_speck()
    {
        Place place = MapPlaces.Squares(side: 2, metres: 1000, crooks: 1);
        AreaBoundary tiny = new() { Polygons = [new() { Outer = [new(400_500, 300_500), new(400_501, 300_500), new(400_501, 300_501), new(400_500, 300_500)] }] };
        AreaShapes shapes = AreaShapes.Of(place with { Boundaries = place.Boundaries!.Value.SetItem(0, tiny) });
        Assert.Equal(0.0004, SquareKilometres(shapes.Geometries[0]), 1e-9);
    }

    [Fact]
    public void Boundaries_of_other_areas_are_refused()
    {
        Place place = MapPlaces.Squares(side: 2, metres: 1000, crooks: 1);
        Assert.Throws<ArgumentException>(() => AreaShapes.Of(place with { Boundaries = place.Boundaries!.Value.RemoveAt(0) }));
    }

    private static Comparer<MapPoint> ByPlace { get; } = Comparer<MapPoint>.Create((a, b) => (a.Y, a.Y == 0 ? a.X : -a.X).CompareTo((b.Y, b.Y == 0 ? b.X : -b.X)));

    private static double SquareKilometres(Geometry shape) => shape.Area * 1e-4;

    private static double Distance(MapPoint a, MapPoint b) => Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2));

    private static Point Point(MapPoint point) => GeometryFactory.Default.CreatePoint(new Coordinate(point.X / 10.0, point.Y / 10.0));

    private static void AssertSame(AreaShape expected, AreaShape actual)
    {
        Assert.Equal(expected.Centre, actual.Centre);
        Assert.Equal(expected.Polygons.Length, actual.Polygons.Length);
        Assert.All(expected.Polygons, (polygon, index) => Assert.Equal<MapPoint>(polygon.Outer, actual.Polygons[index].Outer));
    }

    /// <summary>Every shape is valid and has size; their sizes add up to their union's.</summary>
    private static void AssertPartition(AreaShapes shapes)
    {
        Assert.All(shapes.Geometries, shape => Assert.True(shape.IsValid && shape.Area > 0));
        // The shapes' own factory would round the union to whole units.
        Geometry union = NetTopologySuite.Operation.OverlayNG.UnaryUnionNG.Union(
            GeometryFactory.Default.BuildGeometry(shapes.Geometries.Select(GeometryFactory.Default.CreateGeometry)), new PrecisionModel(PrecisionModels.Floating));
        Assert.Equal(union.Area, shapes.Geometries.Sum(shape => shape.Area), 1e-9 * union.Area);
    }
}
