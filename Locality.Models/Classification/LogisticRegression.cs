using System.Globalization;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// Logistic regression: ln(p/(1 − p)) = Σ column × coefficient, fitted by maximum likelihood, or with a ridge penalty. Thread-safe, the same
/// bits on every platform.
/// Sources: McCullagh and Nelder, Generalized Linear Models, 2nd ed. 1989, chapter 4; le Cessie and van Houwelingen, "Ridge estimators in
/// logistic regression", Applied Statistics 41(1), 1992; Albert and Anderson, "On the existence of maximum likelihood estimates in logistic
/// regression models", Biometrika 71(1), 1984.
/// </summary>
public static class LogisticRegression
{
    private const double Negligible = 1e-4;

    /// <summary>Fits the chance of the event.</summary>
    /// <param name="table">The cases; no value may be missing, and there must be cases with and without the event.</param>
    /// <param name="penalty">λ, finite, zero or more: the log-likelihood less half λ times the sum of the squares of the coefficients, each for a standard deviation of its column, is made greatest. The intercept is free. Zero for none.</param>
    /// <param name="isClustered">Whether standard errors allow for cases of one unit depending on one another (Liang and Zeger, "Longitudinal data analysis using generalized linear models", Biometrika 73(1), 1986, section 3; times G/(G − 1) for G units). For many units, 40 or more.</param>
    /// <exception cref="ArgumentException">A value is missing, all outcomes are alike, or, without a penalty, no single finite fit is best: columns determine one another, or a combination of them parts the outcomes. The message names the columns.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The penalty is out of range.</exception>
    public static LogisticFit Fit(EventTable table, double penalty = 0, bool isClustered = false)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (!(penalty >= 0 && double.IsFinite(penalty)))
        {
            throw new ArgumentOutOfRangeException(nameof(penalty), penalty, "penalty: expected a finite number, zero or more.");
        }

        // Checks names and values, and columns against one another, as for counts.
        CountData data = new(table.Columns, [.. Enumerable.Range(0, table.Rows).Select(row => table.Values.Select(column => column[row]).ToArray())], Array.ConvertAll(table.Outcomes, outcome => outcome ? 1.0 : 0));
        if (table.Events == 0 || table.Events == table.Rows)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"outcomes: found {table.Events} events in {table.Rows} cases; expected cases with and without."), nameof(table));
        }

        if (penalty == 0)
        {
            DesignCheck.RefuseCollinear(data, [.. Enumerable.Range(0, data.Rows)]);
        }

        double[] ridge = [.. data.Design.Select((column, place) => place == 0 ? 0 : penalty * Variance(column))];
        LogisticProblem problem = new(data.Design, table.Outcomes, null, ridge);
        (LogisticState? state, double[]? endless) = problem.Solve();
        if (state is null || state.Factors() is not { } factors)
        {
            throw Separated(problem, data.Columns, endless);
        }

        double[][] covariance = CovarianceOf(factors, data.Columns.Count);
        return new LogisticFit(
            data.Columns,
            state,
            isClustered ? Sandwich(covariance, problem, state, table.Units) : covariance,
            penalty,
            isClustered,
            NullDeviance(table));
    }

    /// <summary>(AᵀA)⁻¹ of the factored A.</summary>
    internal static double[][] CovarianceOf(ThinQr factors, int count)
    {
        double[][] spans = [.. Enumerable.Range(0, count).Select(place => factors.Weights([.. Enumerable.Range(0, count).Select(other => other == place ? 1.0 : 0)]))];
        return [.. spans.Select(one => spans.Select(other => ThinProduct(one, other)).ToArray())];
    }

    private static double[][] Sandwich(double[][] inverse, LogisticProblem problem, LogisticState state, int[] units)
    {
        SortedDictionary<int, double[]> sums = [];
        for (int row = 0; row < units.Length; row++)
        {
            if (!sums.TryGetValue(units[row], out double[]? sum))
            {
                sums.Add(units[row], sum = new double[inverse.Length]);
            }

            for (int place = 0; place < sum.Length; place++)
            {
                sum[place] += state.Residual(row) * problem.Design[place][row];
            }
        }

        if (sums.Count <= inverse.Length)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"units: found {sums.Count}; expected more than the {inverse.Length} coefficients, for fewer cannot tell their errors."), nameof(units));
        }

        double[][] covariance = [.. inverse.Select(row => new double[row.Length])];
        double factor = sums.Count / (sums.Count - 1.0);
        foreach (double[] sum in sums.Values)
        {
            double[] moved = Array.ConvertAll(inverse, row => ThinProduct(row, sum));
            for (int i = 0; i < moved.Length; i++)
            {
                for (int j = 0; j < moved.Length; j++)
                {
                    covariance[i][j] += factor * moved[i] * moved[j];
                }
            }
        }

        return covariance;
    }

    private static double NullDeviance(EventTable table)
    {
        double share = (double)table.Events / table.Rows;
        return -2 * ((table.Events * PortableMath.Log(share)) + ((table.Rows - table.Events) * PortableMath.Log(1 - share)));
    }

    // Where the likelihood grows without end, it does so along a combination of the columns that is of the outcome's sign wherever it is not zero.
    private static ArgumentException Separated(LogisticProblem problem, IReadOnlyList<string> columns, double[]? direction)
    {
        double[] image = direction is null ? [] : [.. problem.Image(direction).Select((value, row) => problem.Outcomes[row] ? value : -value)];
        if (image.Length == 0 || !(image.Min() >= -Negligible * image.Max()))
        {
            return new ArgumentException($"{string.Join(", ", columns)}: found no finite best coefficients; expected columns that differ, of sizes not too far apart, or a penalty.", nameof(columns));
        }

        double[] sizes = [.. direction!.Select((share, place) => Math.Abs(share) * problem.Design[place].Max(Math.Abs))];
        string[] names = [.. columns.Where((_, place) => sizes[place] > Negligible * sizes.Max())];
        return new ArgumentException(
            $"{string.Join(", ", names)}: found outcomes all alike on one side; expected both outcomes there, for without them the best coefficient is infinite: leave the column out, join its groups, or set a penalty.",
            nameof(columns));
    }

    private static double Variance(double[] column)
    {
        double mean = column.Average();
        return column.Sum(value => (value - mean) * (value - mean)) / column.Length;
    }

    private static double ThinProduct(double[] one, double[] other)
    {
        double sum = 0;
        for (int place = 0; place < one.Length; place++)
        {
            sum += one[place] * other[place];
        }

        return sum;
    }
}
