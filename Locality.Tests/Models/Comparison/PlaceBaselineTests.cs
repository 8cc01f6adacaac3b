using LocalitySim.Models;
using LocalitySim.Simulation;
using LocalitySim.Tests.Docs;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Each place as it is today comes out as published: the model is calibrated on the first structure, without drift.</summary>
public sealed class PlaceBaselineTests(ITestOutputHelper output)
{
    private const double YearDays = 365.25;
    private const double Years = 3;

    // What is compared; how far off the model may be; and how far authorities differ from one another (DfE LAIT 2025: the 90th
    // percentile less the 10th; for referrals, of the rates, as a share of England's). What passes lies within less than that spread.
    private static readonly (string What, double Tolerance, double Spread)[] Measured =
    [
        ("referrals to social care a year, % of the published", 4, 100 * (723.34 - 332.53) / 519.4),
        ("referrals within a year of the last one, %", 1.5, 26.0 - 15.34),
        ("assessments within 45 working days, %", 5, 95.54 - 74.32),
        ("cases per full-time social worker", 1.5, 17.96 - 12.8),
        ("episodes ended within 3 months, %", 5, 57.21 - 28.65),
        ("3 to 6 months, %", 5, 20.6 - 9.72),
        ("6 to 12 months, %", 5, 23.12 - 12.3),
        ("1 to 2 years, %", 5, 18.79 - 8.3),
        ("over 2 years, %", 5, 17.23 - 6.4),
    ];

    // Published for the year to March 2025. Referrals and returns: DfE, Characteristics of children in need; caseload: DfE, Children's
    // social work workforce; assessments in time and lengths of ended episodes: DfE, Local Authority Interactive Tool.
    public static TheoryData<string, double, double, double, double, double[]> Published => new()
    {
        { "derby", 3557, 23.1, 84.7, 14.9, [53.2, 9.8, 16.2, 11.3, 9.5] },
        { "oxfordshire", 5047, 17.7, 74.2, 14.1, [35.8, 11.5, 18.6, 14.7, 19.3] },
        { "south-gloucestershire", 2614, 17.1, 74.6, 15.6, [33.1, 15.2, 20.6, 18.1, 13.0] },
        { "stockton", 3959, 28.8, 89.6, 17.2, [26.1, 21.6, 29.8, 12.8, 9.8] },
        { "bath-north-east-somerset", 920, 13.4, 62.0, 16.3, [17.9, 13.2, 21.5, 22.8, 24.5] },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Todays_structure_reproduces_the_published_figures(string place, double referrals, double returned, double inTime, double caseload, double[] ended)
    {
        Scenario scenario = Scenario.Load(Repository.Scenario(place));
        Scenario steady = scenario with { Demand = scenario.Demand with { Drift = null } };
        StructureBasis basis = new(steady, steady.Structures[0], FreedMoney.BuysPosts, Years);
        double[][] futures = ReplicationRunner.Run(6, 2, (replication, _) => Figures(new StructureRun(basis, 1, replication)), cancellationToken: TestContext.Current.CancellationToken);
        double[] published = [100, returned, inTime, caseload, .. ended];
        List<string> off = [];
        for (int figure = 0; figure < published.Length; figure++)
        {
            double scale = figure == 0 ? 100 / referrals : 1;
            Interval model = Confidence.Mean([.. futures.Select(future => future[figure] * scale)]);
            (string what, double tolerance, _) = Measured[figure];
            string line = $"{place}, {what}: model {model.Mean:F1} ({model.Lower:F1} to {model.Upper:F1}), published {published[figure]}, tolerance {tolerance}";
            output.WriteLine(line);
            if (!(Math.Abs(model.Mean - published[figure]) <= tolerance))
            {
                off.Add(line);
            }
        }

        Findings.None(off);
    }

    [Fact]
    public void Every_tolerance_is_narrower_than_authorities_differ() =>
        Assert.All(Measured, measured => Assert.True(2 * measured.Tolerance < measured.Spread, measured.What));

    private static double[] Figures(StructureRun run)
    {
        run.Simulator.Run(YearDays);
        double heldFrom = HeldPerFte(run);
        run.Simulator.Run(Years * YearDays);
        List<Case> social = run.Cases.FindAll(item => item.Identity.Pathway == 0 && item.SteppedFrom is null && item.Outcome != CaseOutcome.Joined);
        List<Case> referred = social.FindAll(item => item.ReferredAt >= YearDays);
        List<Case> due = referred.FindAll(item => item.ReferredAt < (Years * YearDays) - 80 && item.Outcome != CaseOutcome.NoFurtherAction);
        double[] lengths = [.. social.Where(item => item.Outcome == CaseOutcome.Closed && item.EndedAt >= YearDays).Select(item => (item.EndedAt - item.ReferredAt)!.Value)];
        return
        [
            referred.Count / (Years - 1),
            Percent(referred.Count(item => item.ReferredAt - item.Previous?.Referred <= 365), referred.Count),
            Percent(due.Count(item => run.Calendar.ToServiceTime(item.AssessedAt ?? double.MaxValue) - run.Calendar.ToServiceTime(item.ReferredAt!.Value) <= 45), due.Count),
            (heldFrom + HeldPerFte(run)) / 2,
            Band(0, 91), Band(91, 182), Band(182, 365), Band(365, 730), Band(730, double.MaxValue),
        ];

        double Band(double from, double to) => Percent(lengths.Count(length => length >= from && length < to), lengths.Length);
    }

    private static double HeldPerFte(StructureRun run)
    {
        Caseworker[] workers = [.. run.Workers.Where(worker => worker.Post.Service == 0 && worker.IsFilled)];
        return workers.Sum(worker => worker.HeldCases) / workers.Sum(worker => worker.Post.Fte);
    }

    private static double Percent(int part, int whole) => 100.0 * part / whole;
}
