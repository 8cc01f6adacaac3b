using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;

namespace LocalitySim.Models;

/// <summary>Says what a result was made from, so that it can be made again.</summary>
public sealed record RunManifest
{
    /// <summary>Gets the program's name.</summary>
    public string Program { get; } = "LocalitySim";

    /// <summary>Gets the program's version.</summary>
    public required string Version { get; init; }

    /// <summary>Gets the scenario's name.</summary>
    public required string Scenario { get; init; }

    /// <summary>Gets the input files with their SHA-256 hashes.</summary>
    public required ImmutableArray<InputFile> Inputs { get; init; }

    /// <summary>Gets the ids of the structures, the baseline first.</summary>
    public required ImmutableArray<string> Structures { get; init; }

    /// <summary>Gets the seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Gets the number of futures simulated.</summary>
    public required int Replications { get; init; }

    /// <summary>Gets the years simulated, warm-up included.</summary>
    public required double Years { get; init; }

    /// <summary>Gets the years at the start that no measure counts.</summary>
    public required double WarmUpYears { get; init; }

    /// <summary>Gets what the intervals cover, in words.</summary>
    public string Intervals
    {
        get => field ?? (Uncertain.IsEmpty
            ? "95 % intervals over simulated futures: chance and the drift of demand. They do not cover doubt about the figures in the scenario."
            : "95 % intervals over simulated futures: chance, the drift of demand, and doubt about the uncertain figures. They do not cover doubt about the others.");
        init;
    }

    /// <summary>Gets the figures of which each future draws its own value.</summary>
    public ImmutableArray<UncertainFigure> Uncertain { get; init; } = [];

    /// <summary>Describes a comparison.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="folder">The scenario's folder.</param>
    /// <returns>The manifest.</returns>
    public static RunManifest Of(StructureComparison comparison, string folder)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return Of(comparison.Scenario, comparison.Plan, [.. comparison.Structures.Select(result => result.Structure.Id)], folder);
    }

    /// <summary>Describes a ranking.</summary>
    /// <param name="ranking">The ranking.</param>
    /// <param name="folder">The scenario's folder.</param>
    /// <returns>The manifest; its number of futures is that which every structure met.</returns>
    public static RunManifest Of(StructureRanking ranking, string folder)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        RunPlan plan = ranking.Plan with { Replications = ranking.CommonFutures };
        return Of(ranking.Scenario, plan, [.. ranking.Candidates.Select(item => item.Result.Structure.Id)], folder);
    }

    /// <summary>Describes a run.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="plan">How long and how often was simulated.</param>
    /// <param name="structures">The ids of the structures, the baseline first.</param>
    /// <param name="folder">The scenario's folder.</param>
    /// <returns>The manifest.</returns>
    public static RunManifest Of(Scenario scenario, RunPlan plan, ImmutableArray<string> structures, string folder) => new()
    {
        Version = typeof(RunManifest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "",
        Scenario = scenario.Name,
        Inputs =
        [
            .. ScenarioFolder.FileNames
                .Concat(ScenarioFolder.OptionalFileNames.Where(name => File.Exists(Path.Combine(folder, name))))
                .Select(name => new InputFile(name, Hash(Path.Combine(folder, name)))),
        ],
        Structures = structures,
        Seed = plan.Seed,
        Replications = plan.Replications,
        Years = plan.Years,
        WarmUpYears = plan.WarmUpYears,
        Uncertain = scenario.Uncertain,
    };

    internal static string Hash(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
