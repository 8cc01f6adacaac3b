namespace LocalitySim.Simulation;

/// <summary>
/// Nodes and weights for the mean of a function of s = √(χ²/ν), the standard deviation of a sample over that of its population.
/// </summary>
/// <remarks>
/// The trapezoidal rule in ln s, whose density is proportional to exp(ν (u − e^(2u)/2)): for such functions its error falls
/// exponentially with the number of nodes (Trefethen and Weideman, SIAM Review 56(3), 2014). Weights are divided by their sum, so that
/// no gamma function is needed.
/// </remarks>
internal sealed class ScaledChi
{
    // What is left out at either end has a density under e^−42 of the greatest.
    private const double LeastLog = -42;
    private const double WidestStep = 0.1;

    private ScaledChi(double[] nodes, double[] weights)
    {
        Nodes = nodes;
        Weights = weights;
    }

    internal double[] Nodes { get; }

    /// <summary>The weights; they sum to 1.</summary>
    internal double[] Weights { get; }

    /// <summary>Makes the rule for ν degrees of freedom, 1 or more; infinitely many give s = 1.</summary>
    internal static ScaledChi Of(double degreesOfFreedom)
    {
        if (double.IsPositiveInfinity(degreesOfFreedom))
        {
            return new ScaledChi([1], [1]);
        }

        double step = Math.Min(WidestStep, 0.7 / Math.Sqrt(2 * degreesOfFreedom));
        List<double> logs = [];
        for (int n = 0; Log(n * step, degreesOfFreedom) > LeastLog; n--)
        {
            logs.Add(n * step);
        }

        logs.Reverse();
        for (int n = 1; Log(n * step, degreesOfFreedom) > LeastLog; n++)
        {
            logs.Add(n * step);
        }

        double[] weights = [.. logs.Select(u => PortableMath.Exp(Log(u, degreesOfFreedom)))];
        double sum = 0;
        foreach (double weight in weights)
        {
            sum += weight;
        }

        return new ScaledChi([.. logs.Select(PortableMath.Exp)], [.. weights.Select(weight => weight / sum)]);
    }

    /// <summary>The logarithm of the density of ln s, less that at its peak.</summary>
    private static double Log(double u, double degreesOfFreedom) => degreesOfFreedom * (u - (0.5 * PortableMath.Expm1(2 * u)));
}
