namespace LocalitySim.Simulation;

/// <summary>
/// Finds the point of a box with the least sum of squared residuals, by Levenberg–Marquardt steps cut off at the box, from several starts.
/// Sources: Marquardt, "An algorithm for least-squares estimation of nonlinear parameters", Journal of SIAM 11(2), 1963; bounds that the
/// gradient pushes against are held, as in Conn, Gould and Toint, Trust-Region Methods, 2000, section 12.1.
/// </summary>
internal static class BoxLeastSquares
{
    private const int MostSteps = 200;
    private const double LeastStep = 1e-12;
    private const double MostDamping = 1e12;

    /// <summary>Returns the best end of all starts; of equal ones the first.</summary>
    /// <param name="residuals">The residuals at a point.</param>
    /// <param name="jacobian">Their derivatives: a row for each residual.</param>
    /// <param name="low">The lowest values.</param>
    /// <param name="high">The highest values.</param>
    /// <param name="starts">One or more points of the box.</param>
    internal static double[] Minimise(Func<double[], double[]> residuals, Func<double[], double[][]> jacobian, double[] low, double[] high, IEnumerable<double[]> starts) =>
        starts.Select(start => Descend(residuals, jacobian, low, high, start)).MinBy(end => end.Squares).Point;

    private static (double[] Point, double Squares) Descend(Func<double[], double[]> residuals, Func<double[], double[][]> jacobian, double[] low, double[] high, double[] start)
    {
        double[] point = start;
        double[] left = residuals(point);
        double squares = ThinQr.Product(left, left);
        double damping = 1e-3;
        for (int step = 0; step < MostSteps && damping < MostDamping; step++)
        {
            double[][] rows = jacobian(point);
            double[] gradient = [.. Enumerable.Range(0, point.Length).Select(j => rows.Select((row, i) => row[j] * left[i]).Sum())];
            int[] free = [.. Enumerable.Range(0, point.Length).Where(j => !((point[j] <= low[j] && gradient[j] > 0) || (point[j] >= high[j] && gradient[j] < 0)))];
            if (free.Length == 0)
            {
                break;
            }

            bool moved = false;
            while (!moved && damping < MostDamping)
            {
                double[] trial = Stepped(point, left, rows, free, damping, low, high);
                double[] then = residuals(trial);
                double sum = ThinQr.Product(then, then);
                if (sum < squares)
                {
                    double far = point.Zip(trial, (from, to) => Math.Abs(to - from)).Max();
                    (point, left, squares, damping, moved) = (trial, then, sum, Math.Max(1e-12, damping / 10), true);
                    damping = far < LeastStep ? MostDamping : damping;
                }
                else
                {
                    damping *= 4;
                }
            }
        }

        return (point, squares);
    }

    private static double[] Stepped(double[] point, double[] left, double[][] rows, int[] free, double damping, double[] low, double[] high)
    {
        // Damping stands below the Jacobian, so that no normal equations are formed.
        double[][] columns = [.. free.Select((j, place) =>
        {
            double[] own = Array.ConvertAll(rows, row => row[j]);
            double scale = Math.Max(ThinQr.Product(own, own), 1e-12);
            double[] damped = new double[free.Length];
            damped[place] = Math.Sqrt(damping * scale);
            return (double[])[.. own, .. damped];
        })];
        double[] step = ThinQr.Of(columns)?.Solve([.. left.Select(value => -value), .. new double[free.Length]]) ?? new double[free.Length];
        double[] trial = (double[])point.Clone();
        for (int place = 0; place < free.Length; place++)
        {
            int j = free[place];
            trial[j] = Math.Clamp(point[j] + step[place], low[j], high[j]);
        }

        return trial;
    }
}
