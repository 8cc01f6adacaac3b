using System.Collections.Immutable;

namespace LocalitySim.Simulation;

/// <summary>
/// Optimal computing budget allocation (OCBA): gives most observations to the systems that are hard to tell from the best, and to the
/// best itself.
/// </summary>
/// <remarks>
/// Source: Chen, Lin, Yücesan and Chick, "Simulation budget allocation for further enhancing the efficiency of ordinal optimization",
/// Discrete Event Dynamic Systems 10(3), 2000, theorem 1: with b the best and δ(i) its lead over system i,
/// N(i)/N(j) = [(σ(i)/δ(i))/(σ(j)/δ(j))]² for i, j ≠ b, and N(b) = σ(b) √(Σ N(i)²/σ(i)²) over i ≠ b. The rule maximises, for large budgets,
/// a lower bound of the probability of a correct selection under independent sampling. It is a rule for spending a budget well and
/// promises nothing: <see cref="SelectionResult.Guarantee"/> is null.
/// </remarks>
public static class OptimalBudgetAllocation
{
    /// <summary>Gives the shares of a budget, which sum to 1.</summary>
    /// <remarks>
    /// Where the best mean is shared, the lowest-numbered of these counts as the best, and the limit of equal, vanishing leads is given: the
    /// others of them and it share the whole budget. Where no system that counts varies, all shares are equal.
    /// </remarks>
    /// <param name="means">The mean of each system, finite; two or more.</param>
    /// <param name="variances">The variance of each system's observations, finite, zero or more.</param>
    /// <param name="objective">Which mean is the best.</param>
    /// <exception cref="ArgumentException">There are not as many variances as means.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two systems, or a figure is out of range.</exception>
    public static ImmutableArray<double> Fractions(ReadOnlySpan<double> means, ReadOnlySpan<double> variances, Objective objective)
    {
        int best = Check(means, variances, objective);
        int systems = means.Length;
        double nearest = double.PositiveInfinity;
        for (int i = 0; i < systems; i++)
        {
            nearest = i == best ? nearest : Math.Min(nearest, Math.Abs(means[best] - means[i]));
        }

        // Leads in units of the shortest, so that nothing overflows; of a tie only the tied are left.
        double[] shares = new double[systems];
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < systems; i++)
        {
            if (i != best)
            {
                double lead = Math.Abs(means[best] - means[i]);
                double ratio = nearest > 0 ? nearest / lead : lead == 0 ? 1 : 0;
                shares[i] = variances[i] * ratio * ratio;
                squares += shares[i] * ratio * ratio;
                sum += shares[i];
            }
        }

        // N(i)²/σ(i)² = σ(i)²/δ(i)⁴, which is 0 where nothing varies.
        shares[best] = Math.Sqrt(variances[best] * squares);
        sum += shares[best];
        for (int i = 0; i < systems; i++)
        {
            shares[i] = sum > 0 ? shares[i] / sum : 1.0 / systems;
        }

        return [.. shares];
    }

    /// <summary>
    /// Gives a lower bound of the posterior probability that the system with the best mean is the best, with variances taken as known:
    /// 1 − Σ Φ(−δ(i)/√(σ(b)²/N(b) + σ(i)²/N(i))) over the others (the source's APCS); it may fall below 0.
    /// </summary>
    /// <param name="means">The mean of each system, finite; two or more.</param>
    /// <param name="variances">The variance of each system's observations, finite, zero or more.</param>
    /// <param name="observations">The number of observations of each system, one or more.</param>
    /// <param name="objective">Which mean is the best.</param>
    /// <exception cref="ArgumentException">The numbers of figures differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two systems, or a figure is out of range.</exception>
    public static double ApproximateProbability(
        ReadOnlySpan<double> means, ReadOnlySpan<double> variances, ReadOnlySpan<int> observations, Objective objective)
    {
        int best = Check(means, variances, objective);
        if (observations.Length != means.Length)
        {
            throw new ArgumentException(
                $"observations: found {observations.Length}; expected {means.Length}, one for each mean.", nameof(observations));
        }

        foreach (int count in observations)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(observations));
        }

        double sum = 1;
        for (int i = 0; i < means.Length; i++)
        {
            if (i != best)
            {
                double lead = Math.Abs(means[best] - means[i]);
                double error = Math.Sqrt((variances[best] / observations[best]) + (variances[i] / observations[i]));
                sum -= error > 0 ? NormalProbability.Cdf(-lead / error) : lead > 0 ? 0 : 0.5;
            }
        }

        return sum;
    }

    /// <summary>
    /// Spends a budget: a first stage of each system, then increments allocated by the means and variances so far. Systems with equal
    /// replication numbers may have common chances; the rule does not use them. Stages are increments.
    /// </summary>
    /// <param name="sampler">The systems, two or more.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="progress">Told after every increment, on the calling thread; the first stage is stage 0.</param>
    /// <param name="cancellationToken">Ends the selection between two requests to the sampler.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There is one system, or a figure of the request is out of range; a budget too small for the first stage is too.
    /// </exception>
    /// <exception cref="InvalidOperationException">The sampler gave a number that is not finite.</exception>
    /// <exception cref="OperationCanceledException">The selection was cancelled.</exception>
    public static SelectionResult Select(
        ISystemSampler sampler,
        BudgetRequest request,
        IProgress<SelectionProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sampler);
        ArgumentNullException.ThrowIfNull(request);
        int systems = sampler.SystemCount;
        request.Check(systems);
        cancellationToken.ThrowIfCancellationRequested();
        SystemObserver observer = new(sampler, request.Objective, cancellationToken);
        observer.Observe([.. Enumerable.Range(0, systems)], 0, request.FirstStage, _ => { });
        int increment = 0;
        progress?.Report(new SelectionProgress(increment, systems, observer.Observations));
        double[] means = new double[systems];
        double[] variances = new double[systems];
        int[] counts = new int[systems];
        while (observer.Observations < request.Budget)
        {
            for (int system = 0; system < systems; system++)
            {
                (means[system], variances[system]) = observer.Moments(system);
                counts[system] = observer.Count(system);
            }

            int next = (int)Math.Min(request.Increment, request.Budget - observer.Observations);
            observer.ObserveMore(Apportion(Fractions(means, variances, request.Objective).AsSpan(), counts, next));
            increment++;
            progress?.Report(new SelectionProgress(increment, systems, observer.Observations));
        }

        int best = 0;
        for (int system = 1; system < systems; system++)
        {
            best = observer.Mean(system) > observer.Mean(best) ? system : best;
        }

        return new SelectionResult
        {
            Best = best,
            Systems = observer.Evidence(new int?[systems], request.Level),
            Observations = observer.Observations,
            Stages = increment,
            Guarantee = null,
        };
    }

    /// <summary>
    /// Divides an increment: each system lacks its share of the new total less what it has, if that is above zero, and gets in proportion
    /// to what it lacks; whole observations by the largest remainder, the lowest number first at ties.
    /// </summary>
    internal static int[] Apportion(ReadOnlySpan<double> fractions, ReadOnlySpan<int> counts, int increment)
    {
        double total = increment;
        foreach (int count in counts)
        {
            total += count;
        }

        double[] exact = new double[counts.Length];
        double sum = 0;
        for (int i = 0; i < exact.Length; i++)
        {
            exact[i] = Math.Max(0, (fractions[i] * total) - counts[i]);
            sum += exact[i];
        }

        int[] more = new int[exact.Length];
        int left = increment;
        for (int i = 0; i < exact.Length; i++)
        {
            exact[i] *= increment / sum;
            more[i] = Math.Min(left, (int)Math.Floor(exact[i]));
            left -= more[i];
        }

        foreach (int system in Enumerable.Range(0, exact.Length).OrderByDescending(i => exact[i] - more[i]).Take(left))
        {
            more[system]++;
        }

        return more;
    }

    private static int Check(ReadOnlySpan<double> means, ReadOnlySpan<double> variances, Objective objective)
    {
        SelectionGuard.Systems(means.Length, nameof(means));
        int direction = SelectionGuard.Direction(objective);
        if (variances.Length != means.Length)
        {
            throw new ArgumentException($"variances: found {variances.Length}; expected {means.Length}, one for each mean.", nameof(variances));
        }

        int best = 0;
        for (int i = 0; i < means.Length; i++)
        {
            NumberGuard.Finite(means[i], nameof(means), i);
            NumberGuard.NonNegative(variances[i], $"variances[{i}]");
            best = direction * means[i] > direction * means[best] ? i : best;
        }

        return best;
    }
}
