using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Tests;

/// <summary>Referrals whose chance of escalation is known, as they are drawn from it.</summary>
internal static class DrawnCases
{
    private static readonly Purpose Draws = new(4, "draws of a test");

    /// <summary>The log odds that referrals are drawn from unless a test says otherwise: the intercept, and the coefficients of the age, a return, deprivation in tenths, and the pathway early.</summary>
    internal static readonly double[] Truth = [-1.5, 0.04, 0.7, 0.3, -0.6];

    /// <summary>The log odds of a referral under <see cref="Truth"/>.</summary>
    internal static double Plain(CaseRecord item) =>
        Truth[0] + (Truth[1] * item.Age!.Value) + (Truth[2] * (item.IsReturn ? 1 : 0)) + (Truth[3] * 10 * (item.IncomeDeprived - 0.2)) + (Truth[4] * (item.Pathway is "early" ? 1 : 0));

    /// <summary>Draws referrals over three years, of half as many children, by log odds.</summary>
    internal static CaseTable Of(int seed, int count, Func<CaseRecord, double>? logOdds = null)
    {
        RandomStream random = new RandomStreams((ulong)seed, 0).Stream(Draws);
        List<CaseRecord> cases = [];
        for (int number = 0; number < count; number++)
        {
            int fifth = 1 + random.NextIndex(5);
            CaseRecord item = new()
            {
                Child = $"child {random.NextIndex(Math.Max(1, count / 2))}",
                Date = new DateOnly(2022, 1, 1).AddDays(random.NextIndex(1096)),
                Pathway = random.NextUniform() < 0.4 ? "early" : "need",
                Age = random.NextIndex(18),
                Source = random.NextUniform() < 0.3 ? "school" : "police",
                IsReturn = random.NextUniform() < 0.25,
                IncomeDeprived = 0.4 - (0.06 * fifth),
                Fifth = fifth,
                HasEscalated = false,
            };
            double odds = Math.Exp((logOdds ?? Plain)(item));
            cases.Add(item with { HasEscalated = random.NextUniform() < odds / (1 + odds) });
        }

        return new CaseTable(cases, "drawn", isSimulated: true);
    }
}
