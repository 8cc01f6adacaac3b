using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is the authority's map: its areas and which of them touch.</summary>
public sealed record Place
{
    /// <summary>Gets the areas, in the order of the file. An area's place in this list is its number in every draw.</summary>
    public required ImmutableArray<Area> Areas { get; init; }

    /// <summary>Gets the pairs of areas that touch.</summary>
    public required ImmutableArray<Border> Borders { get; init; }

    /// <summary>Gets the partners' ways of dividing the same areas.</summary>
    public ImmutableArray<PartnerBoundary> Partners { get; init; } = [];

    /// <summary>Gets where each area lies, in the order of <see cref="Areas"/>; null where nobody gave boundaries. Only maps look at them.</summary>
    public ImmutableArray<AreaBoundary>? Boundaries { get; init; }

    /// <summary>Gets the number of children in all areas.</summary>
    public int Children => Areas.Sum(area => area.Children);

    /// <summary>Returns the place of an area in <see cref="Areas"/>.</summary>
    /// <param name="name">The area's name, letter for letter.</param>
    /// <returns>The index, from 0.</returns>
    /// <exception cref="ArgumentException">No area has that name.</exception>
    public int IndexOf(string name)
    {
        for (int index = 0; index < Areas.Length; index++)
        {
            if (string.Equals(Areas[index].Name, name, StringComparison.Ordinal))
            {
                return index;
            }
        }

        throw new ArgumentException($"No area is named '{name}'.", nameof(name));
    }
}
