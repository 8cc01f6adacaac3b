using System.Globalization;

namespace LocalitySim.Models;

/// <summary>Says how a model of escalation is fitted and tested.</summary>
public sealed record EscalationOptions
{
    /// <summary>Gets the share of referrals, the latest ones, that test the model: above 0, under 1.</summary>
    public double TestShare { get; init; } = 0.3;

    /// <summary>Gets the number of folds by which logistic regression and boosted trees are compared: 2 to 20.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Gets the seed of the folds and of the trees.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Gets whether boosted trees are tried beside logistic regression.</summary>
    public bool TriesTrees { get; init; } = true;

    /// <summary>Gets the chance from which a referral counts as flagged where false positives and negatives are judged: above 0, under 1; absent means the training referrals' share that escalated.</summary>
    public double? Threshold { get; init; }

    internal void Check()
    {
        Require(TestShare is > 0 and < 1, nameof(TestShare), TestShare, "a share above 0, under 1");
        Require(Folds is >= 2 and <= 20, nameof(Folds), Folds, "2 to 20");
        Require(Threshold is null or (> 0 and < 1), nameof(Threshold), Threshold, "a chance above 0, under 1, or none");
    }

    private static void Require(bool holds, string name, object? found, string expected)
    {
        if (!holds)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{name}: found {found}; expected {expected}."), name);
        }
    }
}
