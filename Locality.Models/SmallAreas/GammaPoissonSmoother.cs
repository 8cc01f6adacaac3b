using System.Globalization;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// Empirical Bayes estimates of areas' rates: counts are Poisson about rates, and rates are gamma about what the columns, or an intercept
/// alone, make of them. An area's rate is then a weighted mean of its own and that, the more of its own the larger its exposure. Nothing
/// is known of which areas are neighbours. Thread-safe, the same bits on every platform.
/// Sources: Clayton and Kaldor, "Empirical Bayes estimates of age-standardized relative risks for use in disease mapping", Biometrics 43(3),
/// 1987, section 3.1: counts are then negative binomial, and mean and shape those of the greatest likelihood; Marshall, "Mapping disease and mortality rates
/// using empirical Bayes estimators", Applied Statistics 40(2), 1991.
/// </summary>
/// <remarks>
/// <para>
/// The posterior mean is Clayton and Kaldor's: with mean and shape at their best. Intervals of mean and shape at their best would be too
/// narrow (Morris, "Parametric empirical Bayes inference", JASA 78(381), 1983), so the bounds are averaged over the square root of the
/// gamma's relative variance, by its likelihood and a flat prior (Gelman, "Prior distributions for variance parameters in hierarchical models",
/// Bayesian Analysis 1(3), 2006), and over the coefficients by their normal errors, each mixture being gamma with its mean and variance.
/// </para>
/// <para>Where counts spread no more than Poisson ones, every posterior mean is the mean of the columns; the bounds still have the spread that the likelihood leaves open.</para>
/// </remarks>
public static class GammaPoissonSmoother
{
    private const int Nodes = 32;
    private const double Drop = 9;
    private const double WidestSpread = 20;
    private const int SpareAreas = 3;

    /// <summary>Estimates the rates.</summary>
    /// <param name="data">The areas: at least three more than there are columns, the intercept included.</param>
    /// <param name="level">The level of the intervals, between 0 and 1, exclusive.</param>
    /// <exception cref="ArgumentException">There are too few areas, or no single finite fit is best. The message names the columns.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range.</exception>
    public static GammaPoissonFit Smooth(AreaCounts data, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "level: expected a number between 0 and 1, exclusive.");
        }

        int columns = data.Data.Columns.Count;
        if (data.Areas.Count < columns + SpareAreas)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"areas: found {data.Areas.Count}; expected {columns + SpareAreas} or more, for the spread of rates about {columns} coefficients is not seen in fewer."), nameof(data));
        }

        CountFit fit = CountRegression.NegativeBinomial(data.Data);
        return new GammaPoissonFit(data, fit, Spreads(data.Data, fit), level);
    }

    /// <summary>The posterior of the gamma's relative standard deviation s = √α, as equal steps with weights that sum to 1.</summary>
    private static List<GammaPoissonNode> Spreads(CountData data, CountFit fit)
    {
        double best = Math.Sqrt(fit.Dispersion!.Value);
        double[] start = [.. fit.Coefficients.Select(coefficient => coefficient.Estimate)];
        GammaPoissonNode At(double spread) => GammaPoissonNode.At(data, spread * spread, start);
        double most = At(best).LogLikelihood;
        double high = Math.Max(2 * best, 0.125);
        GammaPoissonNode end = At(high);
        while (high < WidestSpread && end.LogLikelihood > most - Drop)
        {
            most = Math.Max(most, end.LogLikelihood);
            high = Math.Min(1.5 * high, WidestSpread);
            end = At(high);
        }

        // From below: the first of the coarse steps that counts.
        double low = 0;
        for (int step = 1; step < Nodes && high * step / Nodes < best && At(high * step / Nodes).LogLikelihood < most - Drop; step++)
        {
            low = high * step / Nodes;
        }

        // The ends of the steps' middles, so that nothing is said of s = 0 itself, which has no mass.
        List<GammaPoissonNode> nodes = [.. Enumerable.Range(0, Nodes).Select(node => At(low + ((high - low) * (node + 0.5) / Nodes)))];
        double top = nodes.Max(node => node.LogLikelihood);
        double sum = nodes.Sum(node => PortableMath.Exp(node.LogLikelihood - top));
        return [.. nodes.Select(node => node with { Weight = PortableMath.Exp(node.LogLikelihood - top) / sum })];
    }
}
