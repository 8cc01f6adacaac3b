using System.Collections.Immutable;

namespace LocalitySim.Simulation;

/// <summary>
/// What the observations say about the parameters near the best point, to first order: in half ranges, with outputs in their own
/// standard errors.
/// </summary>
/// <remarks>
/// With J the derivatives of outputs, V the covariance of observed less simulated means and W the inverse of its diagonal, the error of the
/// values is M⁻¹ JᵀW V W J M⁻¹ with M = JᵀWJ (Seber and Wild, Nonlinear Regression, 1989, chapter 2, for weights that are not the
/// inverse of V). M is taken less what the noise of J adds to it on average, so that a parameter that moves nothing does not look known.
/// The degrees of freedom are those of the simulated part, by Satterthwaite, "An approximate distribution of estimates of variance
/// components", Biometrics Bulletin 2(6), 1946; the observation's part is taken as known.
/// </remarks>
internal sealed class CalibrationErrors
{
    private readonly double[][] scaled;
    private readonly double[][] directions;
    private readonly double[] information;
    private readonly bool[] loose;
    private readonly double[,] covariance;
    private readonly double[,] simulated;
    private readonly int replications;
    private readonly double level;
    private readonly double normal;

    /// <summary>Works it out.</summary>
    /// <param name="jacobian">The change of each output for a half range of each parameter.</param>
    /// <param name="jacobianNoise">The covariance of each of its rows.</param>
    /// <param name="known">The variance of each output that is no matter of replications: of the observation, and of what the surrogate missed.</param>
    /// <param name="noise">The covariance of the simulated means.</param>
    /// <param name="replications">How many replications these are over, 2 or more.</param>
    /// <param name="level">The level of intervals.</param>
    internal CalibrationErrors(double[][] jacobian, double[][,] jacobianNoise, double[] known, double[,] noise, int replications, double level)
    {
        this.replications = replications;
        this.level = level;
        int outputs = jacobian.Length;
        int count = jacobian[0].Length;
        double[] roots = [.. known.Select((value, output) => Math.Sqrt(value + noise[output, output]))];
        scaled = [.. jacobian.Select((row, output) => Array.ConvertAll(row, slope => slope / roots[output]))];
        double[,] matrix = new double[count, count];
        for (int a = 0; a < count; a++)
        {
            for (int b = 0; b < count; b++)
            {
                for (int output = 0; output < outputs; output++)
                {
                    matrix[a, b] += (scaled[output][a] * scaled[output][b]) - (jacobianNoise[output][a, b] / (roots[output] * roots[output]));
                }
            }
        }

        SymmetricEigen eigen = SymmetricEigen.Of(matrix);
        (directions, information) = ([.. eigen.Vectors], [.. eigen.Values]);
        normal = NormalQuantile.Of(0.5 * (1 + level));
        loose = [.. information.Select((value, k) => !(value > 0) || normal / Math.Sqrt(value) >= 1 / directions[k].Max(Math.Abs))];
        double[,] whole = new double[outputs, outputs];
        double[,] part = new double[outputs, outputs];
        for (int one = 0; one < outputs; one++)
        {
            for (int other = 0; other < outputs; other++)
            {
                part[one, other] = noise[one, other] / (roots[one] * roots[other]);
                whole[one, other] = part[one, other] + (one == other ? known[one] / (roots[one] * roots[one]) : 0);
            }
        }

        covariance = Propagated(whole);
        simulated = Propagated(part);
    }

    /// <summary>The directions not pinned down, the loosest first.</summary>
    internal ImmutableArray<LooseCombination> Loose =>
    [
        .. Enumerable.Range(0, loose.Length).Where(k => loose[k]).Reverse().Select(k => new LooseCombination
        {
            Weights = [.. directions[k]],
            StandardError = information[k] > 0 ? 1 / Math.Sqrt(information[k]) : null,
        }),
    ];

    /// <summary>Half the width of a parameter's interval; in a loose direction it may go as far as the ranges do.</summary>
    internal double HalfWidth(int parameter)
    {
        double free = Enumerable.Range(0, loose.Length).Where(k => loose[k]).Sum(k => Math.Abs(directions[k][parameter]) / directions[k].Max(Math.Abs));
        double variance = covariance[parameter, parameter];
        double share = variance > 0 ? Math.Min(1, simulated[parameter, parameter] / variance) : 0;
        double times = share > 0 ? StudentT.UpperQuantile(0.5 * (1 - level), (replications - 1) / (share * share)) : normal;
        return free + (times * Math.Sqrt(variance));
    }

    /// <summary>The standard error of a parameter; <c>null</c> where it takes part in a loose combination.</summary>
    internal double? StandardError(int parameter) => IsLoose(parameter) ? null : Math.Sqrt(covariance[parameter, parameter]);

    internal double? Correlation(int one, int other)
    {
        double product = covariance[one, one] * covariance[other, other];
        return IsLoose(one) || IsLoose(other) || !(product > 0) ? null : one == other ? 1 : Math.Clamp(covariance[one, other] / Math.Sqrt(product), -1, 1);
    }

    /// <summary>The root mean square over outputs of what half a range moves, in standard errors.</summary>
    internal double Influence(int parameter) => Math.Sqrt(scaled.Average(row => row[parameter] * row[parameter]));

    /// <summary>One over the root of the least eigenvalue of the products of the columns, each of length 1; <c>null</c> where a column is zero or the columns coincide.</summary>
    internal double? CollinearityIndex()
    {
        int count = directions.Length;
        double[] lengths = [.. Enumerable.Range(0, count).Select(j => Math.Sqrt(scaled.Sum(row => row[j] * row[j])))];
        if (lengths.Any(length => !(length > 0)))
        {
            return null;
        }

        double[,] products = new double[count, count];
        for (int a = 0; a < count; a++)
        {
            for (int b = 0; b < count; b++)
            {
                products[a, b] = scaled.Sum(row => row[a] * row[b]) / (lengths[a] * lengths[b]);
            }
        }

        double least = SymmetricEigen.Of(products).Values[^1];
        return least > 1e-14 ? 1 / Math.Sqrt(least) : null;
    }

    private bool IsLoose(int parameter) => Loose.Any(direction => direction.Parameters.Contains(parameter));

    /// <summary>The covariance of the values that a covariance of the outputs brings, in the directions that are pinned down.</summary>
    private double[,] Propagated(double[,] outputs)
    {
        int count = directions.Length;
        int[] pinned = [.. Enumerable.Range(0, count).Where(k => !loose[k])];
        double[][] effects = [.. pinned.Select(k => scaled.Select(row => ThinQr.Product(row, directions[k]) / information[k]).ToArray())];
        double[,] result = new double[count, count];
        for (int one = 0; one < pinned.Length; one++)
        {
            for (int other = 0; other < pinned.Length; other++)
            {
                double sum = 0;
                for (int i = 0; i < scaled.Length; i++)
                {
                    for (int j = 0; j < scaled.Length; j++)
                    {
                        sum += effects[one][i] * outputs[i, j] * effects[other][j];
                    }
                }

                for (int a = 0; a < count; a++)
                {
                    for (int b = 0; b < count; b++)
                    {
                        result[a, b] += directions[pinned[one]][a] * sum * directions[pinned[other]][b];
                    }
                }
            }
        }

        return result;
    }
}
