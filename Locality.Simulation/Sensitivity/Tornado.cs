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

    /// <summary>How many times the response was asked for.</summary>
    public required int Evaluations { get; init; }

    /// <summary>Runs the analysis, with (2 × parameters + 1) × replications evaluations at most.</summary>
    /// <param name="parameters">The parameters, one or more, each name once.</param>
    /// <param name="response">The response.</param>
    /// <param name="replications">How many replications, 1 or more; numbered from 0 at every point.</param>
    /// <param name="level">The confidence level, between 0 and 1, exclusive.</param>
    /// <param name="threads">On how many threads, 1 or more. The result does not depend on it.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="ArgumentException">
    /// There is no parameter, a name comes twice, a number is out of range, or the response gave NaN or an infinite number.
    /// </exception>
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
        double[] values = ResponseSampler.Evaluate(
            response,
            parameters,
            checked(points.Length * replications),
            task => (points[task / replications], task % replications),
            threads,
            cancellationToken);
        ImmutableArray<TornadoBar>.Builder bars = ImmutableArray.CreateBuilder<TornadoBar>(parameters.Count);
        int next = 1;
        for (int j = 0; j < parameters.Count; j++)
        {
            ParameterRange parameter = parameters[j];
            ReadOnlySpan<double> low = parameter.Low == parameter.Base ? At(0) : At(next++);
            ReadOnlySpan<double> high = parameter.High == parameter.Base ? At(0) : At(next++);
            bars.Add(new TornadoBar
            {
                Parameter = parameter,
                Low = PairedDifference.Of(At(0), low, level),
                High = PairedDifference.Of(At(0), high, level),
                HighLessLow = PairedDifference.Of(low, high, level),
            });
        }

        return new Tornado
        {
            Base = Confidence.Mean(At(0), level),
            Bars = [.. bars.OrderByDescending(bar => bar.Swing)],
            Evaluations = values.Length,
        };

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
