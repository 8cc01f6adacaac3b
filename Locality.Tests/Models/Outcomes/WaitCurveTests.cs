using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Waits followed one by one give what the engine's estimator gives.</summary>
public sealed class WaitCurveTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Many_groups_at_once_give_what_competing_risks_give_for_each(uint seed)
    {
        // Whole days, so that ends and open waits tie.
        RandomStream random = new RandomStreams(seed, 0).Stream(new Purpose(1, "test"), 0);
        WaitSet set = new(2);
        CompetingRisks[] expected = [new(2), new(2)];
        for (int number = 0; number < 400; number++)
        {
            double days = Math.Floor(random.NextExponential() * 60);
            int kind = random.NextIndex(3);
            int group = random.NextIndex(2);
            int children = 1 + random.NextIndex(3);
            set.Add(days, kind == 2 ? null : kind == 0, children, [group]);
            for (int child = 0; child < children; child++)
            {
                if (kind == 2)
                {
                    expected[group].AddCensored(days);
                }
                else
                {
                    expected[group].Add(days, kind);
                }
            }
        }

        WaitCurve?[] curves = set.Curves(_ => WaitGrid.Times, lostOf: 1);
        for (int group = 0; group < 2; group++)
        {
            WaitCurve curve = curves[group]!;
            Assert.Equal(expected[group].Count, curve.Children);
            Assert.Equal(expected[group].RestrictedMean(Measure.HorizonDays), curve.RestrictedMean, 9);
            Assert.Equal(expected[group].CumulativeIncidence(0, Measure.HorizonDays), curve.Allocated, 12);
            Assert.Equal(expected[group].CumulativeIncidence(1, Measure.HorizonDays), curve.Lost, 12);
            double[] grid = new double[WaitGrid.Times.Length];
            expected[group].Curve(0, WaitGrid.Times, grid);
            Assert.All(grid.Zip(curve.Curve), pair => Assert.Equal(pair.First, pair.Second, 12));
        }

        double[] lost = new double[WaitGrid.Times.Length];
        expected[1].Curve(1, WaitGrid.Times, lost);
        Assert.Empty(curves[0]!.LostCurve);
        Assert.Equal(lost.Length, curves[1]!.LostCurve.Length);
        Assert.All(lost.Zip(curves[1]!.LostCurve), pair => Assert.Equal(pair.First, pair.Second, 12));
    }

    [Fact]
    public void Quantiles_are_the_first_times_at_which_the_share_is_reached()
    {
        WaitSet set = new(2);
        for (int day = 1; day <= 10; day++)
        {
            set.Add(day, true, 1, [0]);
        }

        WaitCurve?[] curves = set.Curves(_ => []);
        Assert.Equal((5.0, 9.0), (curves[0]!.Median!.Value, curves[0]!.P90!.Value));
        Assert.Null(curves[1]);
    }
}
