namespace LocalitySim.Models;

/// <summary>Shares the posts of a service among the localities of a structure.</summary>
/// <remarks>
/// Posts start where they are in the first structure: in the locality that now holds their base. Then as few as will do move
/// from localities with more than their share to localities with less, the highest numbers first.
/// </remarks>
internal static class Establishment
{
    /// <summary>The first number of posts that freed money buys.</summary>
    internal const uint FirstBought = 10_000;

    /// <summary>The first number of posts given to single localities.</summary>
    internal const uint FirstExtra = 20_000;

    /// <summary>Returns every post of a structure.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="structure">The structure.</param>
    /// <param name="boughtFte">The posts that freed money buys; negative where money must be found.</param>
    internal static List<Post> Posts(Scenario scenario, Structure structure, double boughtFte)
    {
        List<Post> posts = [];
        for (int service = 0; service < scenario.Services.Length; service++)
        {
            bool buys = string.Equals(scenario.Services[service].Id, scenario.Budget.Service, StringComparison.Ordinal);
            posts.AddRange(PostsOf(scenario, structure, service, buys ? boughtFte : 0));
        }

        return posts;
    }

    private static List<Post> PostsOf(Scenario scenario, Structure structure, int serviceIndex, double boughtFte)
    {
        Service service = scenario.Services[serviceIndex];
        StructureMap map = new(structure, scenario.Place);
        double[] shares = Shares(scenario, structure, map);
        List<Post> posts = Baseline(scenario, serviceIndex, Math.Max(0, service.Fte.Value + Math.Min(0, boughtFte)));
        for (int index = 0; index < posts.Count; index++)
        {
            posts[index] = posts[index] with { Locality = map.LocalityOfArea[posts[index].BaseArea] };
        }

        if (structure.Staffing != StaffingRule.AsBaseline)
        {
            Reshare(posts, shares, map);
        }

        uint number = FirstBought;
        foreach (double size in Sizes(Math.Max(0, boughtFte), service.PostSize.Value))
        {
            int locality = FurthestBelowShare(posts, shares, size);
            posts.Add(new Post(serviceIndex, number++, size, locality, EmptiestBase(posts, map, locality)));
        }

        AddExtraPosts(scenario, structure, serviceIndex, posts, map);
        return posts;
    }

    private static void AddExtraPosts(Scenario scenario, Structure structure, int serviceIndex, List<Post> posts, StructureMap map)
    {
        Service service = scenario.Services[serviceIndex];
        uint number = FirstExtra;
        foreach (ExtraPosts extra in structure.ExtraPosts.Where(extra => string.Equals(extra.Service, service.Id, StringComparison.Ordinal)))
        {
            int locality = 0;
            while (!string.Equals(structure.Localities[locality].Id, extra.Locality, StringComparison.Ordinal))
            {
                locality++;
            }

            foreach (double size in Sizes(extra.Fte.Value, service.PostSize.Value))
            {
                posts.Add(new Post(serviceIndex, number++, size, locality, EmptiestBase(posts, map, locality)));
            }
        }
    }

    /// <summary>Returns the posts as the first structure shares them, numbered locality by locality.</summary>
    private static List<Post> Baseline(Scenario scenario, int serviceIndex, double fte)
    {
        Service service = scenario.Services[serviceIndex];
        Structure baseline = scenario.Structures[0];
        StructureMap map = new(baseline, scenario.Place);
        double[] sizes = [.. Sizes(fte, service.PostSize.Value)];
        int[] counts = LargestRemainder.Share(Shares(scenario, baseline, map), sizes.Length);
        List<Post> posts = [];
        for (int locality = 0; locality < counts.Length; locality++)
        {
            for (int index = 0; index < counts[locality]; index++)
            {
                posts.Add(new Post(serviceIndex, (uint)posts.Count, sizes[posts.Count], locality, EmptiestBase(posts, map, locality)));
            }
        }

        return posts;
    }

    private static double[] Shares(Scenario scenario, Structure structure, StructureMap map) => structure.Staffing switch
    {
        StaffingRule.ByNeed => map.ByLocality(NeedShares.ByDeprivation(scenario.Place, scenario.Demand.DeprivationExponent)),
        StaffingRule.AsToday => map.ByLocality(NeedShares.ByPostsToday(scenario.Place)),
        StaffingRule.Equally => [.. structure.Localities.Select(_ => 1.0 / structure.Localities.Length)],
        _ => map.ByLocality(NeedShares.ByChildren(scenario.Place)),
    };

    private static IEnumerable<double> Sizes(double fte, double size)
    {
        // A rest of less than a thousandth of a post is rounding, not a person.
        for (double left = fte; left > 0.001; left -= size)
        {
            yield return Math.Min(left, size);
        }
    }

    private static void Reshare(List<Post> posts, double[] shares, StructureMap map)
    {
        int[] wanted = LargestRemainder.Share(shares, posts.Count);
        int[] held = new int[shares.Length];
        foreach (Post post in posts)
        {
            held[post.Locality]++;
        }

        for (int index = posts.Count - 1; index >= 0; index--)
        {
            int from = posts[index].Locality;
            if (held[from] <= wanted[from])
            {
                continue;
            }

            int to = Enumerable.Range(0, shares.Length).MaxBy(locality => wanted[locality] - held[locality]);
            held[from]--;
            held[to]++;
            posts[index] = posts[index] with { Locality = to, BaseArea = EmptiestBase(posts, map, to) };
        }
    }

    private static int FurthestBelowShare(List<Post> posts, double[] shares, double size)
    {
        double total = posts.Sum(post => post.Fte) + size;
        double[] held = new double[shares.Length];
        foreach (Post post in posts)
        {
            held[post.Locality] += post.Fte;
        }

        return Enumerable.Range(0, shares.Length).MaxBy(locality => (shares[locality] * total) - held[locality]);
    }

    private static int EmptiestBase(List<Post> posts, StructureMap map, int locality) =>
        map.BaseAreas[locality].MinBy(area => posts.Where(post => post.BaseArea == area).Sum(post => post.Fte));
}
