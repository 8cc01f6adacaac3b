using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// The dispersion α of the greatest likelihood, by Newton's method on the profile likelihood, the coefficients being fitted again for each α.
/// Source: Lawless, "Negative binomial and mixed Poisson regression", Canadian Journal of Statistics 15(3), 1987, section 2.
/// </summary>
internal static class DispersionSearch
{
    private const double Least = 1e-10;
    private const double Most = 1e6;

    /// <summary>Returns the fit; its dispersion is 0 where the likelihood falls from there on: no more spread than Poisson's.</summary>
    internal static CountState Solve(CountData data)
    {
        CountState state = CountSolver.Solve(data, 0, null);
        if (!(Profile(state).First > 0))
        {
            return state;
        }

        double low = PortableMath.Log(Least);
        double high = PortableMath.Log(Most);
        double place = Math.Clamp(PortableMath.Log(Math.Max(Moments(state), 1e-6)), low, high);
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
