using System.Collections.Immutable;
using LocalitySim.Models;
using NetTopologySuite.Geometries;

namespace LocalitySim.Reports;

/// <summary>Is the map of a place: a shape for each area. Shapes do not overlap, and depend on no order of areas.</summary>
/// <remarks>
/// Where the scenario has boundaries, they are drawn, simplified by less than what can be seen. Otherwise each area is drawn as what lies
/// nearer to its centre than to any other, a larger area reaching further (a power diagram), within an outline that has about the areas' total size.
/// Such a map shows where areas lie and about how large they are, not where they end: two shapes may touch whose areas do not.
/// </remarks>
public sealed class AreaShapes
{
    private AreaShapes(Place place, Geometry[] shapes, GridPoint corner)
    {
        Place = place;
        Geometries = [.. shapes];
        Corner = corner;
        Areas = [.. place.Areas.Select((area, index) => new AreaShape { Polygons = MapGeometry.Polygons(shapes[index]), Centre = At(new(area.EastingMetres, area.NorthingMetres)) })];
    }

    /// <summary>Gets the shapes, in the order of the place's areas.</summary>
    public ImmutableArray<AreaShape> Areas { get; }

    /// <summary>Gets whether the shapes are the areas' own boundaries.</summary>
    public bool HaveBoundaries => Place.Boundaries is not null;

    /// <summary>Gets the map's south-west corner on the national grid, in metres.</summary>
    public GridPoint Corner { get; }

    /// <summary>Gets the place that is drawn.</summary>
    internal Place Place { get; }

    /// <summary>Gets the shapes in units of <see cref="MapGeometry.Unit"/> from the corner.</summary>
    internal ImmutableArray<Geometry> Geometries { get; }

    /// <summary>Draws a place.</summary>
    /// <param name="place">The place: one area or more.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">The place has no area, two areas of a name, a border of an area that it does not have, or another number of boundaries than of areas.</exception>
    public static AreaShapes Of(Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (place.Areas.IsEmpty)
        {
            throw new ArgumentException("Expected a place with one area or more; found none.", nameof(place));
        }

        if (place.Boundaries is { } given && given.Length != place.Areas.Length)
        {
            throw new ArgumentException($"Expected a boundary for each of {place.Areas.Length} areas; found {given.Length}.", nameof(place));
        }

        // It refuses names that come twice, and borders of unknown areas.
        _ = new AreaGraph(place);

        // Everything is done in an order that the file does not decide, so that moving rows redraws nothing.
        int[] order =
        [
            .. Enumerable.Range(0, place.Areas.Length)
                .OrderBy(index => place.Areas[index].EastingMetres)
                .ThenBy(index => place.Areas[index].NorthingMetres)
                .ThenBy(index => place.Areas[index].SquareKilometres)
                .ThenBy(index => place.Areas[index].Name, StringComparer.Ordinal),
        ];
        Area[] areas = [.. order.Select(index => place.Areas[index])];
        GridPoint start = MapGeometry.Rounded(areas.Min(area => area.EastingMetres), areas.Min(area => area.NorthingMetres));

        Geometry[] drawn = place.Boundaries is { } boundaries
            ? BoundaryShapes.Of([.. order.Select(index => boundaries[index])], areas, start)
            : CellShapes.Of(areas, place.Borders, start);

        Envelope all = new();
        foreach (Geometry shape in drawn)
        {
            all.ExpandToInclude(shape.EnvelopeInternal);
        }

        Geometry[] shapes = new Geometry[drawn.Length];
        foreach ((int position, int index) in order.Index())
        {
            shapes[index] = MapGeometry.Moved(drawn[position], -all.MinX, -all.MinY);
        }

        return new(place, shapes, new(start.EastingMetres + (all.MinX * MapGeometry.Unit), start.NorthingMetres + (all.MinY * MapGeometry.Unit)));
    }

    /// <summary>Returns where a point of the national grid is on the map.</summary>
    /// <param name="point">The point; it may lie off the map.</param>
    /// <returns>The point in metres from the map's corner, to the nearest ten metres.</returns>
    public MapPoint At(GridPoint point) => MapGeometry.Point(
        new((point.EastingMetres - Corner.EastingMetres) / MapGeometry.Unit, (point.NorthingMetres - Corner.NorthingMetres) / MapGeometry.Unit));
}
