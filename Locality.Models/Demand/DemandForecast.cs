using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is one future of demand: the rate of first referrals in each area and pathway, day by day. It is the same for every structure.</summary>
internal sealed class DemandForecast
{
    private const double YearDays = 365.25;

    /// <summary>The largest share of children with an open case that the first referrals are corrected for.</summary>
    private const double MostOpen = 0.5;

    private readonly PiecewiseConstantRate[,] rates;
    private readonly double[][] areaMonths;
    private readonly double[] drift;
    private readonly Scenario scenario;
    private readonly DemandBasis basis;

    /// <summary>Draws a future.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="basis">What every future has in common.</param>
    /// <param name="streams">The future's chances.</param>
    /// <param name="driftStreams">The chances of the drift, where another future's drift is wanted; absent means the same.</param>
    internal DemandForecast(Scenario scenario, DemandBasis basis, RandomStreams streams, RandomStreams? driftStreams = null)
    {
        RandomStreams drifts = driftStreams ?? streams;
        this.scenario = scenario;
        this.basis = basis;
        rates = new PiecewiseConstantRate[scenario.Place.Areas.Length, scenario.Pathways.Length];
        int days = basis.Shapes.Length == 0 ? 0 : basis.Shapes[0].Length;
        int months = MonthOf(days) + 1;
        drift = DemandLevels.Drift(scenario.Demand.Drift, drifts.Stream(Purposes.Drift), months);
        areaMonths = new double[scenario.Place.Areas.Length][];
        double variance = scenario.Demand.Overdispersion;
        for (int area = 0; area < areaMonths.Length; area++)
        {
            areaMonths[area] = DemandLevels.Drift(scenario.Demand.AreaDrift, drifts.Stream(Purposes.AreaDrift, (uint)area), months);
            for (int month = 0; month < months; month++)
            {
                RandomStream random = streams.Stream(Purposes.AreaMonth, (uint)area, (uint)month);
                areaMonths[area][month] *= variance > 0 ? new GammaDistribution(1 / variance, variance).Sample(ref random) : 1;
            }

            for (int pathway = 0; pathway < scenario.Pathways.Length; pathway++)
            {
                rates[area, pathway] = Rate(area, pathway);
            }
        }
    }

    /// <summary>Returns the rate of first referrals a day: of families, where brothers and sisters are referred together.</summary>
    /// <param name="area">The area's index.</param>
    /// <param name="pathway">The pathway's index.</param>
    internal PiecewiseConstantRate FirstReferrals(int area, int pathway) => rates[area, pathway];

    /// <summary>Returns the mean factor of the authority's drift after a day: 1 is the scenario's level.</summary>
    internal double MeanDrift(double fromDay) => drift.Skip(Math.Min(MonthOf((int)fromDay), drift.Length - 1)).Average();

    private PiecewiseConstantRate Rate(int area, int pathway)
    {
        double meanChildren = scenario.Pathways[pathway].Siblings?.MeanChildren ?? 1;
        double perDay = FirstReferralsPerYear(scenario, pathway) / meanChildren * basis.PathwayShares[pathway][area] / YearDays;
        double[] shape = basis.Shapes[pathway];
        double[] starts = new double[shape.Length];
        double[] perDays = new double[shape.Length];
        for (int day = 0; day < perDays.Length; day++)
        {
            int month = MonthOf(day);
            starts[day] = day;
            perDays[day] = perDay * shape[day] * drift[month] * areaMonths[area][month];
        }

        return new PiecewiseConstantRate(starts, perDays, perDays.Length);
    }

    /// <summary>Returns the yearly first referrals.</summary>
    /// <remarks>
    /// Where each closure is followed by a return with chance p, all referrals are the first ones over 1 − p. A first referral
    /// for a child whose case is open joins that case and is not counted, so as many more must come as there are such children.
    /// </remarks>
    internal static double FirstReferralsPerYear(Scenario scenario, int pathway)
    {
        double open = scenario.Pathways.Sum(item => (double)item.OpenCases) / Math.Max(1, scenario.Place.Children);
        return AllReferralsPerYear(scenario, pathway) * (1 - scenario.Pathways[pathway].Returns.Chance.Value) / (1 - Math.Min(MostOpen, open));
    }

    /// <summary>Returns how many children whose case has closed are on their way back on the first day: closures a day × chance × mean delay.</summary>
    internal static int ReturnersAtStart(Scenario scenario, int pathway)
    {
        ReturnRules rules = scenario.Pathways[pathway].Returns;
        return (int)Math.Round(AllReferralsPerYear(scenario, pathway) * rules.Chance.Value * rules.MeanDelay.Value / YearDays / (scenario.Pathways[pathway].Siblings?.MeanChildren ?? 1));
    }

    private static double AllReferralsPerYear(Scenario scenario, int pathway) => scenario.Pathways[pathway].ReferralsPerYear * scenario.Demand.Level;

    private static int MonthOf(int day) => (int)(day / DemandLevels.MonthDays);
}
