using System.Globalization;

namespace LocalitySim.Models;

/// <summary>Numbers the parts by which a structure's outcome is broken down. Part 0 is the whole; then come the levels of each dimension.</summary>
internal sealed class BreakdownLevels
{
    /// <summary>The number of parts that a case may be in, the month apart: the whole and seven dimensions.</summary>
    internal const int MostParts = 8;

    private readonly int[] offsets;
    private readonly int[] localityOfArea;
    private readonly int[] fifthOfArea;
    private readonly int[] tierOfService;
    private readonly int[][] bandOfAge;

    internal BreakdownLevels(StructureBasis basis, double from)
    {
        Scenario scenario = basis.Scenario;
        localityOfArea = basis.Arrangement.Map.LocalityOfArea;
        fifthOfArea = Fifths.OfAreas(scenario.Place);
        Tier[] tiers = [.. scenario.Services.Select(service => service.Tier).Distinct().Order()];
        tierOfService = [.. scenario.Services.Select(service => Array.IndexOf(tiers, service.Tier))];
        (int From, int To)[] bands = [.. scenario.Pathways.SelectMany(pathway => pathway.Ages).Select(age => (age.From, age.To)).Distinct().Order()];
        bandOfAge = [.. scenario.Pathways.Select(pathway => pathway.Ages.Select(age => Array.IndexOf(bands, (age.From, age.To))).ToArray())];
        int months = Math.Max(1, (int)Math.Ceiling((basis.Days - from) / DemandLevels.MonthDays));
        Names =
        [
            [.. basis.Structure.Localities.Select(locality => locality.Id)],
            [.. scenario.Services.Select(service => service.Id)],
            [.. scenario.Pathways.Select(pathway => pathway.Id)],
            [.. tiers.Select(NameOf)],
            [.. bands.Select(band => string.Create(CultureInfo.InvariantCulture, $"{band.From} to {band.To}"))],
            [.. Enumerable.Range(1, Fifths.Count).Select(fifth => fifth.ToString(CultureInfo.InvariantCulture))],
            [.. scenario.Place.Areas.Select(area => area.Name)],
            [.. Enumerable.Range(0, months).Select(month => scenario.Start.AddDays((int)(from + (month * DemandLevels.MonthDays))).ToString("O", CultureInfo.InvariantCulture))],
        ];
        offsets = new int[Names.Length + 1];
        offsets[0] = 1;
        for (int dimension = 0; dimension < Names.Length; dimension++)
        {
            offsets[dimension + 1] = offsets[dimension] + Names[dimension].Length;
        }

        Start = from;
    }

    /// <summary>Gets the names of each dimension's levels.</summary>
    internal string[][] Names { get; }

    /// <summary>Gets the number of parts.</summary>
    internal int Count => offsets[^1];

    /// <summary>Gets when the first month begins.</summary>
    internal double Start { get; }

    /// <summary>Returns the part that is a level of a dimension.</summary>
    internal int PartOf(BreakdownDimension dimension, int level) => offsets[(int)dimension] + level;

    /// <summary>Returns the part that is an area.</summary>
    internal int PartOfArea(int area) => PartOf(BreakdownDimension.Area, area);

    /// <summary>Returns the id of the locality, of those with which the structure starts, in which a post has its base.</summary>
    internal string LocalityOf(Post post) => Names[(int)BreakdownDimension.Locality][localityOfArea[post.BaseArea]];

    /// <summary>Returns the part that is the month of a time.</summary>
    internal int PartOfMonth(double time) =>
        PartOf(BreakdownDimension.Month, Math.Clamp((int)((time - Start) / DemandLevels.MonthDays), 0, Names[(int)BreakdownDimension.Month].Length - 1));

    /// <summary>Returns the parts that a worker's post is in, wherever it is now: the whole, locality, service and tier.</summary>
    internal (int Locality, int Service, int Tier) PartsOf(Post post) => (
        PartOf(BreakdownDimension.Locality, localityOfArea[post.BaseArea]),
        PartOf(BreakdownDimension.Service, post.Service),
        PartOf(BreakdownDimension.Tier, tierOfService[post.Service]));

    /// <summary>Finds the parts that a case is in, the month apart; returns how many.</summary>
    /// <param name="item">The case.</param>
    /// <param name="service">The service that leads it, or on whose list it stands.</param>
    /// <param name="parts">Where the parts go: room for <see cref="MostParts"/>.</param>
    internal int Find(Case item, int service, Span<int> parts)
    {
        int area = item.HomeArea;
        parts[0] = 0;
        parts[1] = PartOf(BreakdownDimension.Locality, localityOfArea[area]);
        parts[2] = PartOf(BreakdownDimension.Service, service);
        parts[3] = PartOf(BreakdownDimension.Pathway, item.FirstPathway);
        parts[4] = PartOf(BreakdownDimension.Tier, tierOfService[service]);
        parts[5] = PartOf(BreakdownDimension.DeprivationFifth, fifthOfArea[area]);
        parts[6] = PartOfArea(area);
        if (item.AgeBand is not { } band)
        {
            return MostParts - 1;
        }

        parts[7] = PartOf(BreakdownDimension.AgeBand, bandOfAge[item.Identity.Pathway][band]);
        return MostParts;
    }

    private static string NameOf(Tier tier) => tier switch
    {
        Tier.Universal => "universal",
        Tier.Targeted => "targeted",
        _ => "specialist",
    };
}
