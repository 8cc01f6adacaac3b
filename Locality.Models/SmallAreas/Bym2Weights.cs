using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>The curvature at given means: √W, the factor of B = I + √W K √W, and what follows from them.</summary>
internal sealed class Bym2Weights
{
    private readonly double[][] covariance;
    private readonly double[] means;
    private readonly double[] roots;

    private Bym2Weights(double[][] covariance, double[] means, double[] roots, CholeskyFactor effects)
    {
        (this.covariance, this.means, this.roots, Effects) = (covariance, means, roots, effects);
    }

    /// <summary>Gets the factor of B.</summary>
    internal CholeskyFactor Effects { get; }

    internal static Bym2Weights At(CountData data, double[][] covariance, double[] means)
    {
        double[] squareRoots = [.. means.Select(mean => Math.Sqrt(mean))];
        double[][] matrix = new double[means.Length][];
        for (int row = 0; row < matrix.Length; row++)
        {
            matrix[row] = new double[row + 1];
            for (int column = 0; column <= row; column++)
            {
                matrix[row][column] = squareRoots[row] * squareRoots[column] * covariance[row][column];
            }

            matrix[row][row] += 1;
        }

        CholeskyFactor factor = CholeskyFactor.Of(matrix)
            ?? throw new ArgumentException($"{string.Join(", ", data.Columns)}: found means too large to be told apart; expected counts and exposures that fit one another.", nameof(data));
        return new Bym2Weights(covariance, means, squareRoots, factor);
    }

    /// <summary>The factor of XᵀΣ⁻¹X, Σ = W⁻¹ + K: the coefficients' information.</summary>
    internal CholeskyFactor Coefficients(CountData data)
    {
        double[][] columns = Halves(data);
        double[][] matrix = [.. columns.Select(one => columns.Select(other => Product(one, other)).ToArray())];
        return CholeskyFactor.Of(matrix)
            ?? throw new ArgumentException($"{string.Join(", ", data.Columns)}: found columns that hardly differ where counts are expected; expected ones that do.", nameof(data));
    }

    /// <summary>The next coefficients and pulls: weighted least squares of the working observations η + (y − μ)/μ.</summary>
    internal (double[] Coefficients, double[] Pulls) Solve(CountData data, double[] predictors)
    {
        double[] working = [.. predictors.Select((value, row) => (roots[row] * value) + ((data.Counts[row] - means[row]) / roots[row]))];
        double[] half = Effects.SolveLower(working);
        double[] beta = Coefficients(data).Solve([.. Halves(data).Select(column => Product(column, half))]);
        double[] rest = [.. working];
        for (int column = 0; column < beta.Length; column++)
        {
            for (int row = 0; row < rest.Length; row++)
            {
                rest[row] -= roots[row] * data.Design[column][row] * beta[column];
            }
        }

        double[] pulls = Effects.Solve(rest);
        for (int row = 0; row < pulls.Length; row++)
        {
            pulls[row] *= roots[row];
        }

        return (beta, pulls);
    }

    /// <summary>
    /// The posterior covariance of the areas' ln rates, V = K − K Σ⁻¹ K + R (XᵀΣ⁻¹X)⁻¹ Rᵀ with R = X − K Σ⁻¹ X: A with AᵀA = K Σ⁻¹ K, R by columns, and the
    /// factor of the coefficients' information. Source: Rasmussen and Williams 2006, equations 2.41 and 2.42.
    /// </summary>
    internal (double[][] Gained, double[][] Left, CholeskyFactor Coefficients) Covariance(CountData data)
    {
        double[][] right = [.. covariance.Select((row, place) => row.Select(value => roots[place] * value).ToArray())];
        double[][] gained = Effects.SolveLower(right);
        double[][] halves = Halves(data);
        double[][] left = [.. data.Design.Select((column, place) =>
        {
            double[] rest = [.. column];
            for (int k = 0; k < gained.Length; k++)
            {
                double share = halves[place][k];
                double[] row = gained[k];
                for (int area = 0; area < rest.Length; area++)
                {
                    rest[area] -= share * row[area];
                }
            }

            return rest;
        })];
        return (gained, left, Coefficients(data));
    }

    internal static double Product(double[] one, double[] other)
    {
        double sum = 0;
        for (int place = 0; place < one.Length; place++)
        {
            sum += one[place] * other[place];
        }

        return sum;
    }

    // L⁻¹ √W X by columns.
    private double[][] Halves(CountData data) =>
        [.. data.Design.Select(column => Effects.SolveLower([.. column.Select((value, row) => roots[row] * value)]))];
}
