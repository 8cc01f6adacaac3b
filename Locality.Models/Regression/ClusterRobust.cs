using System.Globalization;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// Standard errors of a fit that hold where rows of one cluster, such as one unit in several years, depend on one another: the sandwich
/// A⁻¹ B A⁻¹ × G/(G − 1), where A is the observed information, of the coefficients and of an estimated dispersion together, and B the sum
/// over the G clusters of the outer products of their scores.
/// Sources: Liang and Zeger, "Longitudinal data analysis using generalized linear models", Biometrika 73(1), 1986, section 3 (equation 8,
/// working independence); the factor G/(G − 1) is that of Stata's <c>vce(cluster)</c> for maximum likelihood (Stata Base Reference Manual, [P] _robust).
/// </summary>
/// <remarks>
/// The errors are for many clusters. With few, under about 40, they come out too small even with Student's t of G − 1 degrees of freedom
/// (Cameron and Miller, "A practitioner's guide to cluster-robust inference", Journal of Human Resources 50(2), 2015, section VI).
/// </remarks>
public static class ClusterRobust
{
    /// <summary>Returns the fit's coefficients with cluster-robust errors. Thread-safe.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="clusters">The cluster of each row, not blank. Rows of weight zero do not count.</param>
    /// <exception cref="ArgumentException">There is not one cluster for each row, a name is blank, or there are not more clusters than coefficients. The message says which.</exception>
    public static ClusterRobustFit Of(CountFit fit, IReadOnlyList<string> clusters)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(clusters);
        CountState state = fit.State;
        CountData data = state.Data;
        if (clusters.Count != data.Rows)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"clusters: found {clusters.Count}; expected {data.Rows}, one for each row."), nameof(clusters));
        }

        int coefficients = data.Columns.Count;
        double[][] inverse = Inverse(fit);
        SortedDictionary<string, double[]> sums = new(StringComparer.Ordinal);
        for (int row = 0; row < data.Rows; row++)
        {
            if (string.IsNullOrWhiteSpace(clusters[row]))
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"clusters[{row}]: found '{clusters[row]}'; expected a name that is not blank."), nameof(clusters));
            }

            if (data.Weights[row] > 0)
            {
                if (!sums.TryGetValue(clusters[row], out double[]? sum))
                {
                    sum = new double[inverse.Length];
                    sums.Add(clusters[row], sum);
                }

                AddScores(state, row, sum);
            }
        }

        if (sums.Count <= coefficients)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"clusters: found {sums.Count}; expected more than the {coefficients} coefficients, for fewer cannot tell their errors."), nameof(clusters));
        }

        double factor = sums.Count / (sums.Count - 1.0);
        double[][] covariance = [.. inverse.Select(row => new double[row.Length])];
        foreach (double[] sum in sums.Values)
        {
            double[] moved = [.. inverse.Select(row => row.Zip(sum, (one, other) => one * other).Sum())];
            for (int i = 0; i < moved.Length; i++)
            {
                for (int j = 0; j < moved.Length; j++)
                {
                    covariance[i][j] += factor * moved[i] * moved[j];
                }
            }
        }

        return new ClusterRobustFit(fit, covariance, sums.Count);
    }

    // The scores of a row: x (y − μ)/(1 + αμ) and ∂ℓ/∂α, where α is a parameter.
    private static void AddScores(CountState state, int row, double[] sum)
    {
        CountData data = state.Data;
        for (int column = 0; column < data.Columns.Count; column++)
        {
            sum[column] += data.Design[column][row] * state.Score(row);
        }

        if (sum.Length > data.Columns.Count)
        {
            sum[^1] += data.Weights[row] * NegativeBinomialSums.Derivatives(data.Counts[row], state.Means[row], state.Dispersion).First;
        }
    }

    /// <summary>The inverse of the observed information, the dispersion last where it is a parameter away from the edge of its range.</summary>
    private static double[][] Inverse(CountFit fit)
    {
        CountState state = fit.State;
        int count = fit.Coefficients.Count;
        ThinQr factors = state.Factors(CountInformation.Observed)
            ?? throw new ArgumentException($"{string.Join(", ", state.Data.Columns)}: found columns that differ only on rows of vanishing mean; expected ones that differ on others.", nameof(fit));
        double[][] spans = [.. Enumerable.Range(0, count).Select(place => factors.Weights([.. Enumerable.Range(0, count).Select(other => other == place ? 1.0 : 0)]))];
        double[][] inner = [.. spans.Select(one => spans.Select(other => one.Zip(other, (x, y) => x * y).Sum()).ToArray())];
        if (fit.DispersionStandardError is not double error)
        {
            return inner;
        }

        // The inverse of a partitioned matrix, by its Schur complement: the profile's curvature.
        double[] solved = DispersionSearch.Cross(state).Solved;
        double variance = error * error;
        return
        [
            .. Enumerable.Range(0, count).Select(i => (double[])[.. Enumerable.Range(0, count).Select(j => inner[i][j] + (solved[i] * solved[j] * variance)), solved[i] * variance]),
            [.. solved.Select(value => value * variance), variance],
        ];
    }
}
