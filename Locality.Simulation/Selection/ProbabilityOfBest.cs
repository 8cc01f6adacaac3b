using System.Collections.Immutable;

namespace LocalitySim.Simulation;

/// <summary>How often each system would have the best mean if the replications had fallen out a little differently.</summary>
/// <remarks>
/// <para>
/// Source of the method: Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7(1), 1979. Replications are drawn
/// with replacement, as many as there are, and the share of such resamples in which a system has the best mean is given; equals
/// share a resample. Under common random numbers replications are drawn whole, so that what systems have in common stays in common.
/// </para>
/// <para>
/// It tells how firmly these replications point to a system: 0.5 and 0.5 says that two cannot be told apart, near 1 that more
/// replications would hardly change the answer. It is not the probability that the system is the best in truth, which would need a prior,
/// and it promises no rate of error; take <see cref="KimNelson"/> or <see cref="MultipleComparisonsWithBest"/> for that. With few
/// replications it is too sure of itself, for a resample varies less than a new sample by a factor of √((n − 1)/n), and knows no
/// outcome that did not occur.
/// </para>
/// </remarks>
public static class ProbabilityOfBest
{
    /// <summary>Gives the share of each system; they sum to 1, within rounding.</summary>
    /// <param name="values">The outcomes by system and replication, finite; two systems or more, with as many replications each, two or more.</param>
    /// <param name="objective">Which mean is the best.</param>
    /// <param name="commonRandomNumbers">Whether replications of the same number belong together and are drawn whole.</param>
    /// <param name="streams">Where the draws come from.</param>
    /// <param name="purpose">What the draws are for; the resample is the entity, and without common random numbers the system is the group.</param>
    /// <param name="resamples">The number of resamples, one or more. The standard error of a share p is √(p(1 − p)/resamples).</param>
    /// <exception cref="ArgumentException">There are too few outcomes, or not as many of each system.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An outcome is not finite, or there is no resample.</exception>
    public static ImmutableArray<double> Of(
        IReadOnlyList<IReadOnlyList<double>> values,
        Objective objective,
        bool commonRandomNumbers,
        RandomStreams streams,
        Purpose purpose,
        int resamples = 2000)
    {
        ArgumentNullException.ThrowIfNull(streams);
        OutcomeTable table = new(values, objective);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        double[] shares = new double[table.Systems];
        double[] sums = new double[table.Systems];
        for (int resample = 0; resample < resamples; resample++)
        {
            Array.Clear(sums);
            if (commonRandomNumbers)
            {
                AddPaired(table, streams.Stream(purpose, entity: (uint)resample), sums);
            }
            else
            {
                AddApart(table, streams, purpose, (uint)resample, sums);
            }

            double best = sums.Max();
            int equals = sums.Count(sum => sum == best);
            for (int system = 0; system < sums.Length; system++)
            {
                shares[system] += sums[system] == best ? 1.0 / equals : 0;
            }
        }

        return [.. shares.Select(share => share / resamples)];
    }

    private static void AddPaired(OutcomeTable table, RandomStream draws, double[] sums)
    {
        for (int i = 0; i < table.Replications; i++)
        {
            int replication = draws.NextIndex(table.Replications);
            for (int system = 0; system < sums.Length; system++)
            {
                sums[system] += table.Direction * table[system, replication];
            }
        }
    }

    private static void AddApart(OutcomeTable table, RandomStreams streams, Purpose purpose, uint resample, double[] sums)
    {
        for (int system = 0; system < sums.Length; system++)
        {
            RandomStream draws = streams.Stream(purpose, group: (uint)system, entity: resample);
            for (int i = 0; i < table.Replications; i++)
            {
                sums[system] += table.Direction * table[system, draws.NextIndex(table.Replications)];
            }
        }
    }
}
