using System.Collections.Immutable;
using System.Numerics;

namespace LocalitySim.Simulation;

/// <summary>
/// Variance-based sensitivity: how much of the response's variance over all the ranges, each parameter uniform and independent of the
/// others, is due to each parameter.
/// </summary>
/// <remarks>
/// <para>
/// The rows come in two matrices A and B, from one Sobol sequence with a digital shift; with the i-th column of B, A becomes
/// A_B⁽ⁱ⁾. With responses less their common mean, and N rows, the first order is ΣB(A_B⁽ⁱ⁾ − A)/(N V) and the total Σ(A − A_B⁽ⁱ⁾)²/(2 N V),
/// where V is the variance of all the responses in A and B.
/// </para>
/// <para>
/// A replication is one more input, independent of the parameters: a row of A and those made from it share their replications, a row
/// of B has others. So the chances of the model count in V, but bias no index. The more replications are averaged, the less they count.
/// </para>
/// <para>
/// The intervals are bootstrap percentile intervals over rows. They take the rows for independent, which those of a Sobol sequence are
/// not: for a smooth response they are wider than they need be.
/// </para>
/// <para>
/// Sources: Saltelli, "Making best use of model evaluations to compute sensitivity indices", Computer Physics Communications 145(2),
/// 2002; Saltelli et al., "Variance based sensitivity analysis of model output: design and estimator for the total sensitivity
/// index", ibid. 181(2), 2010, table 2 (b) and (f), of which (f) is by Jansen, "Analysis of variance designs for model output",
/// ibid. 117(1–2), 1999; Archer, Saltelli and Sobol', "Sensitivity measures, ANOVA-like techniques and the use of bootstrap", J.
/// Statistical Computation and Simulation 58(2), 1997.
/// </para>
/// </remarks>
public sealed record SobolIndices
{
    private SobolIndices()
    {
    }

    /// <summary>The indices of each parameter, in the order given.</summary>
    public required ImmutableArray<SobolIndex> Indices { get; init; }

    /// <summary>The mean of all responses in A and B.</summary>
    public required double Mean { get; init; }

    /// <summary>The variance of all responses in A and B, with divisor 2N.</summary>
    public required double Variance { get; init; }

    /// <summary>
    /// The part of the variance that is the replications' chance, left in the average of them at a point; an estimate without bias, 0 or
    /// more. <c>null</c> for one replication, which cannot tell it.
    /// </summary>
    public required double? ChanceVariance { get; init; }

    /// <summary>How many rows were used: those asked for, or the largest finished power of two if the run was cancelled.</summary>
    public required int Rows { get; init; }

    /// <summary>How many times the response was asked for, in the rows used.</summary>
    public required int Evaluations { get; init; }

    /// <summary>Estimates the indices, with rows × (parameters + 2) × replications evaluations.</summary>
    /// <param name="parameters">The parameters, 1 to 40, each name once. Their bases play no part.</param>
    /// <param name="response">The response.</param>
    /// <param name="rows">The number of rows N, a power of two, 2 or more; 1,024 and more give useful intervals.</param>
    /// <param name="seed">The seed of the digital shift and of the bootstrap; any value.</param>
    /// <param name="replications">How many replications are averaged at each point, 1 or more.</param>
    /// <param name="resamples">How many bootstrap resamples, 100 or more.</param>
    /// <param name="level">The confidence level, between 0 and 1, exclusive.</param>
    /// <param name="threads">On how many threads, 1 or more. The result does not depend on it.</param>
    /// <param name="cancellationToken">
    /// Ends the run early: the result is that of the largest power of two of rows finished by then, as if these had been asked for.
    /// </param>
    /// <exception cref="ArgumentException">
    /// There is no parameter, a name comes twice, a number is out of range, or the response gave NaN or an infinite number.
    /// </exception>
    /// <exception cref="OperationCanceledException">The run was cancelled before two rows were finished.</exception>
    /// <exception cref="ReplicationException">The response threw.</exception>
    public static SobolIndices Of(
        IReadOnlyList<ParameterRange> parameters,
        Response response,
        int rows,
        ulong seed,
        int replications = 1,
        int resamples = 1000,
        double level = 0.95,
        int threads = 1,
        CancellationToken cancellationToken = default)
    {
        ResponseSampler.Check(parameters, replications, threads);
        NumberGuard.OpenShare(level);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 100);
        if (rows < 2 || !BitOperations.IsPow2(rows))
        {
            throw new ArgumentOutOfRangeException(
                nameof(rows), rows, FormattableString.Invariant($"rows: found {rows}; expected a power of two, 2 or more, for the points of the sequence to balance."));
        }

        if (2 * parameters.Count > SobolSequence.MostDimensions)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"parameters: found {parameters.Count}; expected at most {SobolSequence.MostDimensions / 2}. Screen them first."),
                nameof(parameters));
        }

        int points = parameters.Count + 2;
        UnitDesign design = SobolSequence.Points(rows, 2 * parameters.Count, shiftSeed: seed);
        double?[] sampled = ResponseSampler.Evaluate(
            response,
            parameters,
            checked(rows * points * replications),
            task => At(parameters, design, task / replications, task % replications, replications),
            threads,
            cancellationToken);
        int finished = ResponseSampler.Complete(sampled, points * replications);
        if (finished < 2)
        {
            throw new OperationCanceledException(cancellationToken);
        }

        int used = (int)BitOperations.RoundUpToPowerOf2((uint)finished);
        used = used > finished ? used / 2 : used;
        double[] values = [.. sampled.Take(used * points * replications).Select(value => value!.Value)];
        return Summarise(parameters, Averages(values, replications), ChanceIn(values, points, replications), used, values.Length, seed, resamples, level);
    }

    /// <summary>The point and the replication of an evaluation. The points of a row are A, B and then A_B⁽ⁱ⁾ for each parameter.</summary>
    private static (double[] Point, int Replication) At(
        IReadOnlyList<ParameterRange> parameters, UnitDesign design, int place, int replication, int replications)
    {
        int count = parameters.Count;
        int row = place / (count + 2);
        int kind = place % (count + 2);
        ReadOnlySpan<double> coordinates = design.Row(row);
        double[] point = new double[count];
        for (int j = 0; j < count; j++)
        {
            bool fromB = kind == 1 || kind == j + 2;
            point[j] = parameters[j].At(coordinates[fromB ? count + j : j]);
        }

        return (point, checked((((2 * row) + (kind == 1 ? 1 : 0)) * replications) + replication));
    }

    private static double[] Averages(double[] values, int replications)
    {
        double[] averages = new double[values.Length / replications];
        for (int i = 0; i < averages.Length; i++)
        {
            double sum = 0;
            for (int r = 0; r < replications; r++)
            {
                sum += values[(i * replications) + r];
            }

            averages[i] = sum / replications;
        }

        return averages;
    }

    /// <summary>The mean over the points of A and B of the variance of an average.</summary>
    private static double? ChanceIn(double[] values, int points, int replications)
    {
        Tally variances = new();
        for (int place = 0; place < values.Length / replications; place++)
        {
            Tally point = new();
            for (int r = 0; r < replications && place % points < 2; r++)
            {
                point.Add(values[(place * replications) + r]);
            }

            if (point.Variance is { } variance)
            {
                variances.Add(variance / replications);
            }
        }

        return variances.Mean;
    }

    private static SobolIndices Summarise(
        IReadOnlyList<ParameterRange> parameters, double[] values, double? chance, int rows, int evaluations, ulong seed, int resamples, double level)
    {
        int count = parameters.Count;
        double mean = Centre(values, rows, count + 2);
        SaltelliSums sums = new(values, rows, count);
        double[] estimate = sums.Estimate(row => row);
        double[][] resampled = new double[estimate.Length][];
        for (int k = 0; k < resampled.Length; k++)
        {
            resampled[k] = new double[resamples];
        }

        int[] drawn = new int[rows];
        bool varies = estimate[^1] > 0;
        for (int b = 0; b < resamples && varies; b++)
        {
            RandomStream random = new RandomStreams(seed, 0).Stream(AnalysisPurposes.BootstrapOfRows, entity: (uint)b);
            for (int i = 0; i < rows; i++)
            {
                drawn[i] = random.NextIndex(rows);
            }

            double[] one = sums.Estimate(row => drawn[row]);
            for (int k = 0; k < one.Length; k++)
            {
                // A resample of rows that are all the same, which only a few rows can give, says nothing: it counts as the estimate.
                resampled[k][b] = one[^1] > 0 ? one[k] : estimate[k];
            }
        }

        ImmutableArray<SobolIndex>.Builder indices = ImmutableArray.CreateBuilder<SobolIndex>(count);
        for (int j = 0; j < count; j++)
        {
            indices.Add(new SobolIndex
            {
                Parameter = parameters[j],
                FirstOrder = varies ? PercentileInterval.Of(estimate[j], resampled[j], level) : null,
                Total = varies ? PercentileInterval.Of(estimate[count + j], resampled[count + j], level) : null,
            });
        }

        return new SobolIndices
        {
            Indices = indices.MoveToImmutable(),
            Mean = mean,
            Variance = estimate[^1],
            ChanceVariance = chance,
            Rows = rows,
            Evaluations = evaluations,
        };
    }

    /// <summary>Takes the mean of A and B from all values: a shift that changes no index but makes the first order vary less.</summary>
    private static double Centre(double[] values, int rows, int points)
    {
        double sum = 0;
        for (int row = 0; row < rows; row++)
        {
            sum += values[row * points] + values[(row * points) + 1];
        }

        double mean = sum / (2.0 * rows);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] -= mean;
        }

        return mean;
    }
}
