using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// Regression of counts with a log link: ln μ = offset + ln exposure + Σ column × coefficient, fitted by maximum likelihood. Thread-safe, the
/// same bits on every platform.
/// Sources: McCullagh and Nelder, Generalized Linear Models, 2nd ed. 1989, chapters 2 and 6; Hilbe, Negative Binomial Regression, 2nd ed.
/// 2011, chapter 8; Lawless, "Negative binomial and mixed Poisson regression", Canadian Journal of Statistics 15(3), 1987.
/// </summary>
public static class CountRegression
{
    /// <summary>Fits a Poisson regression.</summary>
    /// <param name="data">The counts and their columns.</param>
    /// <exception cref="ArgumentException">No single finite fit is best: columns determine one another, or counts are zero alone, all or on one side of a column. The message names the columns.</exception>
    public static CountFit Poisson(CountData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        DesignCheck.Refuse(data);
        return Fit(CountSolver.Solve(data, 0, null), null, CountInformation.Observed, false);
    }

    /// <summary>
    /// Fits a negative binomial regression and its dispersion α. Where the counts spread no more than Poisson counts would, the likelihood is
    /// greatest at α = 0: the fit is then the Poisson one, and α has no standard error.
    /// </summary>
    /// <param name="data">The counts and their columns.</param>
    /// <param name="information">Which information standard errors come from.</param>
    /// <exception cref="ArgumentException">As for <see cref="Poisson"/>; or no dispersion explains the spread.</exception>
    public static CountFit NegativeBinomial(CountData data, CountInformation information = CountInformation.Observed)
    {
        ArgumentNullException.ThrowIfNull(data);
        DesignCheck.Refuse(data);
        CountState state = DispersionSearch.Solve(data);
        return Fit(state, state.Dispersion, information, true);
    }

    /// <summary>Fits a negative binomial regression with a dispersion that is given.</summary>
    /// <param name="data">The counts and their columns.</param>
    /// <param name="dispersion">α, finite, zero or more; 0 is the Poisson distribution.</param>
    /// <param name="information">Which information standard errors come from.</param>
    /// <exception cref="ArgumentException">As for <see cref="Poisson"/>; or the dispersion is out of range.</exception>
    public static CountFit NegativeBinomial(CountData data, double dispersion, CountInformation information = CountInformation.Observed)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (!(dispersion >= 0 && double.IsFinite(dispersion)))
        {
            throw new ArgumentOutOfRangeException(nameof(dispersion), dispersion, "dispersion: expected a finite number, zero or more.");
        }

        DesignCheck.Refuse(data);
        return Fit(CountSolver.Solve(data, dispersion, null), dispersion, information, false);
    }

    private static CountFit Fit(CountState state, double? dispersion, CountInformation information, bool isEstimated)
    {
        CountData data = state.Data;
        int count = data.Columns.Count;
        ThinQr factors = state.Factors(information)
            ?? throw new ArgumentException($"{string.Join(", ", data.Columns)}: found columns that differ only on rows of vanishing mean; expected ones that differ on others.", nameof(state));
        double[][] spans = [.. Enumerable.Range(0, count).Select(place => factors.Weights([.. Enumerable.Range(0, count).Select(other => other == place ? 1.0 : 0)]))];
        double? variance = isEstimated && state.Dispersion > 0 && DispersionSearch.Profile(state).Second is < 0 and double second ? -1 / second : null;
        double[]? widened = information == CountInformation.Observed && variance is not null ? DispersionSearch.Cross(state).Solved : null;
        double[][] covariance = [.. Enumerable.Range(0, count).Select(i => Enumerable.Range(0, count)
            .Select(j => spans[i].Zip(spans[j], (one, other) => one * other).Sum() + (widened is null ? 0 : widened[i] * widened[j] * variance!.Value)).ToArray())];
        double parameters = count + (isEstimated ? 1 : 0);
        double logLikelihood = state.LogLikelihood();
        double degrees = data.Weights.Sum() - count;
        return new CountFit(
            state,
            dispersion is null ? CountFamily.Poisson : CountFamily.NegativeBinomial,
            information,
            covariance,
            [.. Enumerable.Range(0, data.Rows).Select(factors.Leverage)])
        {
            Dispersion = dispersion,
            IsDispersionEstimated = isEstimated,
            DispersionStandardError = variance is double known ? Math.Sqrt(known) : null,
            Deviance = state.Deviance,
            NullDeviance = NullDeviance(data, state.Dispersion),
            LogLikelihood = logLikelihood,
            Aic = (2 * parameters) - (2 * logLikelihood),
            DegreesOfFreedom = degrees,
            Overdispersion = degrees > 0 ? state.PearsonSum() / degrees : null,
        };
    }

    private static double NullDeviance(CountData data, double dispersion)
    {
        CountData alone = data.WithoutColumns();
        return (data.HasIntercept ? CountSolver.Solve(alone, dispersion, null) : CountState.At(alone, dispersion, [])).Deviance;
    }
}
