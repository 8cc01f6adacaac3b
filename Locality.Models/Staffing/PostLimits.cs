using System.Globalization;

namespace LocalitySim.Models;

/// <summary>Finds services with more posts than any authority has: a slip in a size or a price, which would take all memory.</summary>
internal static class PostLimits
{
    /// <summary>The most posts of one service in one structure.</summary>
    internal const int MostPosts = 2_000;

    /// <summary>Returns where there are too many, and what is found there.</summary>
    internal static IEnumerable<(string Path, string Found)> Breaks(Scenario scenario)
    {
        List<(string Path, string Found)> services = [];
        for (int index = 0; index < scenario.Services.Length; index++)
        {
            Service service = scenario.Services[index];
            Note(services, $"services[{index.ToString(CultureInfo.InvariantCulture)}].fte", service.Fte.Value / PostSizes.Mean(service), "posts");
        }

        if (services.Count > 0)
        {
            return services;
        }

        // Money is turned into posts only where posts can be counted.
        List<(string Path, string Found)> structures = [];
        Service bought = scenario.Services[scenario.IndexOfService(scenario.Budget.Service)];
        for (int index = 0; index < scenario.Structures.Length; index++)
        {
            Structure structure = scenario.Structures[index];
            string path = $"structures[{index.ToString(CultureInfo.InvariantCulture)}]";
            foreach (ExtraPosts extra in structure.ExtraPosts)
            {
                Note(structures, path, extra.Fte.Value / PostSizes.Mean(scenario.Services[scenario.IndexOfService(extra.Service)]), "extra posts");
            }

            double fte = Budget.BoughtFte(scenario, structure, scenario.Budget.FreedMoney);
            Note(structures, path, fte / PostSizes.Mean(bought), $"freed money that buys posts of '{bought.Id}', so many:");
        }

        return structures;
    }

    private static void Note(List<(string Path, string Found)> breaks, string path, double posts, string what)
    {
        if (!(posts <= MostPosts))
        {
            breaks.Add((path, string.Create(CultureInfo.InvariantCulture, $"{what} {posts:#,0}")));
        }
    }
}
