using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is the posts of an arrangement while one dated change takes some away, moves some and adds some.</summary>
/// <remarks>
/// Posts are whole people: of a locality (or of whichever team has the most, where none is named) those with the highest numbers go
/// first, each that is no larger than what is still to go. If none is so small, the one with the highest number is cut in two, and what
/// stays is a new, smaller post. More posts than there are cannot go. The numbers of a step's new posts are its own.
/// </remarks>
internal sealed class EstablishmentChange(Arrangement now, int step)
{
    /// <summary>The numbers set aside for each step: more than a service may have posts.</summary>
    private const uint NumbersPerStep = 10_000;

    /// <summary>A rest of less than a thousandth of a post is rounding, not a person.</summary>
    private const double Least = 0.001;

    private readonly Scenario scenario = now.Scenario;
    private readonly List<Post> posts = [.. now.Placed];
    private readonly List<Post> recruited = [];
    private readonly uint[] added = new uint[now.Scenario.Services.Length];

    /// <summary>Gets the posts, by service and number.</summary>
    internal ImmutableArray<Post> Posts => [.. posts.OrderBy(post => post.Service).ThenBy(post => post.Number)];

    /// <summary>Gets those that have to be recruited.</summary>
    internal ImmutableArray<Post> Recruited => [.. recruited];

    /// <summary>Takes posts away; returns how many full-time equivalents went.</summary>
    internal double GiveUp(int service, double fte, int? locality) => Take(service, fte, locality).Sum(part => part.Fte);

    /// <summary>Moves posts of a service, holders and all; only a part of a post is recruited anew.</summary>
    internal void Move(int service, double fte, int? from, int? to)
    {
        foreach ((Post? whole, double size) in Take(service, fte, from).ToList())
        {
            if (whole is null)
            {
                Recruit(service, size, to);
            }
            else
            {
                posts.Add(Placed(whole, to));
            }
        }
    }

    /// <summary>Adds posts that have to be recruited.</summary>
    internal void Add(int service, double fte, int? locality)
    {
        foreach (double size in PostSizes.Of(scenario.Services[service], fte))
        {
            Recruit(service, size, locality);
        }
    }

    private void Recruit(int service, double size, int? locality)
    {
        Post post = Placed(new Post(service, NewNumber(service), size, 0, 0, 0), locality);
        posts.Add(post);
        recruited.Add(post);
    }

    private uint NewNumber(int service) => Establishment.FirstNew + ((uint)step * NumbersPerStep) + added[service]++;

    /// <summary>Takes whole posts out, and a part of one at last: that has no post.</summary>
    private List<(Post? Whole, double Fte)> Take(int service, double fte, int? locality)
    {
        List<(Post? Whole, double Fte)> taken = [];
        double left = fte;
        while (left > Least && Pool(service, locality) is { Count: > 0 } pool)
        {
            if (pool.Where(post => post.Fte <= left + Least).MaxBy(post => post.Number) is { } whole)
            {
                posts.Remove(whole);
                taken.Add((whole, whole.Fte));
                left -= whole.Fte;
                continue;
            }

            Post cut = pool.MaxBy(post => post.Number)!;
            posts.Remove(cut);
            posts.Add(cut with { Number = NewNumber(service), Fte = cut.Fte - left });
            taken.Add((null, left));
            left = 0;
        }

        return taken;
    }

    /// <summary>Returns the posts from which the next is taken.</summary>
    private List<Post> Pool(int service, int? locality)
    {
        List<Post> all = posts.FindAll(post => post.Service == service);
        return locality is { } index
            ? all.FindAll(post => post.Locality == index)
            : [.. all.GroupBy(post => post.Team).OrderByDescending(team => team.Sum(post => post.Fte)).ThenBy(team => team.Key).FirstOrDefault() ?? Enumerable.Empty<Post>()];
    }

    /// <summary>Places a post at the base with the fewest posts of the service: of a locality, or of the team furthest below its share of need.</summary>
    private Post Placed(Post post, int? locality)
    {
        ServiceMap teams = now.Services[post.Service];
        List<Post> others = posts.FindAll(other => other.Service == post.Service);
        if (locality is { } index)
        {
            int area = now.Map.BaseAreas[index].MinBy(place => others.Where(other => other.BaseArea == place).Sum(other => other.Fte));
            return post with { Team = teams.TeamOfArea[Array.IndexOf(now.Map.LocalityOfArea, index)], Locality = index, BaseArea = area };
        }

        double[] shares = teams.ByTeam(NeedShares.ByDeprivation(scenario.Place, scenario.Demand.DeprivationExponent));
        return Establishment.PlacedIn(post, others, teams, Establishment.FurthestBelowShare(others, shares, post.Fte));
    }
}
