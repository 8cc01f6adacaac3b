using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is a request worked out for its scenario: the teams, what they have, and where the search starts.</summary>
internal sealed record StaffQuestion
{
    private const int LeastRoom = 20;

    internal required Arrangement Present { get; init; }

    internal required ImmutableArray<StaffTeam> Teams { get; init; }

    internal required ImmutableArray<int> PresentPosts { get; init; }

    internal required ImmutableArray<double> PresentFte { get; init; }

    internal required ImmutableArray<TeamLoad> Loads { get; init; }

    internal required ImmutableArray<CapacityCell> Cells { get; init; }

    /// <summary>Returns how many cases a full-time post of a team finishes in a month at full load; null where that cannot be told.</summary>
    internal double? CasesPerFteMonth(int team)
    {
        double needed = PresentFte[team] * Loads[team].Load;
        return needed > 0 && double.IsFinite(needed) && Loads[team].CasesPerYear > 0 ? Loads[team].CasesPerYear / 12 / needed : null;
    }

    /// <summary>Returns a scenario whose numbers of posts are known: they are what is looked for, and are not drawn.</summary>
    /// <exception cref="ArgumentException">An uncertain figure cannot be drawn.</exception>
    internal static Scenario WithKnownPosts(Scenario scenario) => UncertainFigures.Checked(scenario) with
    {
        Uncertain = [.. scenario.Uncertain.Where(figure => !figure.Figure.StartsWith("staff.fte", StringComparison.Ordinal))],
    };

    /// <summary>Works a request out.</summary>
    /// <exception cref="ArgumentException">The structure or a service does not exist, or cannot be asked about.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is out of range.</exception>
    internal static StaffQuestion Of(Scenario scenario, StaffRequest request)
    {
        Structure structure = request.Structure is { } id ? scenario.Structure(id) : scenario.Structures[0];
        if (!StaffExperiment.CanStaff(structure))
        {
            throw new ArgumentException($"Found '{structure.Id}', which changes on a date; expected a structure without dated changes: ask about the one that it changes to.", nameof(request));
        }

        if (!(request.Confidence >= 0.5 && request.Confidence < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(request), request.Confidence, "Expected a confidence from 0.5 to below 1.");
        }

        if (request.SearchFutures < 12 || request.CheckFutures < 12)
        {
            throw new ArgumentOutOfRangeException(nameof(request), Math.Min(request.SearchFutures, request.CheckFutures), "Expected 12 futures or more.");
        }

        Arrangement present = Arrangement.Of(scenario, structure, Budget.BoughtFte(scenario, structure, scenario.Budget.FreedMoney));
        ImmutableArray<StaffTeam> teams = TeamsOf(present, request.Services);
        ImmutableArray<TeamLoad> all = Stability.Of(scenario, structure);
        ImmutableArray<TeamLoad> loads = [.. teams.Select(team => all.First(load =>
            string.Equals(load.Service, team.ServiceId, StringComparison.Ordinal) && string.Equals(load.Locality, team.Locality, StringComparison.Ordinal)))];
        ImmutableArray<int> posts = [.. teams.Select(team => present.Posts.Count(post => post.Service == team.Service && post.Team == team.Team))];
        ImmutableArray<double> fte = [.. teams.Select(team => present.Posts.Where(post => post.Service == team.Service && post.Team == team.Team).Sum(post => post.Fte))];
        return new StaffQuestion
        {
            Present = present,
            Teams = teams,
            PresentPosts = posts,
            PresentFte = fte,
            Loads = loads,
            Cells = [.. teams.Select((team, index) => CellOf(present, request, team, loads[index], posts[index], fte[index]))],
        };
    }

    private static CapacityCell CellOf(Arrangement present, StaffRequest request, StaffTeam team, TeamLoad load, int posts, double fte)
    {
        int theory = Math.Min(StaffStart.Posts(present.Scenario, team, load, fte, request.Target), PostLimits.MostPosts);
        int most = Math.Min(PostLimits.MostPosts, LeastRoom + (4 * Math.Max(posts, theory)));
        return new CapacityCell
        {
            Name = team.Name,
            Starts = [.. new[] { Math.Max(1, posts), theory }.Distinct()],
            Most = most,
            Exact = PureQueue.MarginOf(present, team, request.Target),
        };
    }

    private static ImmutableArray<StaffTeam> TeamsOf(Arrangement present, ImmutableArray<string> wanted)
    {
        Scenario scenario = present.Scenario;
        HashSet<string> leading = [.. scenario.Pathways.Select(pathway => pathway.Service)];
        foreach (string id in wanted)
        {
            scenario.IndexOfService(id);
            if (!StaffExperiment.Services(scenario).Contains(id, StringComparer.Ordinal))
            {
                throw new ArgumentException($"Found service '{id}', for which nobody waits; expected one that leads a pathway or helps on one.", nameof(wanted));
            }
        }

        return [.. from service in Enumerable.Range(0, scenario.Services.Length)
                   let id = scenario.Services[service].Id
                   where wanted.IsDefaultOrEmpty ? leading.Contains(id) : wanted.Contains(id, StringComparer.Ordinal)
                   from team in Enumerable.Range(0, present.Services[service].TeamNames.Length)
                   select new StaffTeam(service, team, present.Services[service].TeamNames[team], id, leading.Contains(id))];
    }
}
