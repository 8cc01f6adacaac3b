using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is how far a service's people go round: in how many localities somebody can be the named worker of that service.</summary>
/// <remarks>A plan may want one named worker of every service in each locality. A service with fewer people than localities cannot give that, however it is deployed.</remarks>
/// <param name="Service">The service's id.</param>
/// <param name="Deployment">How widely one of its teams works.</param>
/// <param name="Localities">The number of localities: 1 or more.</param>
/// <param name="Heads">The number of posts, part-time ones each counted as one.</param>
/// <param name="Fte">The posts in full-time equivalents.</param>
/// <param name="Covered">The localities that can have a named worker out of the team that serves them: from 0 to <paramref name="Localities"/>.</param>
/// <param name="Coverable">The localities that could have one if every head could go anywhere: from <paramref name="Covered"/> to <paramref name="Localities"/>.</param>
public sealed record NamedStaff(string Service, Deployment Deployment, int Localities, int Heads, double Fte, int Covered, int Coverable)
{
    /// <summary>Gets the heads for each locality.</summary>
    public double HeadsPerLocality => (double)Heads / Localities;

    /// <summary>Gets the full-time equivalents for each locality.</summary>
    public double FtePerLocality => Fte / Localities;

    /// <summary>Gets whether every locality can have a named worker out of the team that serves it.</summary>
    public bool CoversAll => Covered == Localities;

    /// <summary>Counts for every service of a structure as it starts.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="structure">One of its structures.</param>
    /// <param name="localitiesPerHead">The most localities for which one head is named, each for a part of the week: 1 or more.</param>
    /// <returns>One entry for each service, in order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of localities for a head is below 1.</exception>
    public static ImmutableArray<NamedStaff> Of(Scenario scenario, Structure structure, int localitiesPerHead = 1)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(structure);
        if (localitiesPerHead < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(localitiesPerHead), localitiesPerHead, "Expected 1 or more.");
        }

        return Of(Arrangement.Of(scenario, structure, Budget.BoughtFte(scenario, structure, scenario.Budget.FreedMoney)), localitiesPerHead);
    }

    /// <summary>Counts for every service of an arrangement.</summary>
    internal static ImmutableArray<NamedStaff> Of(Arrangement arrangement, int localitiesPerHead) =>
        [.. arrangement.Scenario.Services.Select((_, service) => OfService(arrangement, service, localitiesPerHead))];

    private static NamedStaff OfService(Arrangement arrangement, int service, int localitiesPerHead)
    {
        ServiceMap teams = arrangement.Services[service];
        Post[] posts = [.. arrangement.Posts.Where(post => post.Service == service)];
        int localities = arrangement.Structure.Localities.Length;
        int covered = 0;
        for (int team = 0; team < teams.TeamNames.Length; team++)
        {
            int served = teams.TeamOfArea.Select((of, area) => of == team ? arrangement.Map.LocalityOfArea[area] : (int?)null).OfType<int>().Distinct().Count();
            covered += Reach(posts.Count(post => post.Team == team), localitiesPerHead, served);
        }

        return new NamedStaff(
            arrangement.Scenario.Services[service].Id,
            teams.Deployment,
            localities,
            posts.Length,
            posts.Sum(post => post.Fte),
            covered,
            Reach(posts.Length, localitiesPerHead, localities));
    }

    private static int Reach(int heads, int localitiesPerHead, int localities) => (int)Math.Min((long)heads * localitiesPerHead, localities);
}
