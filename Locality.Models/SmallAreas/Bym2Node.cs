namespace LocalitySim.Models;

/// <summary>The posterior of ln rates and coefficients at one pair of σ and φ: normal, with the pair's share of the posterior.</summary>
/// <param name="Spread">σ.</param>
/// <param name="Share">φ.</param>
/// <param name="Weight">The pair's share of the posterior; all sum to 1.</param>
/// <param name="Mode">The mode.</param>
/// <param name="Means">The mean of each area's ln rate.</param>
/// <param name="Deviations">Its standard deviation.</param>
/// <param name="Coefficients">The mean of each coefficient.</param>
/// <param name="Errors">Its standard deviation.</param>
internal sealed record Bym2Node(double Spread, double Share, double Weight, Bym2Mode Mode, double[] Means, double[] Deviations, double[] Coefficients, double[] Errors)
{
    /// <summary>
    /// Takes mean and spread from the mode: the mean is off the mode by ½ Σ V_ij ℓ'''_j V_jj, where ℓ''' = −μ, because a Poisson likelihood is not
    /// symmetric. Source: Lindley, "Approximate Bayesian methods", Trabajos de Estadística 31, 1980, equation 8.
    /// </summary>
    internal static Bym2Node At(CountData data, double[][] structure, double spread, double share, double weight, Bym2Mode mode)
    {
        double[][] covariance = Bym2Priors.Mixed(structure, spread, share);
        double[] means = Bym2Mode.Means(data, mode.Predictors);
        (double[][] gained, double[][] left, Simulation.CholeskyFactor coefficients) = Bym2Weights.At(data, covariance, means).Covariance(data);
        double[] variances = [.. covariance.Select((row, area) => row[area])];
        foreach (double[] row in gained)
        {
            for (int area = 0; area < row.Length; area++)
            {
                variances[area] -= row[area] * row[area];
            }
        }

        double[] third = new double[variances.Length];
        for (int area = 0; area < variances.Length; area++)
        {
            double own = coefficients.SolveLower([.. left.Select(column => column[area])]).Sum(value => value * value);
            variances[area] = Math.Max(0, variances[area]) + own;
            third[area] = -0.5 * means[area] * variances[area];
        }

        // V times ½ ℓ''' V, without making V.
        double[] shift = [.. covariance.Select(row => Bym2Weights.Product(row, third))];
        foreach (double[] row in gained)
        {
            double back = Bym2Weights.Product(row, third);
            for (int area = 0; area < shift.Length; area++)
            {
                shift[area] -= back * row[area];
            }
        }

        double[] moved = coefficients.Solve([.. left.Select(column => Bym2Weights.Product(column, third))]);
        for (int column = 0; column < moved.Length; column++)
        {
            for (int area = 0; area < shift.Length; area++)
            {
                shift[area] += left[column][area] * moved[column];
            }
        }

        double[][] inverse = coefficients.Inverse();
        return new Bym2Node(
            spread,
            share,
            weight,
            mode,
            [.. mode.Predictors.Zip(shift, (value, by) => value + by)],
            [.. variances.Select(value => Math.Sqrt(value))],
            [.. mode.Coefficients.Zip(moved, (value, by) => value + by)],
            [.. inverse.Select((row, place) => Math.Sqrt(row[place]))]);
    }

    /// <summary>The factor of the ln rates' covariance, for joint draws.</summary>
    internal Simulation.CholeskyFactor Factor(CountData data, double[][] structure)
    {
        double[][] covariance = Bym2Priors.Mixed(structure, Spread, Share);
        (double[][] gained, double[][] left, Simulation.CholeskyFactor coefficients) = Bym2Weights.At(data, covariance, Bym2Mode.Means(data, Mode.Predictors)).Covariance(data);
        foreach (double[] row in gained)
        {
            Add(covariance, row, -1);
        }

        // R (XᵀΣ⁻¹X)⁻¹ Rᵀ as a sum over the rows of L⁻¹ Rᵀ.
        foreach (double[] row in coefficients.SolveLower(left))
        {
            Add(covariance, row, 1);
        }

        // Where rounding leaves next to nothing of an area's variance, a trace of it is put back.
        double size = covariance.Select((row, area) => Math.Abs(row[area])).Max();
        for (double trace = 0; ; trace = trace == 0 ? 1e-13 * size : 10 * trace)
        {
            double[][] tried = [.. covariance.Select((row, area) =>
            {
                double[] copy = [.. row];
                copy[area] += trace;
                return copy;
            })];
            if (Simulation.CholeskyFactor.Of(tried) is Simulation.CholeskyFactor factor)
            {
                return factor;
            }
        }
    }

    private static void Add(double[][] matrix, double[] row, double sign)
    {
        for (int i = 0; i < row.Length; i++)
        {
            double share = sign * row[i];
            double[] mine = matrix[i];
            for (int j = 0; j <= i; j++)
            {
                mine[j] += share * row[j];
            }
        }
    }
}
