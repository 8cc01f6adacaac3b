using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class QuantileSketchTests
{
    [Fact]
    public void Every_quantile_is_within_the_stated_error()
    {
        double[] errors = [0.0001, 0.005, 0.02, 0.1];
        foreach (double error in errors)
        {
            double worst = WorstError(error, Lengths(20_000));
            Assert.InRange(worst, error * 0.9, error);
        }
    }

    [Fact]
    public void The_error_holds_at_both_ends_of_the_range()
    {
        Assert.InRange(WorstError(0.005, [1e-9, 1.0001e-9, 2e-9, 5e11, 9.999e11, 1e12]), 0, 0.005);
        QuantileSketch sketch = new();
        sketch.Add(1e-10);
        sketch.Add(3);
        sketch.Add(3);
        Assert.Equal(1e-10, sketch.Quantile(0));
    }

    [Fact]
    public void Zeros_are_counted()
    {
        QuantileSketch sketch = new();
        for (int i = 0; i < 10; i++)
        {
            sketch.Add(i < 6 ? 0 : i);
        }

        Assert.Equal(0, sketch.Quantile(0.5));
        Assert.Equal(6, sketch.Quantile(0.7)!.Value, 0.03);
        Assert.Equal(9, sketch.Quantile(1));
        Assert.Equal((10L, 0.0, 9.0), (sketch.Count, sketch.Min, sketch.Max));
    }

    [Fact]
    public void Merging_in_any_order_equals_adding_one_by_one()
    {
        double[] values = Lengths(9_000);
        QuantileSketch direct = Of(values);
        QuantileSketch[] parts = [Of(values[..10]), new(), Of(values[10..5000]), Of(values[5000..])];
        int[][] orders = [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2]];
        foreach (int[] order in orders)
        {
            QuantileSketch merged = new();
            foreach (int part in order)
            {
                merged.Merge(parts[part]);
            }

            Assert.Equal(direct.Count, merged.Count);
            for (int percent = 0; percent <= 100; percent++)
            {
                Assert.Equal(direct.Quantile(percent / 100.0), merged.Quantile(percent / 100.0));
            }
        }
    }

    [Fact]
    public void A_reset_sketch_is_as_a_new_one()
    {
        double[] values = Lengths(100);
        QuantileSketch sketch = Of([0, 5e-10, 1e12, .. Lengths(1000)]);
        sketch.Reset();
        Assert.Equal((0L, null, null, null), (sketch.Count, sketch.Quantile(0.5), sketch.Min, sketch.Max));
        foreach (double value in values)
        {
            sketch.Add(value);
        }

        QuantileSketch fresh = Of(values);
        for (int percent = 0; percent <= 100; percent++)
        {
            Assert.Equal(fresh.Quantile(percent / 100.0), sketch.Quantile(percent / 100.0));
        }
    }

    [Fact]
    public void An_empty_sketch_has_no_quantile()
    {
        QuantileSketch sketch = new();
        Assert.Equal((0L, null, null, null), (sketch.Count, sketch.Quantile(0.5), sketch.Min, sketch.Max));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        QuantileSketch sketch = new();
        double[] bad = [-1, double.NaN, double.PositiveInfinity, 1.1e12];
        foreach (double value in bad)
        {
            ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>(() => sketch.Add(value));
            Assert.StartsWith(
                FormattableString.Invariant($"value: found {value}; expected a number from 0 to 1000000000000."), refusal.Message, StringComparison.Ordinal);
        }

        Assert.Equal(0, sketch.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => sketch.Quantile(1.01));
        Assert.Throws<ArgumentOutOfRangeException>(() => sketch.Quantile(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new QuantileSketch(0.2));
        ArgumentException error = Assert.Throws<ArgumentException>(() => sketch.Merge(new QuantileSketch(0.01)));
        Assert.StartsWith("Merging sketches: found relative error 0.01; expected 0.005, as in this one.", error.Message, StringComparison.Ordinal);
    }

    private static double WorstError(double relativeError, double[] values)
    {
        QuantileSketch sketch = new(relativeError);
        foreach (double value in values)
        {
            sketch.Add(value);
        }

        double[] sorted = [.. values.Order()];
        double worst = 0;
        for (int i = 0; i <= 1000; i++)
        {
            double exact = sorted[(int)Math.Floor(i / 1000.0 * (sorted.Length - 1))];
            worst = Math.Max(worst, Math.Abs(sketch.Quantile(i / 1000.0)!.Value - exact) / exact);
        }

        return worst;
    }

    private static QuantileSketch Of(double[] values)
    {
        QuantileSketch sketch = new();
        foreach (double value in values)
        {
            sketch.Add(value);
        }

        return sketch;
    }

    private static double[] Lengths(int count)
    {
        RandomStream random = Streams.Any(800);
        LognormalDistribution distribution = new(2, 2);
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = distribution.Sample(ref random);
        }

        return values;
    }
}
