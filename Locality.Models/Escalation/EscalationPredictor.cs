using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Gives the chance of a referral. Immutable.</summary>
/// <param name="Encoding">Its numbers.</param>
/// <param name="Coefficients">The intercept and a coefficient for each column; none for trees.</param>
/// <param name="Covariance">Their covariance.</param>
/// <param name="Trees">The trees; null for logistic regression.</param>
internal sealed record EscalationPredictor(EscalationEncoding Encoding, ImmutableArray<double> Coefficients, ImmutableArray<ImmutableArray<double>> Covariance, TreeEnsemble? Trees)
{
    // The penalty of a fit whose best coefficients would be infinite: one referral's worth for each coefficient of a standard deviation.
    private const double PenaltyWhereEndless = 1;

    // Trees may come as near to certain as they like: no finite number of referrals makes a chance certain.
    private const double LeastChance = 1e-9;

    internal static (EscalationPredictor Predictor, LogisticFit Fit, ImmutableArray<string> LeftOut) Logistic(IReadOnlyList<CaseRecord> cases, IReadOnlyList<int> units)
    {
        (EscalationEncoding encoding, ImmutableArray<string> leftOut) = EscalationEncoding.Learn(cases);
        EventTable table = TableOf(encoding, cases, units, forTrees: false);
        bool isClustered = table.Units.Distinct().Count() < table.Rows;
        LogisticFit fit;
        try
        {
            fit = LogisticRegression.Fit(table, isClustered: isClustered);
        }
        catch (ArgumentException) when (table.Events > 0 && table.Events < table.Rows)
        {
            fit = LogisticRegression.Fit(table, PenaltyWhereEndless);
        }

        int count = fit.Coefficients.Count;
        ImmutableArray<ImmutableArray<double>> covariance = [.. Enumerable.Range(0, count).Select(i => Enumerable.Range(0, count).Select(j => fit.Covariance(i, j)).ToImmutableArray())];
        return (new EscalationPredictor(encoding, [.. fit.Coefficients.Select(item => item.Estimate)], covariance, null), fit, leftOut);
    }

    internal static EscalationPredictor Boosted(IReadOnlyList<CaseRecord> cases, IReadOnlyList<int> units, ulong seed, int threads)
    {
        EscalationEncoding encoding = EscalationEncoding.Learn(cases).Encoding;
        TreeData data = TableOf(encoding, cases, units, forTrees: true).ToTreeData();
        TreeEnsemble trees = BoostedTrees.Fit(data, BoostingOptions.For(data.Rows) with { Loss = BoostingLoss.Logistic, Seed = seed }, threads);
        return new EscalationPredictor(encoding, [], [], trees);
    }

    internal double Chance(CaseRecord item) => Encoding.AsideOf(item) is { } aside
        ? aside.Chance
        : Trees is null ? LogisticState.Chance(Link(Encoding.Row(item, forTrees: false)))
        : Math.Clamp(Trees.Predict(Encoding.Row(item, forTrees: true)), LeastChance, 1 - LeastChance);

    /// <summary>Returns how many of some referrals are expected to escalate, and the variance of how many will, which for logistic regression holds that of the coefficients.</summary>
    internal (double Mean, double Variance) Expect(IReadOnlyList<CaseRecord> cases)
    {
        (double mean, double variance) = (0, 0);
        double[] gradient = new double[Coefficients.Length];
        Dictionary<EscalationLevel, int> aside = [];
        foreach (CaseRecord item in cases)
        {
            double chance = Chance(item);
            mean += chance;
            variance += chance * (1 - chance);
            if (Encoding.AsideOf(item) is { } level)
            {
                aside[level] = aside.GetValueOrDefault(level) + 1;
                continue;
            }

            double[] row = Trees is null ? [1, .. Encoding.Row(item, forTrees: false)] : [];
            for (int place = 0; place < gradient.Length; place++)
            {
                gradient[place] += chance * (1 - chance) * row[place];
            }
        }

        // Referrals of one level have one chance, and so are wrong together. Their number is summed in the order of the levels.
        foreach (EscalationLevel level in Encoding.Aside)
        {
            double count = aside.GetValueOrDefault(level);
            variance += count * count * level.Variance;
        }

        for (int i = 0; i < gradient.Length; i++)
        {
            for (int j = 0; j < gradient.Length; j++)
            {
                variance += gradient[i] * gradient[j] * Covariance[i][j];
            }
        }

        return (mean, variance);
    }

    private double Link(double[] row)
    {
        double link = Coefficients[0];
        for (int place = 0; place < row.Length; place++)
        {
            link += Coefficients[place + 1] * row[place];
        }

        return link;
    }

    // Referrals of the levels set aside are not fitted.
    private static EventTable TableOf(EscalationEncoding encoding, IReadOnlyList<CaseRecord> cases, IReadOnlyList<int> units, bool forTrees)
    {
        int[] fitted = [.. Enumerable.Range(0, cases.Count).Where(place => encoding.AsideOf(cases[place]) is null)];
        return new EventTable(
            encoding.Names,
            [.. fitted.Select(place => encoding.Row(cases[place], forTrees))],
            [.. fitted.Select(place => cases[place].HasEscalated)],
            [.. fitted.Select(place => units[place])]);
    }
}
