using System.Collections.Immutable;

namespace LocalitySim.Simulation;

/// <summary>
/// A one-at-a-time analysis: each parameter goes to the ends of its range while the others stay at their base, and each replication is
/// compared with itself. It shows the largest single movers, and nothing of interactions.
/// </summary>
/// <remarks>
/// Source: Eschenbach, "Spiderplots versus tornado diagrams for sensitivity analysis", Interfaces 22(6), 1992; the intervals are those
/// of <see cref="PairedDifference"/>.
/// </remarks>
public sealed record Tornado
{
    private Tornado()
    {
    }

    /// <summary>The mean response with every parameter at its base, with its interval; infinite bounds for one replication.</summary>
    public required Interval Base { get; init; }

    /// <summary>One bar a parameter, the longest first; equal ones in the order given.</summary>
    public required ImmutableArray<TornadoBar> Bars { get; init; }

    /// <summary>The parameters that were not finished when the run was cancelled, in the order given; empty if it was not.</summary>
    public required ImmutableArray<ParameterRange> Missing { get; init; }

    /// <summary>How many times the response was asked for.</summary>
    public required int Evaluations { get; init; }

    /// <summary>Runs the analysis, with (2 × parameters + 1) × replications evaluations at most.</summary>
    /// <param name="parameters">The parameters, one or more, each name once.</param>
    /// <param name="response">The response.</param>
    /// <param name="replications">How many replications, 1 or more; numbered from 0 at every point.</param>
    /// <param name="level">The confidence level, between 0 and 1, exclusive.</param>
    /// <param name="threads">On how many threads, 1 or more. The result does not depend on it.</param>
    /// <param name="cancellationToken">Ends the run early, with the bars of the parameters that are finished by then.</param>
    /// <exception cref="ArgumentException">
    /// There is no parameter, a name comes twice, a number is out of range, or the response gave NaN or an infinite number.
    /// </exception>
    /// <exception cref="OperationCanceledException">The run was cancelled before one parameter was finished.</exception>
    /// <exception cref="ReplicationException">The response threw.</exception>
    public static Tornado Of(
        IReadOnlyList<ParameterRange> parameters,
        Response response,
        int replications,
        double level = 0.95,
        int threads = 1,
        CancellationToken cancellationToken = default)
    {
        ResponseSampler.Check(parameters, replications, threads);
        NumberGuard.OpenShare(level);
        double[][] points = Points(parameters);
        double?[] sampled = ResponseSampler.Evaluate(
            response,
            parameters,
            checked(points.Length * replications),
            task => (points[task / replications], task % replications),
            threads,
            cancellationToken);
        double[] values = [.. sampled.Select(value => value ?? 0)];
        List<TornadoBar> bars = [];
        List<ParameterRange> missing = [];
        int next = 1;
        for (int j = 0; j < parameters.Count; j++)
        {
            ParameterRange parameter = parameters[j];
            int lowest = parameter.Low == parameter.Base ? 0 : next++;
            int highest = parameter.High == parameter.Base ? 0 : next++;
            if (!(IsFinished(0) && IsFinished(lowest) && IsFinished(highest)))
            {
                missing.Add(parameter);
                continue;
            }

            ReadOnlySpan<double> low = At(lowest);
            ReadOnlySpan<double> high = At(highest);
            bars.Add(new TornadoBar
            {
                Parameter = parameter,
                Low = PairedDifference.Of(At(0), low, level),
                High = PairedDifference.Of(At(0), high, level),
                HighLessLow = PairedDifference.Of(low, high, level),
            });
        }

        if (bars.Count == 0)
        {
            throw new OperationCanceledException(cancellationToken);
        }

        return new Tornado
        {
            Base = Confidence.Mean(At(0), level),
            Bars = [.. bars.OrderByDescending(bar => bar.Swing)],
            Missing = [.. missing],
            Evaluations = sampled.Count(value => value is not null),
        };

        bool IsFinished(int point) => Array.TrueForAll(sampled[(point * replications)..((point + 1) * replications)], value => value is not null);
        ReadOnlySpan<double> At(int point) => values.AsSpan(point * replications, replications);
    }

    /// <summary>The base, and then both ends of each parameter that are not its base.</summary>
    private static double[][] Points(IReadOnlyList<ParameterRange> parameters)
    {
        double[] centre = [.. parameters.Select(parameter => parameter.Base)];
        List<double[]> points = [centre];
        for (int j = 0; j < parameters.Count; j++)
        {
            foreach (double end in (double[])[parameters[j].Low, parameters[j].High])
            {
                if (end != parameters[j].Base)
                {
                    double[] point = (double[])centre.Clone();
                    point[j] = end;
                    points.Add(point);
                }
            }
        }

        return [.. points];
    }
}
