using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>A coefficient of a fit, with its error. The tests and intervals are Wald's: of a normal estimate.</summary>
/// <param name="Name">The column.</param>
/// <param name="Estimate">The coefficient: the change of ln μ for one more of the column.</param>
/// <param name="StandardError">Its standard error.</param>
public sealed record CoefficientEstimate(string Name, double Estimate, double StandardError)
{
    /// <summary>Gets the estimate over its standard error.</summary>
    public double Z => Estimate / StandardError;

    /// <summary>Gets the probability of a Z as far from zero or farther if the coefficient were zero.</summary>
    public double PValue => 2 * TailProbability.Normal(Math.Abs(Z));

    /// <summary>Returns estimate ± z standard errors.</summary>
    /// <param name="level">The confidence level, between 0 and 1, exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range.</exception>
    public Interval Interval(double level = 0.95)
    {
        double half = TailProbability.NormalPoint(0.5 + (0.5 * level)) * StandardError;
        return new Interval(Estimate, Estimate - half, Estimate + half);
    }
}
