namespace LocalitySim.Simulation;

/// <summary>Solves an equation whose left side grows.</summary>
/// <remarks>Source: the Illinois form of false position, Dowell and Jarratt, BIT 11(2), 1971.</remarks>
public static class MonotoneRoot
{
    private const double Tolerance = 1e-12;

    /// <summary>The x with f(x) = target to about 10⁻¹², for a growing, continuous f that takes values on both sides of the target.</summary>
    /// <param name="f">The left side.</param>
    /// <param name="target">The right side.</param>
    public static double Of(Func<double, double> f, double target)
    {
        ArgumentNullException.ThrowIfNull(f);
        (double low, double high) = (0, 1);
        double below = f(low) - target;
        while (below > 0)
        {
            low = low == 0 ? -1 : 2 * low;
            below = f(low) - target;
        }

        double above = f(high) - target;
        while (above < 0)
        {
            (low, below) = (high, above);
            high *= 2;
            above = f(high) - target;
        }

        int kept = 0;
        double width = double.PositiveInfinity;
        for (int step = 0; step < 200 && high - low > Tolerance * Math.Max(1, Math.Abs(high)); step++)
        {
            // Where three steps have not halved the interval, the next one does, whatever the shape.
            bool halve = step % 3 == 2 && high - low > 0.5 * width;
            width = step % 3 == 2 ? high - low : width;
            double middle = halve ? 0.5 * (low + high) : low - (below * (high - low) / (above - below));
            middle = middle > low && middle < high ? middle : 0.5 * (low + high);
            double value = f(middle) - target;
            if (value == 0)
            {
                return middle;
            }

            if (value < 0)
            {
                (low, below) = (middle, value);
                above = kept < 0 ? above / 2 : above;
                kept = -1;
            }
            else
            {
                (high, above) = (middle, value);
                below = kept > 0 ? below / 2 : below;
                kept = 1;
            }
        }

        return 0.5 * (low + high);
    }
}
