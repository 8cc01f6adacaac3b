namespace LocalitySim.Models;

/// <summary>The scalar product of two vectors.</summary>
internal static class VectorProduct
{
    /// <summary>Sums in four parts, which a processor adds at once; always in the same order.</summary>
    internal static double Of(double[] one, double[] other)
    {
        (double a, double b, double c, double d) = (0, 0, 0, 0);
        int place = 0;
        for (; place + 3 < one.Length; place += 4)
        {
            a += one[place] * other[place];
            b += one[place + 1] * other[place + 1];
            c += one[place + 2] * other[place + 2];
            d += one[place + 3] * other[place + 3];
        }

        for (; place < one.Length; place++)
        {
            a += one[place] * other[place];
        }

        return a + b + (c + d);
    }
}
