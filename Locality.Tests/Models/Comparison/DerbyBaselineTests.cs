using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Derby as it is today comes out as published: the model is calibrated on the first structure, without drift.</summary>
public sealed class DerbyBaselineTests(ITestOutputHelper output)
{
    private const double YearDays = 365.25;
    private const double Years = 3;

    [Fact]
    public void Todays_structure_reproduces_the_published_figures()
    {
        Scenario derby = Scenario.Load(Repository.Derby);
        Scenario steady = derby with { Demand = derby.Demand with { Drift = null } };
        StructureBasis basis = new(steady, steady.Structures[0], FreedMoney.BuysPosts, Years);
        double[][] futures = ReplicationRunner.Run(8, 2, (replication, _) => Figures(new StructureRun(basis, 1, replication)), cancellationToken: TestContext.Current.CancellationToken);

        // Each figure's published value for Derby 2025, and how far off the model may be.
        (string What, double Published, double Tolerance)[] expected =
        [
            ("referrals to social care a year", 3557, 0.04 * 3557),
            ("referrals within a year of the last one, %", 23.1, 1.5),
            ("assessments within 45 working days, %", 84.7, 5),
            ("cases per full-time social worker", 14.9, 1.5),
            ("episodes ended within 3 months, %", 53.2, 5),
            ("3 to 6 months, %", 9.8, 5),
            ("6 to 12 months, %", 16.2, 5),
            ("1 to 2 years, %", 11.3, 5),
            ("over 2 years, %", 9.5, 5),
        ];
        for (int figure = 0; figure < expected.Length; figure++)
        {
            Interval model = Confidence.Mean([.. futures.Select(future => future[figure])]);
            output.WriteLine($"{expected[figure].What}: model {model.Mean:F1} ({model.Lower:F1} to {model.Upper:F1}), published {expected[figure].Published}");
        }

        for (int figure = 0; figure < expected.Length; figure++)
        {
            Interval model = Confidence.Mean([.. futures.Select(future => future[figure])]);
            Assert.InRange(model.Mean, expected[figure].Published - expected[figure].Tolerance, expected[figure].Published + expected[figure].Tolerance);
        }
    }

    private static double[] Figures(StructureRun run)
    {
        run.Simulator.Run(YearDays);
        double heldFrom = HeldPerFte(run);
        run.Simulator.Run(Years * YearDays);
        List<Case> social = run.Cases.FindAll(item => item.Identity.Pathway == 0 && item.Outcome != CaseOutcome.Joined);
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
