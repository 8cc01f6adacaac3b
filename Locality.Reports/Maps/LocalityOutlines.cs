using System.Collections.Immutable;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Draws the lines around a structure's localities.</summary>
public static class LocalityOutlines
{
    /// <summary>Returns the outlines, in the order of the structure's localities.</summary>
    /// <param name="shapes">The map of the structure's place.</param>
    /// <param name="structure">The structure.</param>
    /// <returns>An outline for each locality.</returns>
    /// <exception cref="ArgumentException">A locality names an area that the place does not have.</exception>
    public static ImmutableArray<LocalityOutline> Of(AreaShapes shapes, Structure structure)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        ArgumentNullException.ThrowIfNull(structure);
        return
        [
            .. structure.Localities.Select(locality => new LocalityOutline
            {
                Locality = locality.Id,
                Lines =
                [
                    .. MapGeometry.Polygons(MapGeometry.WithoutSharedLines([.. locality.Areas.Select(area => shapes.Geometries[shapes.Place.IndexOf(area)])]))
                        .SelectMany(polygon => polygon.Holes.Insert(0, polygon.Outer)),
                ],
            }),
        ];
    }
}
