using LocalitySim.Simulation;
using MathNet.Numerics.Distributions;

namespace LocalitySim.Tests;

/// <summary>Tests of fit.</summary>
internal static class Goodness
{
    internal delegate double Draw(ref RandomStream random);

    /// <summary>The p-value of Pearson's chi-square; cells are pooled until each expects five or more.</summary>
    internal static double ChiSquareP(int[] counts, Func<int, double> expected)
    {
        double statistic = 0;
        int cells = 0;
        double pooledCount = 0;
        double pooledExpected = 0;
        double left = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            left += expected(i);
        }

        for (int i = 0; i < counts.Length; i++)
        {
            pooledCount += counts[i];
            pooledExpected += expected(i);
            left -= expected(i);
            if ((pooledExpected >= 5 && left >= 5) || i == counts.Length - 1)
            {
                statistic += (pooledCount - pooledExpected) * (pooledCount - pooledExpected) / pooledExpected;
                cells++;
                (pooledCount, pooledExpected) = (0, 0);
            }
        }

        return 1 - ChiSquared.CDF(cells - 1, statistic);
    }

    /// <summary>The p-value of the Kolmogorov–Smirnov test of 40,000 draws (Stephens's approximation, 1970).</summary>
    internal static double KolmogorovP(RandomStream random, Draw draw, Func<double, double> cdf)
    {
        const int Draws = 40_000;
        double[] values = new double[Draws];
        for (int i = 0; i < Draws; i++)
        {
            values[i] = draw(ref random);
        }

        Array.Sort(values);
        double distance = 0;
        for (int i = 0; i < Draws; i++)
        {
            double p = cdf(values[i]);
            distance = Math.Max(distance, Math.Max(p - ((double)i / Draws), ((i + 1.0) / Draws) - p));
        }

        double lambda = distance * (Math.Sqrt(Draws) + 0.12 + (0.11 / Math.Sqrt(Draws)));
        double p2 = 0;
        for (int k = 1; k < 100; k++)
        {
            p2 += (k % 2 == 1 ? 2 : -2) * Math.Exp(-2.0 * k * k * lambda * lambda);
        }

        return lambda < 0.2 ? 1 : p2;
    }
}
