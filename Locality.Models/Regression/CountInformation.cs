namespace LocalitySim.Models;

/// <summary>Which information matrix standard errors are taken from. For a Poisson fit both are the same.</summary>
public enum CountInformation
{
    /// <summary>The curvature of the log-likelihood at the fit, in the coefficients and α together: what α leaves open widens the coefficients' errors.</summary>
    Observed,

    /// <summary>
    /// The expected curvature in the coefficients. That of coefficients and α together is zero, so that α counts as known
    /// (Lawless, "Negative binomial and mixed Poisson regression", Canadian Journal of Statistics 15(3), 1987).
    /// </summary>
    Expected,
}
