using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Writes other numbers of posts into a scenario, as its own file could say them.</summary>
internal static class StaffedScenario
{
    /// <summary>Returns the scenario with one structure and so many posts in some of its teams; every other team keeps those it has.</summary>
    /// <remarks>Freed money buys nothing more, and extra posts are part of the teams: the numbers say all.</remarks>
    /// <param name="present">What is in force in the structure as it starts.</param>
    /// <param name="teams">The teams.</param>
    /// <param name="posts">The number of posts of each.</param>
    internal static Scenario Of(Arrangement present, IReadOnlyList<StaffTeam> teams, ImmutableArray<int> posts)
    {
        Scenario scenario = present.Scenario;
        Structure structure = present.Structure with { Services = [], ExtraPosts = [], LocalitiesFrom = null, Merges = [] };
        List<Service> services = [];
        List<ServicePlacement> placements = [];
        for (int index = 0; index < scenario.Services.Length; index++)
        {
            Service service = scenario.Services[index];
            Post[] now = [.. present.Posts.Where(post => post.Service == index)];
            int[] counts = [.. present.Services[index].TeamNames.Select((_, team) => now.Count(post => post.Team == team))];
            double fte = now.Sum(post => post.Fte);
            if (teams.Any(team => team.Service == index))
            {
                foreach ((int place, StaffTeam team) in teams.Index().Where(item => item.Item.Service == index))
                {
                    counts[team.Team] = posts[place];
                }

                fte = FteOf(service, counts.Sum());
            }

            services.Add(service with { Fte = new Fte(fte) });
            placements.Add((ServiceMap.PlacementOf(present.Structure, service) ?? new ServicePlacement { Service = service.Id }) with
            {
                Sharing = StaffingRule.Explicit,
                Posts = [.. present.Services[index].TeamNames.Select((name, team) => new TeamPosts { Team = name, Fte = new Fte(counts[team]) })],
            });
        }

        return scenario with
        {
            Services = [.. services],
            Structures = [structure with { Services = [.. placements] }],
            Budget = scenario.Budget with { FreedMoney = FreedMoney.Released },
            Plan = scenario.Plan with { BranchAfterYears = 0 },
        };
    }

    /// <summary>Returns what so many posts of a service's sizes come to.</summary>
    internal static double FteOf(Service service, int posts) => PostSizes.Of(service, (posts + 1) * service.PostSize.Value).Take(posts).Sum();
}
