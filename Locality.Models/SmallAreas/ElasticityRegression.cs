using System.Globalization;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// Estimates an elasticity from units that are each counted as a whole: a negative binomial regression of counts on the logarithm of the index, with errors
/// that hold where the observations of one unit depend on one another. Thread-safe.
/// Sources: <see cref="CountRegression"/> and <see cref="ClusterRobust"/>; γ as the coefficient of a logarithm: Cameron and Trivedi, Regression Analysis of
/// Count Data, 2nd ed. 2013, section 3.5.
/// </summary>
public static class ElasticityRegression
{
    /// <summary>The name of the index's column.</summary>
    public const string Column = "ln index";

    /// <summary>Fits the counts: ln mean = ln exposure + level of the period + γ ln index.</summary>
    /// <param name="observations">The observations: of more units than there are coefficients, which are two and one for each period after the first.</param>
    /// <returns>The coefficients with cluster-robust errors; γ is that of <see cref="Column"/>.</returns>
    /// <exception cref="ArgumentException">A number is out of range, there are too few units, or no single finite fit is best. The message names unit and period, or the columns.</exception>
    public static ClusterRobustFit Fit(IReadOnlyList<ElasticityObservation> observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        foreach (ElasticityObservation one in observations)
        {
            Check(one);
        }

        // Ordered by name, so that which period is the first does not hang on the order of the observations.
        string?[] periods = [.. observations.Select(one => one.Period).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        CountData data = new(
            [Column, .. periods.Skip(1).Select(period => $"period {period}")],
            [.. observations.Select(one => (double[])[PortableMath.Log(one.Index), .. periods.Skip(1).Select(period => string.Equals(period, one.Period, StringComparison.Ordinal) ? 1.0 : 0)])],
            [.. observations.Select(one => one.Count)],
            [.. observations.Select(one => one.Exposure)]);
        return ClusterRobust.Of(CountRegression.NegativeBinomial(data), [.. observations.Select(one => one.Unit)]);
    }

    /// <summary>Estimates γ, with Student's t of as many degrees of freedom as there are units, less one.</summary>
    /// <param name="observations">As for <see cref="Fit"/>.</param>
    /// <exception cref="ArgumentException">As for <see cref="Fit"/>.</exception>
    public static Elasticity Estimate(IReadOnlyList<ElasticityObservation> observations)
    {
        ClusterRobustFit fit = Fit(observations);
        CoefficientEstimate gamma = fit.Coefficient(Column);
        return Elasticity.FromEstimate(gamma.Estimate, gamma.StandardError, fit.DegreesOfFreedom);
    }

    private static void Check(ElasticityObservation one)
    {
        ArgumentNullException.ThrowIfNull(one);
        string place = one.Period is null ? $"unit '{one.Unit}'" : $"unit '{one.Unit}', period '{one.Period}'";
        if (string.IsNullOrWhiteSpace(one.Unit))
        {
            throw new ArgumentException($"{place}: expected a name that is not blank.", nameof(one));
        }

        (string Name, double Value, bool IsRight, string Expected)[] numbers =
        [
            ("count", one.Count, one.Count >= 0 && one.Count < CountData.CountLimit && Math.Floor(one.Count) == one.Count, "a whole number from 0 to under 10¹⁵"),
            ("exposure", one.Exposure, one.Exposure > 0 && double.IsFinite(one.Exposure), "a finite number above zero"),
            ("index", one.Index, one.Index > 0 && double.IsFinite(one.Index), "a finite number above zero"),
        ];
        foreach ((string name, double value, bool isRight, string expected) in numbers)
        {
            if (!isRight)
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{place}, {name}: found {value}; expected {expected}."), nameof(one));
            }
        }
    }
}
