namespace LocalitySim.Simulation;

/// <summary>
/// Gives those who arrive in batches of random size, at the times of a Poisson process: a compound Poisson process. With integral Λ of
/// the rate and batch size N, the number of members has mean ΛE[N] and variance ΛE[N²].
/// Source: Ross, "Introduction to Probability Models" (11th ed. 2014), section 5.4.2.
/// </summary>
/// <param name="rate">The rate of batches.</param>
/// <param name="size">The size of a batch. A batch of none has a number and no member.</param>
public sealed class BatchArrivals(ArrivalRate rate, DiscreteDistribution size)
{
    private readonly PoissonArrivals batches = new(rate);
    private BatchMember last = new(0, -1, 0, 1);

    /// <summary>Returns the next member: the next one of the batch, or the first one of the next batch that has any.</summary>
    /// <param name="gaps">The stream of the times of batches: one exponential number a batch.</param>
    /// <param name="sizes">The stream of the sizes of batches.</param>
    /// <returns>The member, not before the previous one; null when the rate has ended.</returns>
    public BatchMember? Next(ref RandomStream gaps, ref RandomStream sizes)
    {
        last = last with { Index = last.Index + 1 };
        while (last.Index >= last.Size)
        {
            if (batches.Next(gaps.NextExponential()) is not { } time)
            {
                last = last with { Index = last.Size };
                return null;
            }

            last = new BatchMember(time, last.Batch + 1, 0, size.Sample(ref sizes));
        }

        return last;
    }
}
