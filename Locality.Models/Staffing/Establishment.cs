namespace LocalitySim.Models;

/// <summary>Shares the posts of a service among its teams in a structure.</summary>
/// <remarks>
/// Posts start where they are in the first structure: in the team that now serves the area of their base. Then as few as will do move
/// from teams with more than their share to teams with less, the highest numbers first.
/// </remarks>
internal static class Establishment
{
    /// <summary>The first number of posts that freed money buys.</summary>
    internal const uint FirstBought = 10_000;

    /// <summary>The first number of posts given to single localities.</summary>
    internal const uint FirstExtra = 20_000;

    /// <summary>The first number of posts that a dated change brings.</summary>
    internal const uint FirstNew = 30_000;

    /// <summary>The smallest post that freed money buys, in full-time equivalents: half a day a week.</summary>
    internal const double LeastPost = 0.1;

    /// <summary>Tells whether freed money has bought a post.</summary>
    internal static bool IsBought(Post post) => post.Number is >= FirstBought and < FirstExtra;

    /// <summary>Returns every post of a structure.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="structure">The structure.</param>
    /// <param name="boughtFte">The posts that freed money buys; negative where money must be found.</param>
    internal static List<Post> Posts(Scenario scenario, Structure structure, double boughtFte)
    {
        List<Post> posts = [];
        StructureMap map = new(structure, scenario.Place);
        StructureMap baseline = new(scenario.Structures[0], scenario.Place);
        for (int service = 0; service < scenario.Services.Length; service++)
        {
            bool buys = string.Equals(scenario.Services[service].Id, scenario.Budget.Service, StringComparison.Ordinal);
            posts.AddRange(PostsOf(scenario, structure, map, baseline, service, buys ? boughtFte : 0));
        }

        return posts;
    }

    /// <summary>Returns each team's share of a service's posts by the structure's rule.</summary>
    internal static double[] Shares(Scenario scenario, Structure structure, Service service, ServiceMap teams)
    {
        ServicePlacement? placement = ServiceMap.PlacementOf(structure, service);
        switch (RuleOf(structure, service))
        {
            case StaffingRule.ByNeed:
                return teams.ByTeam(NeedShares.ByDeprivation(scenario.Place, scenario.Demand.DeprivationExponent));
            case StaffingRule.AsToday:
                return teams.ByTeam(NeedShares.ByPostsToday(scenario.Place));
            case StaffingRule.Equally:
                return [.. teams.TeamNames.Select(_ => 1.0 / teams.TeamNames.Length)];
            case StaffingRule.Explicit when placement is not null && placement.Posts.Any(posts => posts.Fte.Value > 0):
                double total = placement.Posts.Sum(posts => posts.Fte.Value);
                return [.. teams.TeamNames.Select(name => placement.Posts.Where(posts => string.Equals(posts.Team, name, StringComparison.Ordinal)).Sum(posts => posts.Fte.Value) / total)];
            default:
                return teams.ByTeam(NeedShares.ByChildren(scenario.Place));
        }
    }

    /// <summary>Moves as few posts as will do from teams with more than their share to teams with less, the highest numbers first.</summary>
    /// <param name="posts">The posts of one service; changed in place.</param>
    /// <param name="wanted">The number of posts that each team should have.</param>
    /// <param name="teams">The service's teams.</param>
    internal static void Reshare(List<Post> posts, int[] wanted, ServiceMap teams)
    {
        int[] held = new int[wanted.Length];
        foreach (Post post in posts)
        {
            held[post.Team]++;
        }

        for (int index = posts.Count - 1; index >= 0; index--)
        {
            int from = posts[index].Team;
            if (held[from] <= wanted[from])
            {
                continue;
            }

            int to = Enumerable.Range(0, wanted.Length).MaxBy(team => wanted[team] - held[team]);
            held[from]--;
            held[to]++;
            posts[index] = PlacedIn(posts[index], posts, teams, to);
        }
    }

    /// <summary>Returns the team that is furthest below its share of a service's posts.</summary>
    internal static int FurthestBelowShare(List<Post> posts, double[] shares, double size)
    {
        double total = posts.Sum(post => post.Fte) + size;
        double[] held = new double[shares.Length];
        foreach (Post post in posts)
        {
            held[post.Team] += post.Fte;
        }

        return Enumerable.Range(0, shares.Length).MaxBy(team => (shares[team] * total) - held[team]);
    }

    /// <summary>Returns a post placed in a team, at the base with the fewest of the service's posts.</summary>
    internal static Post PlacedIn(Post post, List<Post> posts, ServiceMap teams, int team)
    {
        Base home = teams.Bases[team].Length == 1
            ? teams.Bases[team][0]
            : teams.Bases[team].MinBy(place => posts.Where(other => other.BaseArea == place.Area).Sum(other => other.Fte));
        return post with { Team = team, Locality = home.Locality, BaseArea = home.Area };
    }

    /// <summary>Returns the rule by which a structure shares the posts of a service.</summary>
    internal static StaffingRule RuleOf(Structure structure, Service service) =>
        ServiceMap.PlacementOf(structure, service)?.Sharing ?? service.Sharing ?? structure.Staffing;

    private static List<Post> PostsOf(Scenario scenario, Structure structure, StructureMap map, StructureMap baselineMap, int serviceIndex, double boughtFte)
    {
        Service service = scenario.Services[serviceIndex];
        ServiceMap teams = ServiceMap.Of(structure, service, map);
        double[] shares = Shares(scenario, structure, service, teams);
        List<Post> posts = Baseline(scenario, baselineMap, serviceIndex, Math.Max(0, service.Fte.Value + Math.Min(0, boughtFte)));
        for (int index = 0; index < posts.Count; index++)
        {
            int home = posts[index].BaseArea;
            posts[index] = posts[index] with { Team = teams.TeamOfArea[home], Locality = map.LocalityOfArea[home] };
        }

        if (RuleOf(structure, service) != StaffingRule.AsBaseline)
        {
            Reshare(posts, LargestRemainder.Share(shares, posts.Count), teams);
        }

        double[] bought = [.. PostSizes.Of(service, Math.Max(0, boughtFte))];
        int whole = bought.Length > 0 && bought[^1] < LeastPost ? bought.Length - 1 : bought.Length;
        Add(posts, serviceIndex, FirstBought, bought.Take(whole), teams, size => FurthestBelowShare(posts, shares, size));
        if (whole < bought.Length && posts.Count > 0)
        {
            // A few hours a week are nobody's post: somebody works them on top.
            posts[^1] = posts[^1] with { Fte = posts[^1].Fte + bought[^1] };
        }

        uint number = FirstExtra;
        foreach (ExtraPosts extra in structure.ExtraPosts.Where(extra => string.Equals(extra.Service, service.Id, StringComparison.Ordinal)))
        {
            int team = teams.TeamOfArea[map.FirstAreaOf(extra.Locality)];
            number = Add(posts, serviceIndex, number, PostSizes.Of(service, extra.Fte.Value), teams, _ => team);
        }

        return posts;
    }

    private static uint Add(List<Post> posts, int service, uint number, IEnumerable<double> sizes, ServiceMap teams, Func<double, int> teamFor)
    {
        foreach (double size in sizes)
        {
            posts.Add(PlacedIn(new Post(service, number++, size, 0, 0, 0), posts, teams, teamFor(size)));
        }

        return number;
    }

    /// <summary>Returns the posts as the first structure shares them, numbered team by team.</summary>
    private static List<Post> Baseline(Scenario scenario, StructureMap map, int serviceIndex, double fte)
    {
        Service service = scenario.Services[serviceIndex];
        Structure baseline = scenario.Structures[0];
        ServiceMap teams = ServiceMap.Of(baseline, service, map);
        double[] sizes = [.. PostSizes.Of(service, fte)];
        int[] counts = LargestRemainder.Share(Shares(scenario, baseline, service, teams), sizes.Length);
        List<Post> posts = [];
        for (int team = 0; team < counts.Length; team++)
        {
            for (int index = 0; index < counts[team]; index++)
            {
                posts.Add(PlacedIn(new Post(serviceIndex, (uint)posts.Count, sizes[posts.Count], 0, 0, 0), posts, teams, team));
            }
        }

        return posts;
    }
}
