using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Coefficients with what follows from them: means, deviance, score and curvature. Immutable.</summary>
internal sealed class CountState
{
    private CountState(CountData data, double dispersion, double[] coefficients, double[] means, double deviance)
    {
        (Data, Dispersion, Coefficients, Means, Deviance) = (data, dispersion, coefficients, means, deviance);
    }

    internal CountData Data { get; }

    internal double Dispersion { get; }

    internal double[] Coefficients { get; }

    internal double[] Means { get; }

    internal double Deviance { get; }

    internal static CountState At(CountData data, double dispersion, double[] coefficients)
    {
        double[] means = [.. data.Offsets];
        for (int column = 0; column < coefficients.Length; column++)
        {
            double[] values = data.Design[column];
            for (int row = 0; row < means.Length; row++)
            {
                means[row] += coefficients[column] * values[row];
            }
        }

        double deviance = 0;
        for (int row = 0; row < means.Length; row++)
        {
            means[row] = PortableMath.Exp(means[row]);
            if (data.Weights[row] > 0)
            {
                deviance += 2 * data.Weights[row] * CountProbability.HalfDeviance(data.Counts[row], means[row], dispersion);
            }
        }

        return new CountState(data, dispersion, coefficients, means, deviance);
    }

    /// <summary>w (y − μ)/(1 + αμ): the derivative of a row's log-likelihood in its linear predictor.</summary>
    internal double Score(int row) => Data.Weights[row] == 0 ? 0 : Data.Weights[row] * (Data.Counts[row] - Means[row]) / (1 + (Dispersion * Means[row]));

    /// <summary>Minus the second derivative: w μ (1 + αy)/(1 + αμ)², expected w μ/(1 + αμ).</summary>
    internal double Curvature(int row, CountInformation information)
    {
        if (Data.Weights[row] == 0)
        {
            return 0;
        }

        double mean = Means[row];
        double spread = 1 + (Dispersion * mean);
        double expected = Data.Weights[row] * mean / spread;
        return information == CountInformation.Expected ? expected : expected * (1 + (Dispersion * Data.Counts[row])) / spread;
    }

    /// <summary>Each row's score in the linear predictor over the root of its curvature: the right-hand sides of a Newton step.</summary>
    internal double[] WeighedScores(CountInformation information) =>
        [.. Means.Select((_, row) => Curvature(row, information) is > 0 and double curvature ? Score(row) / Math.Sqrt(curvature) : 0)];

    /// <summary>The columns, each row times the root of its curvature, factored; null where they are not independent.</summary>
    internal ThinQr? Factors(CountInformation information)
    {
        double[] root = [.. Means.Select((_, row) => Math.Sqrt(Curvature(row, information)))];
        return Array.TrueForAll(root, double.IsFinite) ? ThinQr.Of([.. Data.Design.Select(column => column.Select((value, row) => value * root[row]).ToArray())]) : null;
    }

    /// <summary>The change of each row's linear predictor for a change of the coefficients.</summary>
    internal double[] Image(double[] coefficients)
    {
        double[] image = new double[Means.Length];
        for (int column = 0; column < coefficients.Length; column++)
        {
            for (int row = 0; row < image.Length; row++)
            {
                image[row] += coefficients[column] * Data.Design[column][row];
            }
        }

        return image;
    }

    internal double LogLikelihood()
    {
        double sum = 0;
        for (int row = 0; row < Means.Length; row++)
        {
            sum += Data.Weights[row] == 0 ? 0 : Data.Weights[row] * CountProbability.LogNegativeBinomial(Data.Counts[row], Means[row], Dispersion);
        }

        return sum;
    }

    /// <summary>Pearson's X²: Σ w (y − μ)²/(μ + αμ²).</summary>
    internal double PearsonSum()
    {
        double sum = 0;
        for (int row = 0; row < Means.Length; row++)
        {
            double gap = Data.Counts[row] - Means[row];

            // Divided before it is multiplied: squares of means beyond 10¹⁵⁴ are no numbers.
            sum += Data.Weights[row] == 0 || gap == 0 ? 0 : Data.Weights[row] * (gap / Means[row]) * (gap / (1 + (Dispersion * Means[row])));
        }

        return sum;
    }
}
