using System.Globalization;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// The likelihood-ratio test of a fit against one that it is a special case of. Immutable.
/// Sources: McCullagh and Nelder 1989, section 4.4; with a dispersion at the edge of its range the distribution is half and half of two
/// chi-squared ones (Self and Liang, Journal of the American Statistical Association 82(398), 1987, case 6; Lawless 1987, section 3).
/// </summary>
/// <param name="Statistic">Twice the difference of the log-likelihoods, zero or more.</param>
/// <param name="DegreesOfFreedom">How many more parameters the larger fit has.</param>
/// <param name="IsAtEdge">Whether the smaller fit is Poisson and the larger estimates the dispersion.</param>
/// <param name="PValue">The probability of a statistic as large or larger if the smaller fit held.</param>
public sealed record LikelihoodRatio(double Statistic, int DegreesOfFreedom, bool IsAtEdge, double PValue)
{
    /// <summary>Tests the smaller fit against the larger.</summary>
    /// <param name="smaller">The special case.</param>
    /// <param name="larger">The fit whose columns yield those of the smaller, on the same rows.</param>
    /// <exception cref="ArgumentException">The fits are not of the same counts, offsets and weights, or the one is not a special case of the other.</exception>
    public static LikelihoodRatio Of(CountFit smaller, CountFit larger)
    {
        ArgumentNullException.ThrowIfNull(smaller);
        ArgumentNullException.ThrowIfNull(larger);
        (CountData one, CountData other) = (smaller.Data, larger.Data);
        if (!one.Counts.AsSpan().SequenceEqual(other.Counts) || !one.Offsets.AsSpan().SequenceEqual(other.Offsets) || !one.Weights.AsSpan().SequenceEqual(other.Weights))
        {
            throw new ArgumentException("larger: found other counts, offsets or weights than the smaller fit's; expected the same.", nameof(larger));
        }

        double? from = smaller.IsDispersionEstimated ? null : smaller.Dispersion ?? 0;
        double? to = larger.IsDispersionEstimated ? null : larger.Dispersion ?? 0;
        int degrees = larger.Parameters - smaller.Parameters;
        if (degrees < 1 || (to is double given && from != given))
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"larger: found {larger.Parameters} parameters against {smaller.Parameters}; expected more, and a dispersion that is the same or estimated."), nameof(larger));
        }

        ThinQr span = ThinQr.Of(other.Design)!;
        foreach ((int place, string name) in one.Columns.Index())
        {
            double[] column = one.Design[place];
            double[] shares = span.Solve(column);
            double size = column.Max(Math.Abs);
            for (int row = 0; row < column.Length; row++)
            {
                if (!(Math.Abs(column[row] - shares.Select((share, j) => share * other.Design[j][row]).Sum()) <= 1e-8 * size))
                {
                    throw new ArgumentException($"smaller: found the column {name}, which those of the larger fit do not yield; expected the smaller to be a special case.", nameof(smaller));
                }
            }
        }

        double statistic = Math.Max(0, 2 * (larger.LogLikelihood - smaller.LogLikelihood));
        bool isAtEdge = from == 0 && to is null;
        double whole = TailProbability.ChiSquared(statistic, degrees);
        double fewer = degrees > 1 ? TailProbability.ChiSquared(statistic, degrees - 1) : statistic > 0 ? 0 : 1;
        return new LikelihoodRatio(statistic, degrees, isAtEdge, isAtEdge ? 0.5 * (whole + fewer) : whole);
    }
}
