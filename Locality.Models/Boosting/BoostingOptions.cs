using System.Collections.Immutable;
using System.Globalization;

namespace LocalitySim.Models;

/// <summary>
/// How trees are boosted. Immutable. Sources: Friedman, "Greedy function approximation", Annals of Statistics 29(5), 2001 (shrinkage);
/// Friedman, "Stochastic gradient boosting", Computational Statistics and Data Analysis 38(4), 2002 (a share of the rows);
/// Chen and Guestrin, "XGBoost", KDD 2016 (the penalty, a share of the columns).
/// </summary>
public sealed record BoostingOptions
{
    /// <summary>The deepest that a tree may be asked for: each level may double the memory for histograms.</summary>
    public const int DeepestTree = 10;

    /// <summary>Gets the loss.</summary>
    public BoostingLoss Loss { get; init; } = BoostingLoss.Poisson;

    /// <summary>
    /// Gets the dispersion α of the negative binomial loss, zero or more; null to estimate it. It must be null with another loss. It is
    /// estimated by likelihood with the means held, at the start and every tenth round, on the rows set aside, or on those fitted where
    /// none are; on those fitted it comes out too small, the more trees the more.
    /// </summary>
    public double? Dispersion { get; init; }

    /// <summary>Gets the most rounds, each of one tree: 1 to 100,000.</summary>
    public int Rounds { get; init; } = 1000;

    /// <summary>Gets what each tree's values are multiplied by: above 0, to 1.</summary>
    public double Shrinkage { get; init; } = 0.1;

    /// <summary>Gets the most splits between a tree's root and a leaf: 1 to <see cref="DeepestTree"/>.</summary>
    public int MaximumDepth { get; init; } = 6;

    /// <summary>Gets the penalty λ on a leaf's squared value, half of which is added to the loss: zero or more.</summary>
    public double L2 { get; init; } = 1;

    /// <summary>
    /// Gets the least second derivative summed over a leaf's rows, zero or more. For a Poisson loss that is the count expected there;
    /// for squared error the rows' weight.
    /// </summary>
    public double MinimumChildWeight { get; init; } = 1;

    /// <summary>Gets the least that a split must take off the loss, zero or more (γ of Chen and Guestrin 2016).</summary>
    public double MinimumGain { get; init; }

    /// <summary>Gets the share of the rows that a round uses: above 0, to 1. Each row is drawn by itself.</summary>
    public double RowShare { get; init; } = 1;

    /// <summary>Gets the share of the columns that a round uses: above 0, to 1; at least one column.</summary>
    public double ColumnShare { get; init; } = 1;

    /// <summary>Gets the share of the groups (of the rows, where there are no groups) set aside to say when to stop: above 0, under 1. Null sets none aside.</summary>
    public double? ValidationShare { get; init; }

    /// <summary>Gets after how many rounds without a better prediction of the rows set aside the fit ends: above zero.</summary>
    public int Patience { get; init; } = 50;

    /// <summary>Gets the most bins of a column: 2 to 255. Splits lie only between bins.</summary>
    public int MostBins { get; init; } = 255;

    /// <summary>Gets the columns along which the prediction may go one way only; a column that is not named is free.</summary>
    public ImmutableSortedDictionary<string, MonotoneDirection> Monotone { get; init; } = ImmutableSortedDictionary.Create<string, MonotoneDirection>(StringComparer.Ordinal);

    /// <summary>Gets the seed of the draws; any value.</summary>
    public ulong Seed { get; init; }

    /// <summary>
    /// Returns options for a number of rows, more cautious the fewer there are. They are rules of thumb of this project: shrinkage
    /// √rows / 1,000 but within 0.01 to 0.1; depth 2 under 1,000 rows, 3 under 10,000, 4 under 100,000, then 6; penalty and least leaf
    /// weight 10 under 10,000 rows, then 20; half the rows and eight tenths of the columns each round; a fifth set aside (a tenth from
    /// 100,000 rows); at most 2,000 rounds, patience 50.
    /// </summary>
    /// <param name="rows">The number of rows: above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not above zero.</exception>
    public static BoostingOptions For(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        return new BoostingOptions
        {
            Rounds = 2000,
            Shrinkage = Math.Clamp(Math.Sqrt(rows) / 1000, 0.01, 0.1),
            MaximumDepth = rows switch { < 1_000 => 2, < 10_000 => 3, < 100_000 => 4, _ => 6 },
            L2 = rows < 10_000 ? 10 : 20,
            MinimumChildWeight = rows < 10_000 ? 10 : 20,
            RowShare = 0.5,
            ColumnShare = 0.8,
            ValidationShare = rows < 100_000 ? 0.2 : 0.1,
        };
    }

    /// <summary>Refuses what is out of range, by itself or with the data.</summary>
    internal void Check(TreeData data)
    {
        Require(Enum.IsDefined(Loss), nameof(Loss), Loss, "one of the losses");
        Require(Dispersion is null || Loss == BoostingLoss.NegativeBinomial, nameof(Dispersion), Dispersion, "none, as only the negative binomial loss has one");
        Require(Dispersion is null or (>= 0 and <= DispersionAtMeans.Most), nameof(Dispersion), Dispersion, "a number from 0 to 10,000");
        Require(Rounds is >= 1 and <= 100_000, nameof(Rounds), Rounds, "1 to 100,000");
        Require(Shrinkage is > 0 and <= 1, nameof(Shrinkage), Shrinkage, "a number above 0, to 1");
        Require(MaximumDepth is >= 1 and <= DeepestTree, nameof(MaximumDepth), MaximumDepth, $"1 to {DeepestTree}");
        Require(L2 >= 0 && double.IsFinite(L2), nameof(L2), L2, "a finite number, zero or more");
        Require(MinimumChildWeight >= 0 && double.IsFinite(MinimumChildWeight), nameof(MinimumChildWeight), MinimumChildWeight, "a finite number, zero or more");
        Require(MinimumGain >= 0 && double.IsFinite(MinimumGain), nameof(MinimumGain), MinimumGain, "a finite number, zero or more");
        Require(RowShare is > 0 and <= 1, nameof(RowShare), RowShare, "a number above 0, to 1");
        Require(ColumnShare is > 0 and <= 1, nameof(ColumnShare), ColumnShare, "a number above 0, to 1");
        Require(ValidationShare is null or (> 0 and < 1), nameof(ValidationShare), ValidationShare, "a number above 0, under 1, or none");
        Require(Patience >= 1, nameof(Patience), Patience, "1 or more");
        Require(MostBins is >= 2 and <= 255, nameof(MostBins), MostBins, "2 to 255");
        Require(Monotone is not null, nameof(Monotone), "nothing", "a table, which may be empty");
        foreach ((string column, MonotoneDirection direction) in Monotone!)
        {
            Require(data.Columns.Contains(column, StringComparer.Ordinal), $"{nameof(Monotone)}['{column}']", "no such column", $"one of {string.Join(", ", data.Columns)}");
            Require(Enum.IsDefined(direction), $"{nameof(Monotone)}['{column}']", direction, "increasing or decreasing");
        }

        Require(!data.HasExposures || Loss is BoostingLoss.Poisson or BoostingLoss.NegativeBinomial, "exposures", "some", "none, as the loss is not of counts");
    }

    private static void Require(bool holds, string name, object? found, string expected)
    {
        if (!holds)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{name}: found {found ?? "nothing"}; expected {expected}."), name);
        }
    }
}
