using System.Collections.Immutable;

namespace LocalitySim.Simulation;

/// <summary>
/// Fits parameters of a stochastic model to observed values, by a surrogate-assisted search with common random numbers, and says how well the
/// observations pin them down.
/// </summary>
/// <remarks>
/// <para>
/// A Latin hypercube over the whole ranges, and trust regions around the best point after it, are each answered by polynomials, one an
/// output; the weighted sum of squared differences from the observations is made least on these, and simulated there.
/// </para>
/// <para>
/// Intervals cover the error of the observations, their tolerances as a model discrepancy, and the noise of simulation. They are to first order
/// around the best point, and take the observations as independent of each other. They do not cover that the model may be wrong where no tolerance says so.
/// </para>
/// <para>
/// Sources: Kennedy and O'Hagan, "Bayesian calibration of computer models", Journal of the Royal Statistical Society B 63(3), 2001 (what
/// makes up the difference of model and observation); Conn, Gould and Toint, Trust-Region Methods, 2000; Seber and Wild, Nonlinear
/// Regression, 1989; Brun, Reichert and Künsch, "Practical identifiability analysis of large environmental simulation models", Water
/// Resources Research 37(4), 2001.
/// </para>
/// </remarks>
public static class SurrogateCalibration
{
    /// <summary>Fits the parameters. The result is the same for any number of threads.</summary>
    /// <param name="parameters">The parameters with their ranges, one or more, each name once; no more than there are observations.</param>
    /// <param name="observations">What was observed, one or more, each name once.</param>
    /// <param name="response">The model.</param>
    /// <param name="options">How much is simulated; absent means the defaults.</param>
    /// <param name="progress">Receives the number of evaluations done, of <see cref="CalibrationOptions.MostEvaluations"/> at most.</param>
    /// <param name="cancellation">Stops the search. What the rounds finished by then came to is the result, if the first is finished.</param>
    /// <exception cref="ArgumentException">A list is empty, a name comes twice, there are more parameters than observations, or the response gave another number of outputs.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range, or the response gave NaN or an infinite number.</exception>
    /// <exception cref="OperationCanceledException">It was stopped before the first round was finished.</exception>
    /// <exception cref="ReplicationException">The response threw.</exception>
    public static CalibrationResult Fit(
        IReadOnlyList<ParameterRange> parameters,
        IReadOnlyList<ObservedOutput> observations,
        VectorResponse response,
        CalibrationOptions? options = null,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(observations);
        ArgumentNullException.ThrowIfNull(response);
        CalibrationOptions asked = (options ?? new CalibrationOptions()).Checked();
        Check([.. parameters.Select(item => item.Name)], nameof(parameters));
        Check([.. observations.Select(item => item.Name)], nameof(observations));
        if (parameters.Count > observations.Count)
        {
            throw new ArgumentException($"parameters: found {parameters.Count} for {observations.Count} observations; expected no more parameters than observations.", nameof(parameters));
        }

        ResponseTable table = new(response, parameters, observations.Count, asked.Replications, asked.Threads, progress, cancellation);
        CalibrationSearch search = new(parameters, observations, table, asked);
        double[][]? fresh = null;
        CalibrationEnd end;
        try
        {
            search.Run();
            end = search.HasSettled ? CalibrationEnd.Settled : CalibrationEnd.RefinementsSpent;
            fresh = table.Fresh(table.Point(search.Best), asked.FreshReplications);
        }
        catch (OperationCanceledException) when (search.Surrogate is not null)
        {
            end = CalibrationEnd.Stopped;
        }

        return Result(parameters, observations, search, asked, end, fresh);
    }

    private static CalibrationResult Result(
        IReadOnlyList<ParameterRange> parameters, IReadOnlyList<ObservedOutput> observations, CalibrationSearch search, CalibrationOptions options, CalibrationEnd end, double[][]? fresh)
    {
        ResponseTable table = search.Table;
        PolynomialSurrogate surrogate = search.Surrogate!;
        double[] best = table.Point(search.Best);
        double[][] jacobian = [.. observations.Select((_, output) => surrogate.Gradient(output, best))];
        CalibrationErrors errors = new(
            jacobian,
            [.. observations.Select((_, output) => surrogate.GradientCovariance(table, output, best))],
            [.. observations.Select((item, output) => item.Variance + (search.Missed[output] * search.Missed[output]))],
            table.CovarianceOfMeans(search.Best),
            options.Replications,
            options.Level);
        double[][] last = fresh ?? table.Values(search.Best);
        return new CalibrationResult
        {
            Parameters = [.. parameters.Select((range, index) => Parameter(range, index, best[index], errors))],
            Outputs = [.. observations.Select((item, output) => Output(item, output, table.Values(0), last, jacobian[output], options.Level))],
            Loose = errors.Loose,
            Correlations = [.. parameters.Select((_, one) => parameters.Select((_, other) => errors.Correlation(one, other)).ToImmutableArray())],
            CollinearityIndex = errors.CollinearityIndex(),
            Rounds = [.. search.Rounds],
            End = end,
            Replications = options.Replications,
            FreshReplications = fresh?.Length ?? 0,
            Evaluations = table.Evaluations,
        };
    }

    private static CalibratedParameter Parameter(ParameterRange range, int index, double at, CalibrationErrors errors)
    {
        // What lies this near to an end is at it: the search works in double precision.
        const double AtTheEnd = 1 - 1e-9;
        double halfRange = (range.High - range.Low) / 2;
        double half = errors.HalfWidth(index);
        double value = range.At((at + 1) / 2);
        return new CalibratedParameter
        {
            Range = range,
            Value = value,
            Lower = at - half > -AtTheEnd ? value - (half * halfRange) : null,
            Upper = at + half < AtTheEnd ? value + (half * halfRange) : null,
            StandardError = errors.StandardError(index) * halfRange,
            IsPinnedDown = half < AtTheEnd,
            End = at >= AtTheEnd ? RangeEnd.High : at <= -AtTheEnd ? RangeEnd.Low : RangeEnd.None,
            Influence = errors.Influence(index),
        };
    }

    private static CalibratedOutput Output(ObservedOutput observed, int output, double[][] atBase, double[][] simulated, double[] slopes, double level)
    {
        Tally before = Of(atBase, output);
        Tally after = Of(simulated, output);
        return new CalibratedOutput
        {
            Observed = observed,
            AtBase = Confidence.Mean(before, level),
            Simulated = Confidence.Mean(after, level),
            StandardizedResidual = Standardized(observed, after),
            StandardizedResidualAtBase = Standardized(observed, before),
            Slopes = [.. slopes],
        };
    }

    private static Tally Of(double[][] rows, int output)
    {
        Tally tally = new();
        foreach (double[] row in rows)
        {
            tally.Add(row[output]);
        }

        return tally;
    }

    private static double Standardized(ObservedOutput observed, Tally simulated) =>
        (observed.Value - simulated.Mean!.Value) / Math.Sqrt(observed.Variance + (simulated.Variance!.Value / simulated.Count));

    private static void Check(string[] names, string list)
    {
        if (names.Length == 0)
        {
            throw new ArgumentException($"{list}: found none; expected one or more.", list);
        }

        HashSet<string> known = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (!known.Add(name))
            {
                throw new ArgumentException($"{list}: found '{name}' twice; expected each name once.", list);
            }
        }
    }
}
