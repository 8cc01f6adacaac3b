using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>The best coefficients for a given dispersion, with their errors in each area's logarithm, and its likelihood with the coefficients integrated out.</summary>
internal sealed record GammaPoissonNode(double Dispersion, CountState State, double[] Errors, double LogLikelihood)
{
    /// <summary>Gets the node's share of the posterior.</summary>
    internal double Weight { get; init; }

    /// <summary>Fits the coefficients; Laplace's method integrates them out (Tierney and Kadane, JASA 81(393), 1986).</summary>
    internal static GammaPoissonNode At(CountData data, double dispersion, double[] start)
    {
        CountState state = CountSolver.Solve(data, dispersion, start);
        int count = data.Columns.Count;
        double[][] information = [.. Enumerable.Range(0, count).Select(i => Enumerable.Range(0, count).Select(j =>
            Enumerable.Range(0, data.Rows).Sum(row => state.Curvature(row, CountInformation.Observed) * data.Design[i][row] * data.Design[j][row])).ToArray())];
        CholeskyFactor factor = CholeskyFactor.Of(information)
            ?? throw new ArgumentException($"{string.Join(", ", data.Columns)}: found columns that hardly differ where counts are expected; expected ones that do.", nameof(data));
        double[] errors = [.. Enumerable.Range(0, data.Rows).Select(row =>
            Math.Sqrt(factor.SolveLower([.. data.Design.Select(column => column[row])]).Sum(value => value * value)))];
        return new GammaPoissonNode(dispersion, state, errors, state.LogLikelihood() - (0.5 * factor.LogDeterminant));
    }

    /// <summary>
    /// The gamma shape and mean of an area's rate: with the coefficients known, shape 1/α + y and rate 1/(αm) + E (Clayton and Kaldor 1987,
    /// section 3.1), where m is the rate the columns say; their error e in ln m adds ((1 − w) e)² to the relative variance, by the delta method.
    /// </summary>
    internal (double Shape, double Mean) Posterior(int area, double exposure)
    {
        double expected = State.Means[area];
        double spread = Dispersion * expected;
        double rest = 1 / (1 + spread);
        double mean = (expected + (spread * State.Data.Counts[area])) * rest / exposure;
        double own = Dispersion / (1 + (Dispersion * State.Data.Counts[area]));

        // 1 − w is e^(−η)/(α E) over itself and 1, w the weight of the area's own count.
        double relative = own + (rest * rest * Errors[area] * Errors[area]);
        return (1 / relative, mean);
    }
}
