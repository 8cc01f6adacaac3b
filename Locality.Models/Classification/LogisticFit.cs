using System.Globalization;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>A fitted logistic regression. Immutable and thread-safe.</summary>
public sealed class LogisticFit
{
    private readonly LogisticState state;
    private readonly double[][] covariance;

    internal LogisticFit(IReadOnlyList<string> columns, LogisticState state, double[][] covariance, double penalty, bool isClustered, double nullDeviance)
    {
        (this.state, this.covariance, Penalty, IsClustered, NullDeviance) = (state, covariance, penalty, isClustered, nullDeviance);
        Coefficients = [.. columns.Select((name, place) => new CoefficientEstimate(name, state.Coefficients[place], Math.Sqrt(covariance[place][place])))];
    }

    /// <summary>
    /// Gets the coefficients, the intercept first: the change of the log odds for one more of the column. With a penalty they are drawn
    /// towards zero, and so are the middles of their intervals; the errors are then those of a normal prior (le Cessie and van Houwelingen 1992).
    /// </summary>
    public IReadOnlyList<CoefficientEstimate> Coefficients { get; }

    /// <summary>Gets the penalty λ; zero for none.</summary>
    public double Penalty { get; }

    /// <summary>Gets a value indicating whether the standard errors allow for cases of one unit depending on one another.</summary>
    public bool IsClustered { get; }

    /// <summary>Gets minus twice the log-likelihood.</summary>
    public double Deviance => state.Deviance;

    /// <summary>Gets the deviance of one chance for all.</summary>
    public double NullDeviance { get; }

    /// <summary>Gets the chance of each case fitted.</summary>
    public IReadOnlyList<double> Chances => [.. state.Links.Select(LogisticState.Chance)];

    /// <summary>Returns the covariance of two coefficients.</summary>
    /// <param name="one">The place of a coefficient; 0 is the intercept.</param>
    /// <param name="other">The place of a coefficient; with the same one its variance is returned.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public double Covariance(int one, int other)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(one);
        ArgumentOutOfRangeException.ThrowIfNegative(other);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(one, covariance.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(other, covariance.Length);
        return covariance[one][other];
    }

    /// <summary>Returns by what the odds are multiplied for one more of a column, with its interval.</summary>
    /// <param name="column">The column.</param>
    /// <param name="level">The confidence level, between 0 and 1, exclusive.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public Interval OddsRatio(string column, double level = 0.95)
    {
        CoefficientEstimate coefficient = Coefficients.FirstOrDefault(item => string.Equals(item.Name, column, StringComparison.Ordinal))
            ?? throw new ArgumentException($"column: found '{column}'; expected one of {string.Join(", ", Coefficients.Select(item => item.Name))}.", nameof(column));
        Interval log = coefficient.Interval(level);
        return new Interval(PortableMath.Exp(log.Mean), PortableMath.Exp(log.Lower), PortableMath.Exp(log.Upper));
    }

    /// <summary>Predicts the chance of the event for a row; its interval covers what the fitted cases leave open of the coefficients, and no more.</summary>
    /// <param name="values">The value of each column but the intercept: finite.</param>
    /// <param name="level">The confidence level, between 0 and 1, exclusive.</param>
    /// <exception cref="ArgumentException">The number of values or a number is not as expected.</exception>
    public Interval Chance(IReadOnlyList<double> values, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count != Coefficients.Count - 1 || !values.All(double.IsFinite))
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"values: found {string.Join(", ", values)}; expected {Coefficients.Count - 1} finite numbers."), nameof(values));
        }

        double[] row = [1, .. values];
        double link = 0;
        double variance = 0;
        for (int i = 0; i < row.Length; i++)
        {
            link += row[i] * state.Coefficients[i];
            for (int j = 0; j < row.Length; j++)
            {
                variance += row[i] * row[j] * covariance[i][j];
            }
        }

        double half = TailProbability.NormalPoint(0.5 + (0.5 * level)) * Math.Sqrt(Math.Max(0, variance));
        return new Interval(LogisticState.Chance(link), LogisticState.Chance(link - half), LogisticState.Chance(link + half));
    }
}
