using System.Runtime.Intrinsics;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>The dispersion α of the greatest likelihood with the means held, by Newton's method in ln α within a bracket.</summary>
/// <remarks>Source: Lawless, "Negative binomial and mixed Poisson regression", Canadian Journal of Statistics 15(3), 1987, equation 2.4.</remarks>
internal static class DispersionAtMeans
{
    /// <summary>The greatest dispersion that is searched for.</summary>
    internal const double Most = 1e4;

    private const double Least = 1e-8;

    /// <summary>Returns α; 0 where the likelihood falls from there on: no more spread than Poisson's.</summary>
    /// <param name="rows">The rows used.</param>
    /// <param name="data">Their counts and weights.</param>
    /// <param name="means">The mean of each row of the data, above zero.</param>
    /// <param name="guess">Where to start.</param>
    /// <param name="chunks">Who does the work.</param>
    internal static double Of(int[] rows, TreeData data, double[] means, double guess, FixedChunks chunks)
    {
        if (!(Sum(0)[0] > 0))
        {
            return 0;
        }

        double low = PortableMath.Log(Least);
        double high = PortableMath.Log(Most);
        double place = Math.Clamp(PortableMath.Log(Math.Max(guess, Least)), low + 1e-3, high - 1e-3);
        for (int step = 0; step < 100; step++)
        {
            double dispersion = PortableMath.Exp(place);
            Vector128<double> sums = Sum(dispersion);
            double first = sums[0];
            (low, high) = first > 0 ? (place, high) : (low, place);
            double slope = (dispersion * first) + (dispersion * dispersion * sums[1]);
            double newton = slope < 0 ? place - Math.Clamp(dispersion * first / slope, -2, 2) : double.NaN;
            double next = newton > low && newton < high ? newton : 0.5 * (low + high);
            double moved = Math.Abs(next - place);
            place = next;
            if (moved < 1e-9)
            {
                break;
            }
        }

        return PortableMath.Exp(place);

        Vector128<double> Sum(double dispersion) => chunks.Sum(rows.Length, (from, to) =>
        {
            Vector128<double> sum = Vector128<double>.Zero;
            foreach (int row in rows.AsSpan(from, to - from))
            {
                (double first, double second) = NegativeBinomialSums.Derivatives(data.Targets[row], means[row], dispersion);
                sum += data.Weight(row) * Vector128.Create(first, second);
            }

            return sum;
        });
    }
}
