using System.Collections.Immutable;

namespace LocalitySim.Simulation;

/// <summary>
/// The mean of a response less what is explained by controls: further quantities of the same replications whose means are known, such
/// as the mean of the times drawn.
/// </summary>
/// <remarks>
/// The coefficients are those of the least-squares regression on the controls. With q controls, n replications and a response and
/// controls that are jointly normal the interval is exact, with n − q − 1 degrees of freedom.
/// Sources: Lavenberg and Welch, "A perspective on the use of control variables to increase the efficiency of Monte Carlo
/// simulations", Management Science 27(3), 1981, equations 11 to 20 (the estimator and its interval); Lavenberg, Moeller and Welch,
/// "Statistical results on control variables with application to queueing network simulation", Operations Research 30(1), 1982 (the
/// factor (n − 2)/(n − q − 2) that estimating the coefficients costs).
/// </remarks>
public sealed record ControlVariates
{
    /// <summary>A control is refused as a combination of others if they leave less than this share of its variation.</summary>
    private const double LeastOwnShare = 1e-12;

    private ControlVariates()
    {
    }

    /// <summary>The controlled mean, with its interval.</summary>
    public required Interval Mean { get; init; }

    /// <summary>The mean of the response as it is, with Student's interval, to compare with.</summary>
    public required Interval Plain { get; init; }

    /// <summary>By how much the response rises with each control, in the order given.</summary>
    public required ImmutableArray<double> Coefficients { get; init; }

    /// <summary>How many replications there are.</summary>
    public required int Count { get; init; }

    /// <summary>
    /// The variance of the controlled mean over that of the plain one: the share of the response's variance that the controls leave
    /// unexplained, without the bias of a small sample, times the cost (n − 2)/(n − q − 2) of estimating the coefficients. 0 or more;
    /// over 1 the controls do harm. <c>null</c> where the response does not vary.
    /// </summary>
    public required double? VarianceRatio { get; init; }

    /// <summary>Estimates a mean.</summary>
    /// <param name="responses">The response of each replication, finite; three or more than controls.</param>
    /// <param name="controls">One list a control, one or more: its value in each replication, finite.</param>
    /// <param name="knownMeans">The true mean of each control, finite.</param>
    /// <param name="level">The confidence level, between 0 and 1, exclusive.</param>
    /// <exception cref="ArgumentException">
    /// There is no control, the numbers do not match, there are too few replications, or a control is constant or a combination of
    /// those before it.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or infinite, or the level is out of range.</exception>
    public static ControlVariates Of(
        ReadOnlySpan<double> responses, IReadOnlyList<IReadOnlyList<double>> controls, ReadOnlySpan<double> knownMeans, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(controls);
        NumberGuard.OpenShare(level);
        int n = responses.Length;
        int q = controls.Count;
        Check(n, controls, knownMeans);
        double[][] centred = new double[q][];
        double[] off = new double[q];
        for (int j = 0; j < q; j++)
        {
            double[] values = [.. controls[j].Select((value, i) => NumberGuard.Finite(value, $"controls[{j}]", i))];
            centred[j] = Centred(values, out double mean);
            off[j] = mean - NumberGuard.Finite(knownMeans[j], nameof(knownMeans), j);
        }

        double[] y = Centred(responses, out double plainMean);
        CholeskyFactor root = Factor(centred);
        double[] coefficients = root.Solve(Array.ConvertAll(centred, control => Product(control, y)));
        double total = Product(y, y);
        for (int j = 0; j < q; j++)
        {
            for (int i = 0; i < n; i++)
            {
                y[i] -= coefficients[j] * centred[j][i];
            }
        }

        double residual = Product(y, y) / (n - q - 1);
        double controlled = plainMean - Product(coefficients, off);
        double spread = (1.0 / n) + Product(off, root.Solve(off));
        double half = StudentT.UpperQuantile(0.5 * (1 - level), n - q - 1) * Math.Sqrt(residual * spread);
        return new ControlVariates
        {
            Mean = new Interval(controlled, controlled - half, controlled + half),
            Plain = Confidence.Mean(responses, level),
            Coefficients = [.. coefficients],
            Count = n,
            VarianceRatio = total > 0 ? residual / (total / (n - 1)) * (n - 2) / (n - q - 2) : null,
        };
    }

    private static void Check(int n, IReadOnlyList<IReadOnlyList<double>> controls, ReadOnlySpan<double> knownMeans)
    {
        int q = controls.Count;
        if (q == 0 || knownMeans.Length != q)
        {
            throw new ArgumentException(
                $"Control variates: found {q} controls and {knownMeans.Length} known means; expected one or more, and as many of each.", nameof(knownMeans));
        }

        if (n < q + 3)
        {
            throw new ArgumentException($"responses: found {n} for {q} controls; expected {q + 3} or more.", nameof(controls));
        }

        for (int j = 0; j < q; j++)
        {
            if (controls[j].Count != n)
            {
                throw new ArgumentException($"controls[{j}]: found {controls[j].Count} values; expected {n}, one for each response.", nameof(controls));
            }
        }
    }

    private static double[] Centred(ReadOnlySpan<double> values, out double mean)
    {
        Tally tally = new();
        for (int i = 0; i < values.Length; i++)
        {
            tally.Add(NumberGuard.Finite(values[i], nameof(values), i));
        }

        mean = tally.Mean!.Value;
        double[] centred = values.ToArray();
        for (int i = 0; i < centred.Length; i++)
        {
            centred[i] -= mean;
        }

        return centred;
    }

    private static double Product(double[] one, double[] other)
    {
        double sum = 0;
        for (int i = 0; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }

    /// <summary>The factor of the sums of squares and products of the controls.</summary>
    private static CholeskyFactor Factor(double[][] centred)
    {
        int q = centred.Length;
        double[,] products = new double[q, q];
        for (int j = 0; j < q; j++)
        {
            for (int k = 0; k <= j; k++)
            {
                products[j, k] = Product(centred[j], centred[k]);
            }
        }

        return CholeskyFactor.Of(products, LeastOwnShare, out int fault)
            ?? throw new ArgumentException(
                $"controls[{fault}]: found a constant, or a combination of the controls before it; expected a control that varies by itself.", nameof(centred));
    }
}
