using System.Globalization;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>A fitted regression of counts. Immutable and thread-safe.</summary>
public sealed class CountFit
{
    private const double AlmostOne = 0.9;

    private readonly CountState state;
    private readonly double[][] covariance;

    internal CountFit(CountState state, CountFamily family, CountInformation information, double[][] covariance, IReadOnlyList<double> leverages)
    {
        (this.state, this.covariance, Family, Information, Leverages) = (state, covariance, family, information, leverages);
        Coefficients = [.. state.Data.Columns.Select((name, place) => new CoefficientEstimate(name, state.Coefficients[place], Math.Sqrt(covariance[place][place])))];
    }

    /// <summary>Gets the distribution.</summary>
    public CountFamily Family { get; }

    /// <summary>Gets which information the errors come from.</summary>
    public CountInformation Information { get; }

    /// <summary>Gets the coefficients, in the order of the columns.</summary>
    public IReadOnlyList<CoefficientEstimate> Coefficients { get; }

    /// <summary>Gets the dispersion α of a negative binomial fit; null for a Poisson one.</summary>
    public double? Dispersion { get; internal init; }

    /// <summary>Gets a value indicating whether α was estimated rather than given.</summary>
    public bool IsDispersionEstimated { get; internal init; }

    /// <summary>Gets the standard error of α, from the profile likelihood's curvature; null where α was given, or is 0, its least.</summary>
    public double? DispersionStandardError { get; internal init; }

    /// <summary>Gets the deviance: twice what the log-likelihood is below that of means equal to the counts, at the same α.</summary>
    public double Deviance { get; internal init; }

    /// <summary>Gets the deviance of the fit of an intercept alone, or of nothing without one, at the same α and offsets.</summary>
    public double NullDeviance { get; internal init; }

    /// <summary>Gets the log-likelihood, constants included.</summary>
    public double LogLikelihood { get; internal init; }

    /// <summary>Gets Akaike's criterion: 2 × parameters − 2 × log-likelihood; an estimated α is a parameter.</summary>
    public double Aic { get; internal init; }

    /// <summary>Gets the weights' sum less the number of coefficients.</summary>
    public double DegreesOfFreedom { get; internal init; }

    /// <summary>
    /// Gets Pearson's X² over the degrees of freedom: about 1 where the distribution holds, more where counts spread more. Null without a
    /// degree of freedom. Source: McCullagh and Nelder 1989, section 4.5.
    /// </summary>
    public double? Overdispersion { get; internal init; }

    /// <summary>Gets the mean of each row.</summary>
    public IReadOnlyList<double> Means => state.Means.AsReadOnly();

    /// <summary>Gets each row's leverage, from 0 to 1: at 1 the row alone decides its mean.</summary>
    public IReadOnlyList<double> Leverages { get; }

    /// <summary>
    /// Gets the rows, counted from 0, whose leverage is over 3p/n, for p coefficients and n rows of a weight above zero, or 0.9 and over:
    /// each decides much of its own mean, so that an error in it shows in no residual. Leverages sum to p. Sources: Hoaglin and Welsch, "The
    /// hat matrix in regression and ANOVA", American Statistician 32(1), 1978 (2p/n); Velleman and Welsch, "Efficient computing of regression
    /// diagnostics", American Statistician 35(4), 1981 (3p/n).
    /// </summary>
    public IReadOnlyList<int> HighLeverageRows
    {
        get
        {
            double standard = 3.0 * Coefficients.Count / Data.Weights.Count(weight => weight > 0);
            return [.. Enumerable.Range(0, Leverages.Count).Where(row => Leverages[row] > standard || Leverages[row] >= AlmostOne)];
        }
    }

    /// <summary>Gets the number of parameters fitted.</summary>
    internal int Parameters => Coefficients.Count + (IsDispersionEstimated ? 1 : 0);

    /// <summary>Gets the data.</summary>
    internal CountData Data => state.Data;

    /// <summary>Gets the coefficients with the scores and curvature at them.</summary>
    internal CountState State => state;

    /// <summary>Returns the covariance of two coefficients.</summary>
    /// <param name="one">A column.</param>
    /// <param name="other">A column; with the same one its variance is returned.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public double Covariance(string one, string other) => covariance[Place(one)][Place(other)];

    /// <summary>Returns a coefficient.</summary>
    /// <param name="column">The column.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public CoefficientEstimate Coefficient(string column) => Coefficients[Place(column)];

    /// <summary>Predicts the mean and a new count of a row.</summary>
    /// <param name="values">The explanatory values, without the intercept's 1; finite.</param>
    /// <param name="exposure">The exposure, finite, above zero.</param>
    /// <param name="offset">What is added to the linear predictor; finite.</param>
    /// <param name="level">The level of both intervals, between 0 and 1, exclusive.</param>
    /// <exception cref="ArgumentException">The number of values or a number is not as expected.</exception>
    public CountPrediction Predict(IReadOnlyList<double> values, double exposure = 1, double offset = 0, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] row = Data.HasIntercept ? [1, .. values] : [.. values];
        if (row.Length != Coefficients.Count || !Array.TrueForAll(row, double.IsFinite))
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"values: found {string.Join(", ", values)}; expected a finite number for each column but the intercept."), nameof(values));
        }

        if (!(exposure > 0 && double.IsFinite(exposure)) || !double.IsFinite(offset))
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"exposure and offset: found {exposure} and {offset}; expected finite numbers, the exposure above zero."), nameof(exposure));
        }

        double centre = offset + PortableMath.Log(exposure);
        double variance = 0;
        for (int i = 0; i < row.Length; i++)
        {
            centre += row[i] * state.Coefficients[i];
            for (int j = 0; j < row.Length; j++)
            {
                variance += row[i] * row[j] * covariance[i][j];
            }
        }

        return CountPrediction.Of(centre, Math.Sqrt(Math.Max(0, variance)), state.Dispersion, level);
    }

    private int Place(string column)
    {
        int place = state.Data.Columns.ToList().IndexOf(column);
        return place >= 0 ? place : throw new ArgumentException($"column: found '{column}'; expected one of {string.Join(", ", state.Data.Columns)}.", nameof(column));
    }
}
