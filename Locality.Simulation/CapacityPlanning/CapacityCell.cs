using System.Collections.Immutable;

namespace LocalitySim.Simulation;

/// <summary>Is one part of a system that has a capacity of its own, in whole steps, and a target of its own.</summary>
public sealed record CapacityCell
{
    /// <summary>Gets the name, for people; unique among the cells.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the capacities to try first, in order, before the search goes its own way: one or more, from <see cref="Least"/> to <see cref="Most"/>.</summary>
    public required ImmutableArray<int> Starts { get; init; }

    /// <summary>Gets the least capacity there may be: zero or more.</summary>
    public int Least { get; init; } = 1;

    /// <summary>Gets the greatest capacity there may be, no less than the least.</summary>
    public int Most { get; init; } = 10_000;

    /// <summary>Gets the margin by which the target is met at a capacity, where theory gives it exactly; absent means that it is simulated. A cell with it needs no replication.</summary>
    public Func<int, double>? Exact { get; init; }

    /// <summary>Says what is wrong with it; <c>null</c> if nothing is.</summary>
    internal string? Refusal()
    {
        if (Least < 0 || Most < Least)
        {
            return $"Cell '{Name}': found capacities from {Least} to {Most}; expected a least of zero or more, and a most no less.";
        }

        return Starts.IsDefaultOrEmpty || Starts.Any(start => start < Least || start > Most)
            ? $"Cell '{Name}': expected one or more capacities to start from, each from {Least} to {Most}."
            : null;
    }
}
