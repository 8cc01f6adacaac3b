using System.Collections.Immutable;

namespace LocalitySim.Simulation;

/// <summary>A direction among the parameters in which the observations do not pin them down: moving along it, across the whole ranges, changes the outputs by less than their doubt.</summary>
public sealed record LooseCombination
{
    /// <summary>By how many half ranges each parameter moves along it, in the order of parameters; the squares add up to 1.</summary>
    public required ImmutableArray<double> Weights { get; init; }

    /// <summary>The standard error along it, in half ranges; <c>null</c> where nothing at all is known.</summary>
    public required double? StandardError { get; init; }

    /// <summary>The parameters that take part, by index, the heaviest first: those with a third of the largest weight or more.</summary>
    public ImmutableArray<int> Parameters
    {
        get
        {
            double least = Weights.Max(Math.Abs) / 3;
            return [.. Enumerable.Range(0, Weights.Length).Where(index => Math.Abs(Weights[index]) >= least).OrderByDescending(index => Math.Abs(Weights[index])).ThenBy(index => index)];
        }
    }
}
