namespace LocalitySim.Models;

/// <summary>The distribution of a count about its mean μ.</summary>
public enum CountFamily
{
    /// <summary>Poisson: variance μ.</summary>
    Poisson,

    /// <summary>Negative binomial of the second kind: variance μ + αμ² (Cameron and Trivedi 1986; Hilbe, Negative Binomial Regression, 2011).</summary>
    NegativeBinomial,
}
