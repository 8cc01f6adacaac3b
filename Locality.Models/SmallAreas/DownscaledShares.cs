using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>The areas' shares of a total, with what the elasticity leaves open. Show it with <see cref="Downscaling.Caveat"/>. Immutable and thread-safe.</summary>
public sealed class DownscaledShares
{
    private readonly double[] sizes;
    private readonly double[] logs;

    internal DownscaledShares(IReadOnlyList<string> areas, double[] sizes, double[] logs, Elasticity elasticity, IReadOnlyList<Interval> shares)
    {
        (Areas, this.sizes, this.logs, Elasticity, Shares) = (areas, sizes, logs, elasticity, shares);
    }

    /// <summary>Gets the areas' names.</summary>
    public IReadOnlyList<string> Areas { get; }

    /// <summary>Gets the elasticity.</summary>
    public Elasticity Elasticity { get; }

    /// <summary>
    /// Gets each area's share, from 0 to 1, at the elasticity's value, with bounds that cover the elasticity and nothing else. The shares sum to 1, added up in
    /// the order of the areas, but for a last bit; the bounds do not.
    /// </summary>
    public IReadOnlyList<Interval> Shares { get; }

    /// <summary>Gets what a smaller index was taken as.</summary>
    public double Floor { get; internal init; }

    /// <summary>Gets the areas whose index was taken as the floor.</summary>
    public IReadOnlyList<string> Floored { get; internal init; } = [];

    /// <summary>Gets a value indicating whether the split has been checked against counts below the level of the total. It never has: see <see cref="Downscaling.Caveat"/>.</summary>
    public bool IsValidatedBelowTotal { get; }

    /// <summary>Gets d ln share / d ln index = γ (1 − share) of each area, at the elasticity's value.</summary>
    public IReadOnlyList<double> OwnElasticities => [.. Shares.Select(share => Elasticity.Value * (1 - share.Mean))];

    /// <summary>Returns the shares for another γ; they sum to 1 as the shares do.</summary>
    /// <param name="gamma">γ, finite.</param>
    internal double[] At(double gamma) => Downscaling.Shares(sizes, logs, gamma);

    /// <summary>Draws the shares: each draw has a γ of its own, the same for all areas, and sums to 1 as the shares do.</summary>
    /// <param name="streams">The random streams.</param>
    /// <param name="purpose">What the draws are for.</param>
    /// <param name="count">How many draws: one or more.</param>
    /// <returns>For each draw a share for each area, in the order of the areas.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is under one.</exception>
    public IReadOnlyList<IReadOnlyList<double>> Draw(RandomStreams streams, Purpose purpose, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return [.. Enumerable.Range(0, count).Select(draw => Downscaling.Shares(sizes, logs, Elasticity.Draw(streams, purpose, (uint)draw)))];
    }
}
