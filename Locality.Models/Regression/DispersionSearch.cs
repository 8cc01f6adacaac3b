using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// The dispersion α of the greatest likelihood, by Newton's method on the profile likelihood, the coefficients being fitted again for each α.
/// Source: Lawless, "Negative binomial and mixed Poisson regression", Canadian Journal of Statistics 15(3), 1987, section 2. The likelihood may
/// have more than one peak, such as where one row counts more than all others together, so that what was climbed is held against a coarse grid
/// of α, and the peak next to a better point of it climbed instead.
/// </summary>
internal static class DispersionSearch
{
    private const double Least = 1e-10;
    private const double Most = 1e6;

    // ln α from ln 10⁻⁴ to ln 10², two steps for a factor of ten.
    private const double GridStart = -9.210340371976182;
    private const double GridStep = 1.151292546497023;
    private const int GridPoints = 13;

    /// <summary>Returns the fit; its dispersion is 0 where no other has a greater likelihood: no more spread than Poisson's.</summary>
    internal static CountState Solve(CountData data)
    {
        CountState poisson = CountSolver.Solve(data, 0, null);
        double low = PortableMath.Log(Least);
        double high = PortableMath.Log(Most);
        CountState found = Profile(poisson).First > 0
            ? Climb(data, poisson, low, high, Math.Clamp(PortableMath.Log(Math.Max(Moments(poisson), 1e-6)), low, high))
            : poisson;
        CountState[] grid = new CountState[GridPoints];
        for (int point = 0; point < GridPoints; point++)
        {
            grid[point] = CountSolver.Solve(data, PortableMath.Exp(GridPlace(point)), (point == 0 ? poisson : grid[point - 1]).Coefficients);
        }

        double[] heights = [.. grid.Select(state => state.LogLikelihood())];
        int best = Array.IndexOf(heights, heights.Max());
        double height = found.LogLikelihood();
        return heights[best] > height + (1e-9 * Math.Abs(height))
            ? Climb(data, grid[best], GridPlace(best - 1), GridPlace(best + 1), GridPlace(best))
            : found;
    }

    private static double GridPlace(int point) => GridStart + (point * GridStep);

    // Newton's method in ln α from a place between two bounds.
    private static CountState Climb(CountData data, CountState state, double low, double high, double place)
    {
        for (int step = 0; step < 200; step++)
        {
            double dispersion = PortableMath.Exp(place);
            state = CountSolver.Solve(data, dispersion, state.Coefficients);
            (double first, double second) = Profile(state);
            if (first > 0)
            {
                low = place;
            }
            else
            {
                high = place;
            }

            // In ln α, with a bracket that Newton's step may not leave.
            double slope = (dispersion * first) + (dispersion * dispersion * second);
            double newton = slope < 0 ? place - Math.Clamp(dispersion * first / slope, -2, 2) : double.NaN;
            double next = newton > low && newton < high ? newton : 0.5 * (low + high);
            double moved = Math.Abs(next - place);
            place = next;
            if (moved < 1e-13 || high - low < 1e-13)
            {
                break;
            }
        }

        return place < PortableMath.Log(Most) - 1e-6
            ? CountSolver.Solve(data, PortableMath.Exp(place), state.Coefficients)
            : throw new ArgumentException("counts: found a spread that no dispersion up to a million explains; expected fewer zeros, or counts that are closer.", nameof(data));
    }

    /// <summary>The profile log-likelihood's first and second derivatives in α, at coefficients that are best for it.</summary>
    internal static (double First, double Second) Profile(CountState state)
    {
        CountData data = state.Data;
        double first = 0;
        double second = 0;
        for (int row = 0; row < data.Rows; row++)
        {
            if (data.Weights[row] > 0)
            {
                (double one, double two) = NegativeBinomialSums.Derivatives(data.Counts[row], state.Means[row], state.Dispersion);
                first += data.Weights[row] * one;
                second += data.Weights[row] * two;
            }
        }

        (double[] cross, double[] solved) = Cross(state);
        return (first, second + VectorProduct.Of(cross, solved));
    }

    /// <summary>∂²ℓ/∂β∂α = −Σ w x μ (y − μ)/(1 + αμ)², and the inverse of the coefficients' observed information times it.</summary>
    internal static (double[] Cross, double[] Solved) Cross(CountState state)
    {
        CountData data = state.Data;
        double[] mixed = new double[data.Rows];
        double[] right = new double[data.Rows];
        for (int row = 0; row < data.Rows; row++)
        {
            double spread = 1 + (state.Dispersion * state.Means[row]);
            double curvature = state.Curvature(row, CountInformation.Observed);
            if (curvature > 0)
            {
                mixed[row] = -data.Weights[row] * state.Means[row] * (data.Counts[row] - state.Means[row]) / (spread * spread);
                right[row] = mixed[row] / Math.Sqrt(curvature);
            }
        }

        double[] cross = [.. data.Design.Select(column => VectorProduct.Of(column, mixed))];
        double[] solved = state.Factors(CountInformation.Observed)?.Solve(right) ?? new double[cross.Length];
        return (cross, solved);
    }

    // What the variance is above the mean, in squared means.
    private static double Moments(CountState state)
    {
        double over = 0;
        double squares = 0;
        for (int row = 0; row < state.Means.Length; row++)
        {
            double gap = state.Data.Counts[row] - state.Means[row];
            over += state.Data.Weights[row] * ((gap * gap) - state.Means[row]);
            squares += state.Data.Weights[row] * state.Means[row] * state.Means[row];
        }

        return over / squares;
    }
}
