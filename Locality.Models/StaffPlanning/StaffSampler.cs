using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Simulates futures of a structure with any numbers of posts. All combinations meet the same futures; it may be called from several threads at once.</summary>
internal sealed class StaffSampler(Arrangement present, ImmutableArray<StaffTeam> teams, StaffTarget target, RunPlan plan)
{
    private readonly ConcurrentDictionary<string, Lazy<StaffBasis>> bases = new(StringComparer.Ordinal);
    private readonly double[] least = [target.Time];

    /// <summary>Gets the times at which the futures of <see cref="Future"/> keep shares.</summary>
    internal double[] Grid { get; } = StaffWaits.Grid(target);

    internal ImmutableArray<StaffTeam> Teams => teams;

    /// <summary>Returns by how much each team meets the target in a future.</summary>
    internal IReadOnlyList<CapacityObservation> Observe(ImmutableArray<int> posts, int replication, CancellationToken cancellation)
    {
        StaffFuture future = StaffFuture.Of(At(posts), target.IsInWorkingDays, least, replication, cancellation);
        return [.. teams.Select((_, team) => new CapacityObservation(StaffWaits.Margin(target, least, future.Waits[team]), future.FirstReferrals[team], 1))];
    }

    /// <summary>Returns all that is looked at in a future.</summary>
    internal StaffFuture Future(StaffBasis basis, int replication, CancellationToken cancellation) =>
        StaffFuture.Of(basis, target.IsInWorkingDays, Grid, replication, cancellation);

    /// <summary>Returns what a combination's futures come to in a team; in all together for null.</summary>
    internal StaffWaits WaitsOf(IReadOnlyList<StaffFuture> futures, int? team, double confidence) =>
        StaffWaits.Of(target, Grid, [.. futures.Select(future => (future.Waits[team ?? teams.Length], team is { } one ? future.FirstReferrals[one] : Whole(future)))], confidence);

    internal StaffBasis At(ImmutableArray<int> posts) => bases.GetOrAdd(
        string.Join(' ', posts.Select(number => number.ToString(CultureInfo.InvariantCulture))),
        _ => new Lazy<StaffBasis>(() => new StaffBasis(StaffedScenario.Of(present, teams, posts), plan, teams))).Value;

    /// <summary>Returns the first referrals of all teams over their mean.</summary>
    private double Whole(StaffFuture future)
    {
        ImmutableArray<double> expected = bases.Values.First().Value.FirstReferrals;
        double all = expected.Sum();
        return all > 0 ? future.FirstReferrals.Zip(expected, (ratio, mean) => ratio * mean).Sum() / all : 1;
    }
}
