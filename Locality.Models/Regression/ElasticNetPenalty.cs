using System.Globalization;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// What is added to half the deviance per unit of weight: λ (a Σ|β| + (1 − a) Σβ²/2) over the coefficients but the intercept, each for its
/// column divided by its spread. Source: Zou and Hastie, "Regularization and variable selection via the elastic net", JRSS B 67(2), 2005, in the form
/// of Friedman, Hastie and Tibshirani, "Regularization paths for generalized linear models via coordinate descent", Journal of Statistical
/// Software 33(1), 2010, equation 1.
/// </summary>
public sealed record ElasticNetPenalty
{
    /// <summary>For the first λ of a ridge path the mixing counts as this, as in Friedman, Hastie and Tibshirani's glmnet: no finite λ makes its coefficients zero.</summary>
    private const double LeastMixing = 1e-3;

    /// <summary>Gets the mixing a: 0 is ridge, which shrinks; 1 the lasso, which also leaves columns out; between them both.</summary>
    public double Mixing { get; init; }

    /// <summary>Gets how many λ the path has, 2 or more; they fall by equal factors. From Friedman, Hastie and Tibshirani 2010, section 2.5.</summary>
    public int PathLength { get; init; } = 100;

    /// <summary>Gets the last λ as a share of the first, between 0 and 1, exclusive; absent means 0.0001, or 0.01 with fewer rows than columns (ibid.).</summary>
    public double? LeastShare { get; init; }

    /// <summary>Gets the λ themselves, each finite and above zero, in any order; absent means a path from the first λ at which all coefficients are zero.</summary>
    public IReadOnlyList<double>? Penalties { get; init; }

    /// <summary>
    /// Gets a value indicating whether columns are divided by their spread, about their mean with an intercept and about zero without, so that their units
    /// do not matter. Coefficients are reported for the columns as given.
    /// </summary>
    public bool IsStandardized { get; init; } = true;

    /// <summary>Throws where something is out of range.</summary>
    internal void Check()
    {
        if (!(Mixing >= 0 && Mixing <= 1))
        {
            throw Refusal(nameof(Mixing), Mixing, "a number from 0 to 1");
        }

        if (PathLength < 2)
        {
            throw Refusal(nameof(PathLength), PathLength, "2 or more");
        }

        if (LeastShare is double share && !(share > 0 && share < 1))
        {
            throw Refusal(nameof(LeastShare), share, "a number between 0 and 1, exclusive");
        }

        if (Penalties is not null && (Penalties.Count == 0 || Penalties.Any(penalty => !(penalty > 0 && double.IsFinite(penalty)))))
        {
            throw Refusal(nameof(Penalties), string.Join(", ", Penalties.Select(penalty => penalty.ToString(CultureInfo.InvariantCulture))), "one or more finite numbers above zero");
        }
    }

    /// <summary>Returns the λ of a path, the largest first.</summary>
    /// <param name="steepest">The largest derivative of the log-likelihood per unit of weight in a coefficient where all are zero.</param>
    /// <param name="isWide">Whether there are fewer rows than columns.</param>
    internal double[] Path(double steepest, bool isWide)
    {
        if (Penalties is not null)
        {
            return [.. Penalties.Distinct().OrderDescending()];
        }

        // A little more, so that rounding leaves no coefficient at the first.
        double first = steepest / Math.Max(Mixing, LeastMixing) * (1 + 1e-12);
        if (!(first > 0 && double.IsFinite(first)))
        {
            throw new ArgumentException("rows: found no column that explains anything; expected one that does, or penalties that are given.", nameof(steepest));
        }

        double fall = PortableMath.Log(LeastShare ?? (isWide ? 0.01 : 1e-4)) / (PathLength - 1);
        return [.. Enumerable.Range(0, PathLength).Select(place => first * PortableMath.Exp(place * fall))];
    }

    private static ArgumentException Refusal(string name, object found, string expected) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name}: found {found}; expected {expected}."), name);
}
