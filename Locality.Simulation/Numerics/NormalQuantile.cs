namespace LocalitySim.Simulation;

/// <summary>
/// The quantile of the standard normal distribution, to about 1 part in 10¹⁶, portable to the bit.
/// Source: Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied Statistics 37(3), 1988, PPND16.
/// </summary>
internal static class NormalQuantile
{
    private const double CentralHalfWidth = 0.425;
    private const double CentralHalfWidthSquared = 0.180625;
    private const double FarTailFrom = 5;

    /// <summary>
    /// The z with P(Z ≤ z) = <paramref name="u"/>, for 0 &lt; u &lt; 1. Where 1 − u is exact, the quantiles of u and 1 − u differ in
    /// sign alone.
    /// </summary>
    internal static double Of(double u)
    {
        double q = u - 0.5;
        if (Math.Abs(q) <= CentralHalfWidth)
        {
            return q * Centre(CentralHalfWidthSquared - (q * q));
        }

        double r = Math.Sqrt(-PortableMath.Log(q < 0 ? u : 1 - u));
        double z = r <= FarTailFrom ? Tail(r - 1.6) : FarTail(r - FarTailFrom);
        return q < 0 ? -z : z;
    }

    private static double Centre(double r) =>
        Horner(
            r, 2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457, 13731.693765509461125,
            1971.5909503065514427, 133.14166789178437745, 3.387132872796366608)
        / Horner(
            r, 5226.495278852545925, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867, 5394.1960214247511077,
            687.1870074920579083, 42.313330701600911252, 1);

    private static double Tail(double r) =>
        Horner(
            r, 7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258, 3.64784832476320460504,
            5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734)
        / Horner(
            r, 1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459, 0.68976733498510000455,
            1.6763848301838038494, 2.05319162663775882187, 1);

    private static double FarTail(double r) =>
        Horner(
            r, 2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093, 0.29656057182850489123,
            1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772)
        / Horner(
            r, 2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4, 0.0148753612908506148525,
            0.13692988092273580531, 0.59983220655588793769, 1);

    private static double Horner(double x, double c7, double c6, double c5, double c4, double c3, double c2, double c1, double c0)
    {
        double sum = Math.FusedMultiplyAdd(c7, x, c6);
        sum = Math.FusedMultiplyAdd(sum, x, c5);
        sum = Math.FusedMultiplyAdd(sum, x, c4);
        sum = Math.FusedMultiplyAdd(sum, x, c3);
        sum = Math.FusedMultiplyAdd(sum, x, c2);
        sum = Math.FusedMultiplyAdd(sum, x, c1);
        return Math.FusedMultiplyAdd(sum, x, c0);
    }
}
