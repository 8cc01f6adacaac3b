using System.Globalization;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// A fit under one penalty. Immutable and thread-safe. It has no standard errors: a penalty trades bias for spread, and nothing in the data tells
/// the bias. How far predictions are off is what <see cref="PenaltyValidation"/> measures.
/// </summary>
public sealed class PenalizedFit
{
    private readonly PenalizedDesign design;
    private readonly bool hasLogLink;

    internal PenalizedFit(PenalizedDesign design, bool hasLogLink, double penalty, double[] coefficients, double deviance, double degrees)
    {
        (this.design, this.hasLogLink, Penalty, Scaled, Deviance, DegreesOfFreedom) = (design, hasLogLink, penalty, coefficients, deviance, degrees);
        Coefficients = design.Original(coefficients);
    }

    /// <summary>Gets λ.</summary>
    public double Penalty { get; }

    /// <summary>Gets the coefficients for the columns as given, in their order, the intercept first if there is one.</summary>
    public IReadOnlyList<double> Coefficients { get; }

    /// <summary>Gets how many coefficients are not zero, the intercept not counted.</summary>
    public int NonZero => Scaled.Skip(design.Free).Count(value => value != 0);

    /// <summary>Gets the deviance: of counts as for <see cref="CountFit.Deviance"/>, of measured responses the weighted sum of squares.</summary>
    public double Deviance { get; }

    /// <summary>
    /// Gets the effective number of coefficients, the intercept included: the trace of the matrix from responses to means, over the columns whose
    /// coefficients are not zero; for counts, of the last weighted least squares. Sources: Hastie, Tibshirani and Friedman, The Elements of
    /// Statistical Learning, 2nd ed. 2009, equation 3.50 (ridge); Tibshirani and Taylor, "Degrees of freedom in lasso problems", Annals of
    /// Statistics 40(2), 2012, theorems 1 and 2 (lasso, elastic net).
    /// </summary>
    public double DegreesOfFreedom { get; }

    /// <summary>Gets the coefficients for the scaled columns.</summary>
    internal double[] Scaled { get; }

    /// <summary>Predicts the mean of a row; of a row of the fit it is the fitted mean. It has no interval of its own: see the remark on the type.</summary>
    /// <param name="values">The explanatory values, without the intercept's 1; finite.</param>
    /// <param name="exposure">The exposure, finite, above zero; for measured responses 1.</param>
    /// <param name="offset">What is added to the linear predictor; finite.</param>
    /// <exception cref="ArgumentException">The number of values or a number is not as expected, or the mean is not finite.</exception>
    public double Predict(IReadOnlyList<double> values, double exposure = 1, double offset = 0)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count != Coefficients.Count - design.Free || !values.All(double.IsFinite))
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"values: found {string.Join(", ", values)}; expected a finite number for each column but the intercept."), nameof(values));
        }

        if (!(exposure > 0 && double.IsFinite(exposure)) || !double.IsFinite(offset) || (!hasLogLink && exposure != 1))
        {
            string expected = hasLogLink ? "finite numbers, the exposure above zero" : "an exposure of 1, and a finite offset";
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"exposure and offset: found {exposure} and {offset}; expected {expected}."), nameof(exposure));
        }

        double mean = Mean(values, offset + PortableMath.Log(exposure));
        return double.IsFinite(mean) ? mean : throw new ArgumentException("values: found a mean that is not finite; expected values nearer to those of the fit.", nameof(values));
    }

    /// <summary>The mean of a row; it may be infinite.</summary>
    internal double Mean(IReadOnlyList<double> values, double offset)
    {
        double sum = Link(values, offset);
        return hasLogLink ? PortableMath.Exp(sum) : design.ResponseCentre + sum;
    }

    /// <summary>The linear predictor of a row: of counts the logarithm of the mean, of measured responses the mean less their centre.</summary>
    internal double Link(IReadOnlyList<double> values, double offset)
    {
        // By differences from the columns' means, in which large values cancel less.
        double sum = offset + (design.Free > 0 ? Scaled[0] : 0);
        for (int column = design.Free; column < Scaled.Length; column++)
        {
            if (Scaled[column] != 0)
            {
                sum += Scaled[column] * design.Standard(column, values[column - design.Free]);
            }
        }

        return sum;
    }
}
