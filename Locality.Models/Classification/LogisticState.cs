using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Coefficients of a logistic regression with what follows from them: chances, deviance, score and curvature. Immutable.</summary>
internal sealed class LogisticState
{
    private readonly LogisticProblem problem;

    internal LogisticState(LogisticProblem problem, double[] coefficients)
    {
        (this.problem, Coefficients) = (problem, coefficients);
        Links = problem.Image(coefficients);
        double sum = 0;
        for (int row = 0; row < Links.Length; row++)
        {
            Links[row] += problem.Offsets?[row] ?? 0;
            sum += MinusLog(problem.Outcomes[row] ? Links[row] : -Links[row]);
        }

        Deviance = 2 * sum;
        Objective = Deviance + coefficients.Select((value, place) => problem.Ridge[place] * value * value).Sum();
    }

    internal double[] Coefficients { get; }

    /// <summary>Gets each row's log odds.</summary>
    internal double[] Links { get; }

    /// <summary>Gets minus twice the log-likelihood.</summary>
    internal double Deviance { get; }

    /// <summary>Gets the deviance with the penalty, which is made least.</summary>
    internal double Objective { get; }

    /// <summary>1/(1 + e^−x), without cancellation on either side.</summary>
    internal static double Chance(double link)
    {
        double small = PortableMath.Exp(-Math.Abs(link));
        return link >= 0 ? 1 / (1 + small) : small / (1 + small);
    }

    /// <summary>Minus the logarithm of the chance of log odds x: ln(1 + e^−x).</summary>
    internal static double MinusLog(double link)
    {
        double rest = PortableMath.Log1p(PortableMath.Exp(-Math.Abs(link)));
        return link >= 0 ? rest : rest - link;
    }

    /// <summary>Outcome less chance: the derivative of a row's log-likelihood in its log odds.</summary>
    internal double Residual(int row) => problem.Outcomes[row] ? Chance(-Links[row]) : -Chance(Links[row]);

    /// <summary>p(1 − p): minus the second derivative.</summary>
    internal double Curvature(int row) => Chance(Links[row]) * Chance(-Links[row]);

    /// <summary>The columns, each row times the root of its curvature, with the penalty's rows below, factored; null where they are not independent.</summary>
    internal ThinQr? Factors()
    {
        double[] root = [.. Links.Select((_, row) => Math.Sqrt(Curvature(row)))];
        double[][] columns = new double[problem.Design.Length][];
        int rows = root.Length;
        for (int place = 0; place < columns.Length; place++)
        {
            double[] column = new double[rows + columns.Length];
            for (int row = 0; row < rows; row++)
            {
                column[row] = problem.Design[place][row] * root[row];
            }

            column[rows + place] = Math.Sqrt(problem.Ridge[place]);
            columns[place] = column;
        }

        return ThinQr.Of(columns);
    }

    /// <summary>Newton's step.</summary>
    internal double[] Step(ThinQr factors)
    {
        double[] right = new double[Links.Length + Coefficients.Length];
        for (int row = 0; row < Links.Length; row++)
        {
            right[row] = Curvature(row) is > 0 and double curvature ? Residual(row) / Math.Sqrt(curvature) : 0;
        }

        for (int place = 0; place < Coefficients.Length; place++)
        {
            right[Links.Length + place] = -Math.Sqrt(problem.Ridge[place]) * Coefficients[place];
        }

        return factors.Solve(right);
    }
}
