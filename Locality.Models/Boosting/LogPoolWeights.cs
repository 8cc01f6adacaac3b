using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// The weights, zero or more and adding up to 1, under which the geometric mean of several predicted means has the least Poisson deviance. The
/// deviance is convex in the weights, so that the least is found from any start: mass goes from the part where the deviance climbs most to the one
/// where it falls most, along the line as far as it gains (two-coordinate descent on a simplex: Platt, "Fast training of support vector
/// machines using sequential minimal optimization", 1998; Beck, Journal of Optimization Theory and Applications 162, 2014).
/// </summary>
internal static class LogPoolWeights
{
    /// <summary>The most steps; what is left then is at most the bound that ends them earlier, by far as a rule.</summary>
    private const int MostSteps = 5000;

    /// <summary>How far above the least the half deviance may be, as a share of the counts: the duality gap of a simplex (Jaggi, ICML 2013).</summary>
    private const double Gap = 1e-10;

    /// <summary>Returns the weight of each part.</summary>
    /// <param name="links">For each part the logarithm of the mean that it predicts for each row, finite.</param>
    /// <param name="counts">The count of each row.</param>
    /// <param name="weights">The weight of each row.</param>
    /// <param name="rows">Which rows count.</param>
    internal static double[] Of(double[][] links, double[] counts, double[] weights, int[] rows)
    {
        double[] shares = new double[links.Length];
        shares[0] = 1;
        double[] pooled = Array.ConvertAll(rows, row => links[0][row]);
        double size = rows.Select((row, place) => weights[row] * (counts[row] + PortableMath.Exp(pooled[place]))).Sum();
        for (int step = 0; step < MostSteps; step++)
        {
            double[] slopes = Slopes(links, counts, weights, rows, pooled);
            int to = Array.IndexOf(slopes, slopes.Min());
            int from = Enumerable.Range(0, shares.Length).Where(part => shares[part] > 0).MaxBy(part => slopes[part]);
            double gap = shares.Zip(slopes, (share, slope) => share * (slope - slopes[to])).Sum();
            if (!(gap > Gap * size) || from == to)
            {
                break;
            }

            double[] direction = Array.ConvertAll(rows, row => links[to][row] - links[from][row]);
            double moved = Along(direction, counts, weights, rows, pooled, shares[from]);
            shares[from] = moved == shares[from] ? 0 : shares[from] - moved;
            shares[to] += moved;
            for (int place = 0; place < rows.Length; place++)
            {
                pooled[place] += moved * direction[place];
            }
        }

        double sum = shares.Sum();
        return Array.ConvertAll(shares, share => share / sum);
    }

    // The half deviance's derivative in each weight, less that in the first: only differences matter where the weights' sum stays.
    private static double[] Slopes(double[][] links, double[] counts, double[] weights, int[] rows, double[] pooled)
    {
        double[] slopes = new double[links.Length];
        foreach ((int place, int row) in rows.Index())
        {
            double excess = weights[row] * (PortableMath.Exp(pooled[place]) - counts[row]);
            for (int part = 1; part < slopes.Length; part++)
            {
                slopes[part] += excess * (links[part][row] - links[0][row]);
            }
        }

        return slopes;
    }

    // Where the slope along a direction turns from falling to climbing: Newton's steps within a bracket, or else its middle.
    private static double Along(double[] direction, double[] counts, double[] weights, int[] rows, double[] pooled, double most)
    {
        (double low, double high) = (0, most);
        double at = most;
        for (int iteration = 0; iteration < 200; iteration++)
        {
            double slope = 0;
            double curvature = 0;
            foreach ((int place, int row) in rows.Index())
            {
                double mean = PortableMath.Exp(pooled[place] + (at * direction[place]));
                slope += weights[row] * (mean - counts[row]) * direction[place];
                curvature += weights[row] * mean * direction[place] * direction[place];
            }

            if (at == most && slope <= 0)
            {
                return most;
            }

            (low, high) = slope > 0 ? (low, at) : (at, high);
            double next = at - (slope / curvature);
            next = next > low && next < high ? next : (low + high) / 2;
            if (!(Math.Abs(next - at) > 1e-15 * most))
            {
                return next;
            }

            at = next;
        }

        return at;
    }
}
