namespace LocalitySim.Simulation;

/// <summary>
/// Selects the best of very many systems by a knockout tournament: in each round systems meet in pairs, winners go on, and half the
/// systems are gone. The effort grows in proportion to the number of systems, where comparing all pairs would grow faster.
/// </summary>
/// <remarks>
/// <para>
/// Source: Zhong and Hong, "Knockout-tournament procedures for large-scale ranking and selection in parallel computing environments",
/// Operations Research 70(1), 2022. A match is the procedure of Kim and Nelson (2001) for two systems, on paired differences: see
/// <see cref="KimNelson"/>. A match of round r may go to the worse system, where δ lies between them, with a probability of at most
/// α/2^r; these add up to less than α over the rounds that the best system has to win. So the chance of error may be spent evenly over
/// very many systems: the earliest rounds, which have nearly all the matches, get the most of it.
/// </para>
/// <para>
/// Each round has replications of its own, numbered on from those of the round before, and forgets the earlier ones: what brought a
/// system to a match does not bear on the match. All matches of a round share these numbers, so that the two of a pair meet the same
/// chances. With seeds, the best and the worst by the means of a few replications of their own meet first, and the best of an odd number
/// goes on without a match; without seeds neighbours meet, and the last goes on. Either way the promise is the same; seeds make most
/// matches of the first rounds short where means differ.
/// </para>
/// <para>
/// The promise is of the best system if it is better than every other by δ. Where others are nearer, one of these may win, and one within
/// δ of that one may beat it in turn: <see cref="KimNelson"/> has the same condition, but not the chain. All live matches are observed
/// together, one replication of each in a request, which is what a parallel sampler needs. Memory is about 200 bytes a system.
/// </para>
/// </remarks>
public static class KnockoutTournament
{
    /// <summary>Runs the tournament. Stages are rounds.</summary>
    /// <param name="sampler">The systems, two or more.</param>
    /// <param name="request">What is asked; the first stage is that of every match.</param>
    /// <param name="seedReplications">The number of replications for the seeds; 0 for none.</param>
    /// <param name="progress">Told after every round, on the calling thread.</param>
    /// <param name="cancellationToken">Ends the selection between two requests to the sampler.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is one system, or a figure is out of range.</exception>
    /// <exception cref="InvalidOperationException">The sampler gave a number that is not finite.</exception>
    /// <exception cref="OperationCanceledException">The selection was cancelled.</exception>
    public static SelectionResult Select(
        ISystemSampler sampler,
        SelectionRequest request,
        int seedReplications = 0,
        IProgress<SelectionProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sampler);
        ArgumentNullException.ThrowIfNull(request);
        request.Check(sampler.SystemCount);
        ArgumentOutOfRangeException.ThrowIfNegative(seedReplications);
        cancellationToken.ThrowIfCancellationRequested();
        SystemObserver observer = new(sampler, request.Objective, cancellationToken);
        int?[] eliminatedAt = new int?[sampler.SystemCount];
        int[] inPlay = Seed(observer, sampler.SystemCount, seedReplications);
        int replication = seedReplications;
        int round = 0;
        double error = 1 - request.Confidence;
        while (inPlay.Length > 1)
        {
            round++;
            error /= 2;
            TournamentRound matches = new(inPlay, seedReplications > 0, request, error);
            replication += matches.Play(observer, replication);
            foreach (int loser in matches.Losers)
            {
                eliminatedAt[loser] = round;
            }

            inPlay = [.. inPlay.Where(system => eliminatedAt[system] is null)];
            progress?.Report(new SelectionProgress(round, inPlay.Length, observer.Observations));
        }

        return new SelectionResult
        {
            Best = inPlay[0],
            Systems = observer.Evidence(eliminatedAt, request.Confidence),
            Observations = observer.Observations,
            Stages = round,
            Guarantee = new SelectionGuarantee(
                request.Confidence, request.IndifferenceZone, request.Objective, sampler.SystemCount, IsAsymptotic: false),
        };
    }

    /// <summary>The systems, the best by their seeds first; in their own order if there are none, and where seeds are equal.</summary>
    private static int[] Seed(SystemObserver observer, int systems, int replications)
    {
        int[] order = [.. Enumerable.Range(0, systems)];
        if (replications == 0)
        {
            return order;
        }

        observer.Observe(order, 0, replications, _ => { });
        return [.. order.OrderByDescending(observer.Mean)];
    }
}
