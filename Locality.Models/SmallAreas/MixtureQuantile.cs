using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Quantiles of distributions of what is above zero, given by their distribution function.</summary>
internal static class MixtureQuantile
{
    /// <summary>The x above zero with <paramref name="atMost"/>(x) = <paramref name="share"/>, to about 10⁻¹² of it.</summary>
    /// <param name="atMost">A growing, continuous distribution function.</param>
    /// <param name="share">A number between 0 and 1, exclusive.</param>
    /// <param name="near">A number above zero to begin from.</param>
    internal static double Of(Func<double, double> atMost, double share, double near) =>
        near * PortableMath.Exp(MonotoneRoot.Of(x => atMost(near * PortableMath.Exp(x)), share));
}
