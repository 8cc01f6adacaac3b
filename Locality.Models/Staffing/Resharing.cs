namespace LocalitySim.Models;

/// <summary>Shares the posts in force among teams anew, moving as few as will do.</summary>
internal static class Resharing
{
    /// <summary>What rounding may make of a whole number of posts.</summary>
    private const double Slack = 1e-9;

    /// <summary>Returns the arrangement of another structure with the posts in force.</summary>
    /// <remarks>
    /// Each post starts in the team that serves the area of its base there; then the structure's own rule moves as few as it needs.
    /// Posts that were given to one place, extra or new, stay with it.
    /// </remarks>
    internal static Arrangement Under(Arrangement now, Structure target)
    {
        Scenario scenario = now.Scenario;
        StructureMap map = new(target, scenario.Place);
        List<Post> all = [];
        for (int index = 0; index < scenario.Services.Length; index++)
        {
            Service service = scenario.Services[index];
            ServiceMap teams = ServiceMap.Of(target, service, map);
            List<Post> posts = [.. now.Placed
                .Where(post => post.Service == index)
                .Select(post => post with { Team = teams.TeamOfArea[post.BaseArea], Locality = map.LocalityOfArea[post.BaseArea] })];
            List<Post> shared = posts.FindAll(post => post.Number < Establishment.FirstExtra);
            if (Establishment.RuleOf(target, service) != StaffingRule.AsBaseline)
            {
                Establishment.Reshare(shared, LargestRemainder.Share(Establishment.Shares(scenario, target, service, teams), shared.Count), teams);
            }

            all.AddRange(shared);
            all.AddRange(posts.Where(post => post.Number >= Establishment.FirstExtra));
        }

        return new Arrangement(scenario, target, [.. all]);
    }

    /// <summary>Returns the arrangement with posts moved towards the areas' weights, service by service.</summary>
    /// <remarks>
    /// From the team furthest above its exact share to the team furthest below it, among those that rounding by largest remainder would
    /// change, as long as one of the two is at least the threshold from its share.
    /// </remarks>
    internal static Arrangement ByWeights(Arrangement now, Reallocation rule, double[] areaWeights)
    {
        double total = areaWeights.Sum();
        if (!(total > 0))
        {
            return now;
        }

        List<Post> all = [];
        for (int index = 0; index < now.Scenario.Services.Length; index++)
        {
            List<Post> posts = [.. now.Placed.Where(post => post.Service == index)];
            ServiceMap teams = now.Services[index];
            bool isNamed = rule.Services.IsEmpty || rule.Services.Contains(now.Scenario.Services[index].Id, StringComparer.Ordinal);
            if (isNamed && teams.TeamNames.Length > 1)
            {
                MoveTowards(posts, [.. teams.ByTeam(areaWeights).Select(weight => weight / total)], teams, rule.Threshold);
            }

            all.AddRange(posts);
        }

        return new Arrangement(now.Scenario, now.Structure, [.. all]);
    }

    private static void MoveTowards(List<Post> posts, double[] shares, ServiceMap teams, double threshold)
    {
        int[] wanted = LargestRemainder.Share(shares, posts.Count);
        int[] held = new int[wanted.Length];
        foreach (Post post in posts)
        {
            held[post.Team]++;
        }

        while (true)
        {
            int[] above = [.. Enumerable.Range(0, held.Length).Where(team => held[team] > wanted[team])];
            int[] below = [.. Enumerable.Range(0, held.Length).Where(team => held[team] < wanted[team])];
            if (above.Length == 0 || below.Length == 0)
            {
                return;
            }

            int from = above.MaxBy(Excess);
            int to = below.MinBy(Excess);
            if (Math.Max(Excess(from), -Excess(to)) < threshold - Slack)
            {
                return;
            }

            int place = posts.FindLastIndex(post => post.Team == from);
            posts[place] = Establishment.PlacedIn(posts[place], posts, teams, to);
            held[from]--;
            held[to]++;
        }

        double Excess(int team) => held[team] - (shares[team] * posts.Count);
    }
}
