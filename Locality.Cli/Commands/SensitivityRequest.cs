using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Is by which method and over how many points a difference is looked into, and what is wrong with that.</summary>
internal sealed record SensitivityRequest
{
    internal const string Tornado = "tornado";
    internal const string Morris = "morris";
    internal const string Sobol = "sobol";

    private const int DefaultTrajectories = 10;
    private const int DefaultPoints = 256;
    private const int MostTrajectories = 10_000;
    private const int MostPoints = 65_536;
    private const long MostFutures = 100_000_000;

    internal required string Method { get; init; }

    internal required string? Parameters { get; init; }

    internal required int? Trajectories { get; init; }

    internal required int? Points { get; init; }

    internal static ImmutableArray<string> Methods { get; } = [Tornado, Morris, Sobol];

    /// <summary>Gets how many trajectories there are, given or not.</summary>
    internal int TrajectoriesWanted => Trajectories ?? DefaultTrajectories;

    /// <summary>Gets how many points there are, given or not.</summary>
    internal int PointsWanted => Points ?? DefaultPoints;

    /// <summary>Gets how many futures there are at every value, where the options do not say. Methods that go through many points need few at each.</summary>
    internal int DefaultFutures => Method switch
    {
        Morris => 4,
        Sobol => 2,
        _ => 20,
    };

    /// <summary>Returns how many differences are simulated over all values.</summary>
    internal int Evaluations(int parameters, int futures) => checked((int)Total(parameters, futures));

    /// <summary>Finds what is wrong with the method and its budget.</summary>
    internal IEnumerable<string> Refuse(int parameters, DifferenceQuestion? question)
    {
        if (!Methods.Contains(Method, StringComparer.Ordinal))
        {
            yield return $"--method: found '{Method}'; expected one of {string.Join(", ", Methods)}";
            yield break;
        }

        if (Trajectories is { } paths && !string.Equals(Method, Morris, StringComparison.Ordinal))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"--trajectories: found {paths} with --method {Method}; expected it with --method {Morris} alone");
        }
        else if (TrajectoriesWanted is < 2 or > MostTrajectories)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"--trajectories: found {Trajectories}; expected from 2 to {MostTrajectories}: one says nothing of what figures do together");
        }

        if (Points is { } points && !string.Equals(Method, Sobol, StringComparison.Ordinal))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"--points: found {points} with --method {Method}; expected it with --method {Sobol} alone");
        }
        else if (PointsWanted < SensitivityExperiment.LeastPoints || PointsWanted > MostPoints || !BitOperations.IsPow2(PointsWanted))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"--points: found {Points}; expected a power of two from {SensitivityExperiment.LeastPoints} to {MostPoints}, such as 256");
        }
        else if (question is not null && Total(parameters, question.Futures) > MostFutures)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"--replications: found {question.Futures}, which makes {Total(parameters, question.Futures)} futures over all values; expected at most {MostFutures}");
        }
    }

    /// <summary>Returns the figures to vary, in the order of the scenario's; those that do not exist and those named twice are refused.</summary>
    internal ImmutableArray<ScenarioParameter> ParametersOf(Scenario scenario, List<string> refusals)
    {
        ImmutableArray<ScenarioParameter> all = ScenarioParameter.Of(scenario);
        if (Parameters is null)
        {
            return all;
        }

        string[] chosen = Parameters.Split(',', StringSplitOptions.TrimEntries);
        refusals.AddRange(chosen.Distinct(StringComparer.Ordinal)
            .Where(name => !all.Any(item => string.Equals(item.Name, name, StringComparison.Ordinal)))
            .Select(name => $"--parameters: found '{name}'; expected one of {string.Join(", ", all.Select(item => item.Name))}"));
        refusals.AddRange(chosen.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1)
            .Select(group => $"--parameters: found '{group.Key}' twice; expected each figure once"));
        return [.. all.Where(item => chosen.Contains(item.Name, StringComparer.Ordinal))];
    }

    private long Total(int parameters, int futures) => futures * Method switch
    {
        Morris => TrajectoriesWanted * (parameters + 1L),
        Sobol => PointsWanted * (parameters + 2L),
        _ => (2L * parameters) + 1,
    };
}
