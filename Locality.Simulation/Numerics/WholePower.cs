namespace LocalitySim.Simulation;

/// <summary>Powers with whole exponents by repeated squaring: quicker than a logarithm, at the cost of a few roundings.</summary>
internal static class WholePower
{
    /// <summary>x to the power of n, for n of zero or more; the relative error is about n × 10⁻¹⁶.</summary>
    internal static double Of(double x, int n)
    {
        double power = 1;
        for (; n > 0; n >>= 1)
        {
            power = (n & 1) == 1 ? power * x : power;
            x *= x;
        }

        return power;
    }
}
