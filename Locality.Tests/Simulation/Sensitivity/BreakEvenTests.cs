using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class BreakEvenTests(ITestOutputHelper output)
{
    private const double Planted = 2.3;

    /// <summary>The difference without chance: straight, curved, falling, and with the spread rising along it.</summary>
    public enum Shape
    {
        /// <summary>A straight line; each replication lies higher or lower.</summary>
        Straight,

        /// <summary>A straight line; each replication has its own slope and height.</summary>
        OwnSlopes,

        /// <summary>A falling curve with the spread growing eightfold along the range.</summary>
        CurvedAndSpreading,

        /// <summary>A straight line; every value of every replication has its own chances, none of them common.</summary>
        NothingInCommon,
    }

    [Fact]
    public void A_straight_line_without_chance_has_its_root_for_interval()
    {
        BreakEven found = Find(0, 10, (x, _) => 3 * (x - Planted), Options(2));
        Assert.Equal((BreakEvenVerdict.Found, 1, 1, true), (found.Verdict, found.SignChanges, found.ClearSignChanges, found.IsComplete));
        Assert.Equal(Planted, found.Value!.Value, 1e-12);
        Assert.Equal(Planted, found.Lower!.Value, 1e-12);
        Assert.Equal(Planted, found.Upper!.Value, 1e-12);
        Assert.Equal("The ranking flips at 2.3 (interval from 2.3 to 2.3).", found.Describe());
    }

    [Fact]
    public void Two_replications_and_a_straight_line_give_the_interval_worked_out_by_hand()
    {
        // The differences at x are x − 2 ± 0.1: mean x − 2, standard error 0.1, and t(0.95; 1) = 6.3138 for a 90 % interval.
        BreakEven found = Find(0, 10, (x, r) => x - 2 + (r == 0 ? 0.1 : -0.1), Options(2) with { Level = 0.9 });
        Assert.Equal(2, found.Value!.Value, 1e-12);
        Assert.Equal(2 - 0.63138, found.Lower!.Value, 1e-5);
        Assert.Equal(2 + 0.63138, found.Upper!.Value, 1e-5);
        Assert.Equal(new Interval(-2, -2.63138, -1.36862).Lower, found.Grid[0].Difference.Lower, 1e-5);
    }

    [Fact]
    public void Own_slopes_give_the_interval_of_Fieller()
    {
        // D = b(x − Planted) + e: the values at which t does not reject solve a quadratic equation in x (Fieller 1954).
        const int N = 25;
        (double Height, double Slope)[] lines = [.. Enumerable.Range(0, N).Select(r => Line(Trial(Shape.OwnSlopes, 0), r))];
        double t = MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, N - 1, 0.975);
        double a = lines.Average(line => line.Height);
        double b = lines.Average(line => line.Slope);
        double aa = lines.Sum(line => (line.Height - a) * (line.Height - a)) * t * t / (N * (N - 1));
        double bb = lines.Sum(line => (line.Slope - b) * (line.Slope - b)) * t * t / (N * (N - 1));
        double ab = lines.Sum(line => (line.Height - a) * (line.Slope - b)) * t * t / (N * (N - 1));

        // (a + b u)² = aa + 2 ab u + bb u², where u is the way from the planted value.
        double squared = (b * b) - bb;
        double half = (a * b) - ab;
        double root = Math.Sqrt((half * half) - (squared * ((a * a) - aa)));
        BreakEven found = Find(-10, 10, Curve(Shape.OwnSlopes, 0), Options(N) with { Tolerance = 1e-6 });
        Assert.Equal(Planted - (a / b), found.Value!.Value, 1e-9);
        Assert.Equal(Planted + ((-half - root) / squared), found.Lower!.Value, 1e-9);
        Assert.Equal(Planted + ((-half + root) / squared), found.Upper!.Value, 1e-9);
    }

    [Theory]
    [InlineData(Shape.Straight)]
    [InlineData(Shape.OwnSlopes)]
    [InlineData(Shape.CurvedAndSpreading)]
    [InlineData(Shape.NothingInCommon)]
    public void A_planted_break_even_lies_within_its_interval_in_95_of_100_trials(Shape shape)
    {
        int held = 0;
        int above = 0;
        Tally width = new();
        Tally evaluations = new();
        for (uint trial = 0; trial < 1000; trial++)
        {
            BreakEven found = Find(0, 5, Curve(shape, trial), Options(20) with { Tolerance = 0.002 });
            Assert.Equal(BreakEvenVerdict.Found, found.Verdict);
            bool low = found.Lower <= Planted || found.Lower is null;
            bool high = found.Upper >= Planted || found.Upper is null;
            held += low && high ? 1 : 0;
            above += low ? 0 : 1;
            width.Add((found.Upper ?? 5) - (found.Lower ?? 0));
            evaluations.Add(found.Evaluations);
            Assert.True(found.IsComplete);
            Assert.InRange(found.Value!.Value, found.Lower ?? 0, found.Upper ?? 5);
        }

        output.WriteLine(FormattableString.Invariant($"{shape}: {held} of 1000 hold it, {above} lie above; mean width {width.Mean:G4}, evaluations {evaluations.Mean:G4} at 20 a value"));

        // Without anything in common the curve is jagged, and the interval may be too wide, but must not be too narrow.
        Assert.InRange(held, 930, shape == Shape.NothingInCommon ? 1000 : 970);

        // The misses lie on both sides, and the interval is narrow enough to mean something.
        Assert.InRange(above, shape == Shape.NothingInCommon ? 0 : 8, 42);
        Assert.InRange(width.Mean!.Value, 0.05, 1.5);
    }

    [Fact]
    public void A_ranking_that_does_not_flip_is_said_not_to()
    {
        // At the near end the difference is 1.7, and half of its interval 2.093024/√19 = 0.480172.
        BreakEven found = Find(4, 6, (x, r) => x - Planted + (r % 2 == 0 ? 1 : -1), Options(20));
        Assert.Equal((BreakEvenVerdict.DoesNotFlip, 0, 0), (found.Verdict, found.SignChanges, found.ClearSignChanges));
        Assert.Equal(((double?)null, (double?)null, (double?)null), (found.Value, found.Lower, found.Upper));
        Assert.Equal(7 * 20, found.Evaluations);
        Assert.Equal([4.0, 6.0], [found.Grid[0].Value, found.Grid[^1].Value]);
        Assert.Equal(
            "The ranking does not flip between 4 and 6: the difference is 1.7 (1.21983 to 2.18017) at 4 and 3.7 (3.21983 to 4.18017) at 6.", found.Describe());
    }

    [Fact]
    public void A_range_that_ends_just_beside_the_root_cannot_be_told()
    {
        BreakEven found = Find(2.5, 5, (x, r) => x - Planted + (r % 2 == 0 ? 1 : -1), Options(10));
        Assert.Equal((BreakEvenVerdict.CannotBeTold, 0), (found.Verdict, found.SignChanges));
        Assert.Null(found.Value);
        Assert.StartsWith("Whether the ranking flips between 2.5 and 5 cannot be told: the difference is 0.2 (", found.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_interval_that_reaches_the_end_of_the_range_is_open_there()
    {
        BreakEven found = Find(2, 5, (x, r) => x - Planted + (r % 2 == 0 ? 1 : -1), Options(10));
        Assert.Equal(BreakEvenVerdict.Found, found.Verdict);
        Assert.Equal(Planted, found.Value!.Value, 1e-9);
        Assert.Null(found.Lower);

        // t(0.975; 9) = 2.2622, and the standard error is 1/3.
        Assert.Equal(Planted + (2.2622 / 3), found.Upper!.Value, 1e-4);
        Assert.Equal("The ranking flips at 2.3 (interval from 2 or below to 3.05405).", found.Describe());
    }

    [Fact]
    public void A_curve_that_turns_back_is_pointed_out()
    {
        BreakEven found = Find(0, 10, (x, r) => ((x - 2) * (x - 8)) + (r % 2 == 0 ? 0.1 : -0.1), Options(10));
        Assert.Equal((2, 2), (found.SignChanges, found.ClearSignChanges));
        Assert.Equal(2, found.Value!.Value, 1e-3);
        Assert.EndsWith(", and flips back: the sign clearly changes 2 times between 0 and 10.", found.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void When_evaluations_run_out_the_interval_is_too_wide_rather_than_too_narrow()
    {
        // At the ends the difference is 0.8 and −0.17, with standard errors of 0.004 and 0.03.
        DifferenceCurve curve = Curve(Shape.CurvedAndSpreading, 6);
        BreakEven whole = Find(0, 5, curve, Options(20));
        for (int values = 7; values < whole.Evaluations / 20; values++)
        {
            BreakEven part = Find(0, 5, curve, Options(20) with { MaximumEvaluations = (values * 20) + 19 });
            Assert.False(part.IsComplete);
            Assert.Equal(values * 20, part.Evaluations);
            Assert.True(part.Lower <= whole.Lower + 1e-3 && part.Upper >= whole.Upper - 1e-3);
            Assert.InRange(part.Value!.Value, part.Lower!.Value, part.Upper!.Value);
        }

        Assert.Equal(whole.Value, Find(0, 5, curve, Options(20) with { MaximumEvaluations = whole.Evaluations }).Value);
    }

    [Fact]
    public void A_step_is_found_where_it_is()
    {
        // Nothing is smooth here: the difference is −1 below π and 1 from it on.
        BreakEven found = Find(0, 10, (x, _) => x < Math.PI ? -1 : 1, Options(2) with { Tolerance = 1e-6 });
        Assert.Equal(Math.PI, found.Value!.Value, 1e-6);
        Assert.InRange(found.Evaluations, 2 * 7, 2 * (7 + 25));
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        DifferenceCurve curve = Curve(Shape.OwnSlopes, 3);
        BreakEven one = Find(0, 5, curve, Options(20));
        BreakEven three = Find(0, 5, curve, Options(20) with { Threads = 3 });
        Assert.Equal((one.Value, one.Lower, one.Upper, one.Evaluations), (three.Value, three.Lower, three.Upper, three.Evaluations));
        Assert.Equal(one.Grid, three.Grid);
    }

    [Fact]
    public void Impossible_searches_are_refused()
    {
        Assert.Equal("Range: found low 3 and high 3; expected low under high, by a finite number.", Refused(3, 3, Options(9)));
        Assert.Equal("high: found NaN; expected a finite number.", Refused(3, double.NaN, Options(9)));
        Assert.Equal("Replications: found 0; expected 2 or more.", Refused(0, 1, Options(0)));
        Assert.Equal("Replications: found 1; expected 2 or more.", Refused(0, 1, Options(1)));
        Assert.Equal("GridPoints: found 1; expected 2 or more.", Refused(0, 1, Options(9) with { GridPoints = 1 }));
        Assert.Equal("Threads: found 0; expected 1 or more.", Refused(0, 1, Options(9) with { Threads = 0 }));
        Assert.Equal("Tolerance: found 0; expected a finite number above zero.", Refused(0, 1, Options(9) with { Tolerance = 0 }));
        Assert.Equal("options.Level: found 1; expected a number between 0 and 1, exclusive.", Refused(0, 1, Options(9) with { Level = 1 }));
        Assert.Equal(
            "MaximumEvaluations: found 62; expected 63 or more, for 9 replications at 7 values.", Refused(0, 1, Options(9) with { MaximumEvaluations = 62 }));

        static string Refused(double low, double high, BreakEvenOptions options) =>
            Assert.ThrowsAny<ArgumentException>(() => Find(low, high, (x, _) => x, options)).Message.Split(" (Parameter")[0];
    }

    [Fact]
    public void A_difference_that_is_no_number_is_named_with_its_value_and_replication()
    {
        ArgumentException error = Assert.Throws<ArgumentOutOfRangeException>(() => Find(0, 3, (x, r) => x > 1.2 && r == 4 ? double.NaN : x - 1, Options(9)));
        Assert.StartsWith("difference at 1.5 in replication 4: found NaN; expected a finite number.", error.Message, StringComparison.Ordinal);
        ReplicationException thrown = Assert.Throws<ReplicationException>(
            () => Find(0, 3, (x, r) => x > 1.2 && r == 4 ? throw new FormatException("no") : x - 1, Options(9)));
        Assert.Equal((4, "Replication 4 failed: At 1.5: no"), (thrown.Replication, thrown.Message));
    }

    private static BreakEvenOptions Options(int replications) => new() { Replications = replications };

    private static DifferenceCurve Curve(Shape shape, uint number)
    {
        uint trial = Trial(shape, number);
        return shape switch
        {
            Shape.Straight => (x, r) => x - Planted + Line(trial, r).Height,
            Shape.OwnSlopes => (x, r) => Line(trial, r) is var line ? line.Height + (line.Slope * (x - Planted)) : 0,
            Shape.CurvedAndSpreading => (x, r) => Math.Exp(-0.7 * x) - Math.Exp(-0.7 * Planted) + (0.02 * Math.Exp(0.4 * x) * Line(trial, r).Height),
            _ => (x, r) => x - Planted + new RandomStreams((ulong)BitConverter.DoubleToInt64Bits(x), trial).Stream(new Purpose(7, "test"), entity: (uint)r).NextNormal(),
        };
    }

    /// <summary>Each shape has chances of its own.</summary>
    private static uint Trial(Shape shape, uint number) => number + (1000 * (uint)shape);

    /// <summary>The height at the planted value, mean 0, and the slope, mean 1, of a replication.</summary>
    private static (double Height, double Slope) Line(uint trial, int replication)
    {
        RandomStream random = Streams.Any(100_000 + (trial * 1000) + (uint)replication);
        double height = random.NextNormal();
        return (height, 1 + (0.5 * random.NextNormal()));
    }

    private static BreakEven Find(double low, double high, DifferenceCurve difference, BreakEvenOptions options) =>
        BreakEven.Find(low, high, difference, options, TestContext.Current.CancellationToken);
}
