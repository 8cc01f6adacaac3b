using System.Runtime.Intrinsics;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// Poisson (α = 0) and negative binomial counts under the logarithmic link; the state is the mean. The second derivative is the expected
/// one, as in Fisher's scoring (McCullagh and Nelder 1989, section 2.5): above zero, and known before the counts are.
/// </summary>
/// <param name="dispersion">α, zero or more.</param>
internal sealed class CountLoss(double dispersion) : LossFunction
{
    /// <summary>Counts from here on are not whole numbers that a double tells apart.</summary>
    private const double CountLimit = 1e15;

    internal override string? Fault(double target) =>
        target >= 0 && target < CountLimit && Math.Floor(target) == target ? null : "a whole number from 0 to under 10¹⁵, as the loss is of counts";

    internal override double State(double link, double exposure) => exposure * PortableMath.Exp(link);

    internal override double Prediction(double state) => state;

    internal override double Factor(double step) => PortableMath.Exp(step);

    internal override double Move(double state, double factor) => state * factor;

    internal override Vector128<double> Gradient(double target, double state, double weight)
    {
        double working = weight / (1 + (dispersion * state));
        return Vector128.Create(working * (state - target), working * state);
    }

    /// <summary>
    /// The root v of S − Me^v − λv = 0, where S and M are the sums of counts and of means, each over 1 + αμ: Friedman's (2001, section 4)
    /// search along a leaf, exact for a Poisson loss. Newton's step alone would be far too long where counts are well above their means.
    /// </summary>
    internal override double Step(double first, double second, double l2)
    {
        double counts = Math.Max(0, second - first);
        if (counts == 0 && l2 == 0)
        {
            return -LargestStep;
        }

        // From the right of the root Newton's steps on a falling concave function come down to it and never pass it.
        double step = counts >= second || l2 == 0 ? PortableMath.Log(counts / second) : 0;
        for (int iteration = 0; l2 > 0 && iteration < 100; iteration++)
        {
            double fall = second * PortableMath.Exp(step);
            double move = (counts - fall - (l2 * step)) / (fall + l2);
            step += move;
            if (!(Math.Abs(move) > 1e-14 * Math.Max(1, Math.Abs(step))))
            {
                break;
            }
        }

        return Math.Clamp(step, -LargestStep, LargestStep);
    }

    internal override double HalfDeviance(double target, double state) => CountProbability.HalfDeviance(target, state, dispersion);

    internal override double ValidationLoss(double target, double state) =>
        dispersion > 0 ? -CountProbability.LogNegativeBinomial(target, state, dispersion) : -CountProbability.LogPoisson(target, state);
}
