using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Makes a structure of every contiguous grouping of another structure's localities.</summary>
/// <remarks>
/// Each has all that the other has, but for its localities: services, delivery models and front door stay. Posts are shared by need, and
/// nothing changes at a date, so that groupings differ by their boundaries alone. A joined locality keeps all bases.
/// </remarks>
public static class CandidateGroupings
{
    /// <summary>Gets the most groupings that one ranking takes.</summary>
    public static int MostGroupings => 10_000;

    /// <summary>Returns the groupings that a scenario names as candidates, those with more localities first.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <returns>The structures; none where the scenario names no groupings.</returns>
    /// <exception cref="ArgumentException">No structure has that id; it has too many localities; it names single localities; or there are too many groupings, or none.</exception>
    public static ImmutableArray<Structure> Of(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return scenario.Groupings is { } named ? Of(scenario, named.Of, named.Into.IsDefaultOrEmpty ? null : named.Into) : [];
    }

    /// <summary>Returns the groupings, those with more localities first.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="structureId">The id of the structure whose localities are joined; it has twelve or fewer, and names no locality in a delivery choice or extra post.</param>
    /// <param name="localities">The numbers of localities wanted; absent means any.</param>
    /// <returns>The structures. One that the scenario has already, with the same localities, bases, services, front door and delivery models, posts by need and no dates, keeps its id and name.</returns>
    /// <exception cref="ArgumentException">No structure has that id; it has too many localities; it names single localities; or there are too many groupings, or none.</exception>
    public static ImmutableArray<Structure> Of(Scenario scenario, string structureId, ImmutableArray<int>? localities = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        Structure of = scenario.Structure(structureId);
        if (of.Localities.Length > ContiguousPartitions.MostMembers)
        {
            throw new ArgumentException($"'{structureId}' has {of.Localities.Length} localities; expected at most {ContiguousPartitions.MostMembers}, for every grouping to be listed.", nameof(structureId));
        }

        if (!of.Delivery.IsEmpty || !of.ExtraPosts.IsEmpty)
        {
            throw new ArgumentException($"'{structureId}' gives single localities a delivery model or extra posts; expected a structure whose localities are alike, for groupings of them mean the same.", nameof(structureId));
        }

        Structure plain = of with { Staffing = StaffingRule.ByNeed, Steps = [], RollOut = null, SetUpCost = default };
        Structure[] known = [.. scenario.Structures.Where(structure => structure.Staffing == StaffingRule.ByNeed && Likeness.SameArrangements(structure, plain))];
        List<ImmutableArray<ImmutableArray<int>>> splits = [.. ContiguousPartitions.Of(Neighbours(scenario.Place, of.Localities))
            .Where(split => localities is not { } wanted || wanted.Contains(split.Length))
            .Take(MostGroupings + 1)];
        if (splits.Count > MostGroupings)
        {
            throw new ArgumentException($"'{structureId}' has more than {MostGroupings} contiguous groupings; expected fewer: ask for fewer numbers of localities.", nameof(localities));
        }

        return splits.Count == 0
            ? throw new ArgumentException($"'{structureId}' has no contiguous grouping into the numbers of localities asked for; expected numbers from 1 to {of.Localities.Length} that its borders allow.", nameof(localities))
            : [.. splits.OrderByDescending(split => split.Length).Select(Grouping)];

        Structure Grouping(ImmutableArray<ImmutableArray<int>> split)
        {
            ImmutableArray<Locality> joined = [.. split.Select(group => Join([.. group.Select(index => of.Localities[index])]))];
            string id = string.Join('/', joined.Select(locality => locality.Id));
            Structure grouping = plain with { Id = id, Name = string.Join(" / ", joined.Select(locality => locality.Name)), Localities = joined, LocalitiesFrom = null, Merges = [] };
            return Array.Find(known, structure => Likeness.SameLocalities(structure, grouping)) ?? grouping;
        }
    }

    private static Locality Join(ImmutableArray<Locality> parts) => parts.Length == 1 ? parts[0] : new Locality
    {
        Id = string.Join('+', parts.Select(part => part.Id)),
        Name = string.Join(" + ", parts.Select(part => part.Name)),
        Areas = [.. parts.SelectMany(part => part.Areas)],
        Bases = [.. parts.SelectMany(part => part.Bases).Distinct(StringComparer.Ordinal)],
        UpperTierArea = parts[0].UpperTierArea,
    };

    private static ImmutableArray<ImmutableArray<int>> Neighbours(Place place, ImmutableArray<Locality> localities)
    {
        Dictionary<string, int> localityOf = localities.Index()
            .SelectMany(pair => pair.Item.Areas.Select(area => (area, pair.Index)))
            .ToDictionary(pair => pair.area, pair => pair.Index, StringComparer.Ordinal);
        HashSet<int>[] touched = [.. localities.Select(_ => new HashSet<int>())];
        foreach (Border border in place.Borders)
        {
            touched[localityOf[border.First]].Add(localityOf[border.Second]);
        }

        return [.. touched.Select(set => set.Order().ToImmutableArray())];
    }
}
