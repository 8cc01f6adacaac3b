using System.Collections.Immutable;
using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Skill, intervals and calibration: by hand, and on errors whose law is known.</summary>
public sealed class ForecastErrorTests
{
    private static readonly Purpose Draws = new(2, "sample errors");

    [Fact]
    public void Skill_is_worked_out_by_hand()
    {
        // Persistence is off by 2, 2 and 1, the forecast by 1, 1 and 2.
        ImmutableArray<ForecastPoint> points = [new(0, 2001, 10, 11, 12), new(1, 2001, 10, 11, 12), new(1, 2002, 10, 13, 11)];
        ForecastSkill skill = ForecastSkill.Of(points);
        Assert.Equal(Math.Sqrt(2), skill.Rmse, 1e-12);
        Assert.Equal(Math.Sqrt(3), skill.PersistenceRmse, 1e-12);
        Assert.Equal(1 - (2.0 / 3), skill.Skill, 1e-12);

        // Gains 3, and 3 and −3 of one unit; the mean is 1. About it the units' sums are 2 and −2, times 2/3: spread 4/3 × √2, over √2.
        Assert.Equal(1, skill.Gain.Mean, 1e-12);
        double error = 4.0 / 3;
        Assert.Equal(1 + (12.706204736 * error), skill.Gain.Upper, 1e-6);

        // One degree of freedom: P(T > 0.75) = ½ − arctan(0.75)/π.
        Assert.Equal(0.5 - (Math.Atan(0.75) / Math.PI), skill.PValue, 1e-9);
        Assert.Throws<ArgumentException>(() => ForecastSkill.Of([points[0]]));
    }

    [Fact]
    public void Conformal_bounds_are_the_errors_of_the_right_rank()
    {
        // 99 errors, −49 to 49 hundredths, all as heavy: of 100 places the bounds of 90 % are the 5th from either end.
        ConformalErrors errors = new(new SizeScale(1, 0), [.. Enumerable.Range(-49, 99).Select(error => error / 100.0)], [.. Enumerable.Repeat(1.0, 99)]);
        Interval interval = errors.Interval(200, 50, 0.9);
        Assert.Equal(200, interval.Mean);
        Assert.Equal(200 * PortableMath.Exp(-0.45), interval.Lower, 1e-9);
        Assert.Equal(200 * PortableMath.Exp(0.45), interval.Upper, 1e-9);

        // 99 errors are too few for 99 %: the bounds would be the outermost's outside.
        Assert.Equal(200 * PortableMath.Exp(-0.49), errors.Interval(200, 50, 0.98).Lower, 1e-9);
        Assert.Equal(0, errors.Interval(200, 50, 0.999).Lower);
        Assert.True(double.IsPositiveInfinity(errors.Interval(200, 50, 0.999).Upper));

        // Quantiles lie on straight lines between the errors.
        Assert.Equal(200 * PortableMath.Exp(-0.49 + (0.01 * ((0.5 * 99) - 1))), errors.Quantile(200, 50, 0.5), 1e-9);
    }

    [Fact]
    public void Newer_errors_weigh_more()
    {
        ForecastPoint[] points = [.. Enumerable.Range(0, 200).Select(place => new ForecastPoint(place, place < 100 ? 2000 : 2010, 100, 100, 100 * PortableMath.Exp((place < 100 ? 1 : 0.1) * ((place % 100) - 49.5) / 100)))];
        double even = ConformalErrors.Of(points, _ => 1, 2010, 1).Interval(100, 1, 0.8).Upper;
        double fading = ConformalErrors.Of(points, _ => 1, 2010, 0.5).Interval(100, 1, 0.8).Upper;
        Assert.True(fading < 105 && even > 120, $"{even} {fading}");
    }

    [Fact]
    public void Intervals_hold_new_values_as_often_as_their_level_says_at_every_size()
    {
        // Errors of variance 0.01 + 2/size, of a skew law. 400 trials of 300 past errors and 10 new ones of each of two sizes.
        int[] held = new int[2];
        const int Trials = 400;
        const int News = 10;
        RandomStreams streams = new(12, 0);
        for (int trial = 0; trial < Trials; trial++)
        {
            RandomStream random = streams.Stream(Draws, (uint)trial);
            List<ForecastPoint> past = [];
            Dictionary<int, double> sizes = [];
            for (int place = 0; place < 300; place++)
            {
                double size = place % 2 == 0 ? 50 : 2000;
                sizes[place] = size;
                past.Add(new ForecastPoint(place, 2000, 100, 100, 100 * PortableMath.Exp(Error(ref random, size))));
            }

            ConformalErrors errors = ConformalErrors.Of(past, point => sizes[point.Unit], 2000, 1);
            for (int size = 0; size < 2; size++)
            {
                double count = size == 0 ? 50 : 2000;
                Interval interval = errors.Interval(100, count, 0.8);
                for (int place = 0; place < News; place++)
                {
                    held[size] += interval.Contains(100 * PortableMath.Exp(Error(ref random, count))) ? 1 : 0;
                }
            }
        }

        // 4,000 each; those of one trial share their bounds, which widens three standard errors of 0.0063 to about 0.025.
        Assert.InRange(held[0] / (double)(Trials * News), 0.775, 0.83);
        Assert.InRange(held[1] / (double)(Trials * News), 0.775, 0.83);
    }

    [Fact]
    public void The_scale_by_size_is_found_again()
    {
        RandomStream random = new RandomStreams(13, 0).Stream(Draws);
        double[] sizes = [.. Enumerable.Range(0, 20_000).Select(place => 20.0 + (place % 100 * 20))];
        double[] errors = [.. sizes.Select(size => Math.Sqrt(0.01 + (2 / size)) * random.NextNormal())];
        SizeScale scale = SizeScale.Fit(errors, sizes);
        Assert.InRange(scale.Common, 0.008, 0.0115);
        Assert.InRange(scale.PerCount, 1.6, 2.2);
        Assert.Equal(0, SizeScale.Fit([.. sizes.Select(size => Math.Sqrt(size) / 100)], sizes).PerCount);
        Assert.Contains("ten or more", Assert.Throws<ArgumentException>(() => SizeScale.Fit([1], [1])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Intervals_of_cross_validation_are_worked_out_by_hand()
    {
        // Fold 0 forecasts 10, fold 1 forecasts 20; at 60 % of four cases the third of five places counts.
        Interval interval = CvPlus.Interval([1, 2, 3, 4], [0, 0, 1, 1], [10, 20], 0.6);
        Assert.Equal(15, interval.Mean);
        Assert.Equal(9, interval.Lower);
        Assert.Equal(23, interval.Upper);
        Assert.True(double.IsPositiveInfinity(CvPlus.Interval([1, 2, 3, 4], [0, 0, 1, 1], [10, 20], 0.9).Upper));
        Assert.Throws<ArgumentException>(() => CvPlus.Interval([1], [2], [10, 20], 0.5));
    }

    [Fact]
    public void Intervals_of_cross_validation_hold_new_cases()
    {
        // The mean of n normal cases, five folds: at 80 % at least 60 % is promised, and about 80 % is seen.
        int held = 0;
        const int Trials = 2000;
        for (int trial = 0; trial < Trials; trial++)
        {
            RandomStream random = new RandomStreams(14, 0).Stream(Draws, (uint)trial, 1);
            double[] cases = [.. Enumerable.Range(0, 40).Select(_ => random.NextNormal())];
            int[] folds = [.. Enumerable.Range(0, 40).Select(place => place % 5)];
            double[] means = [.. Enumerable.Range(0, 5).Select(fold => cases.Where((_, place) => folds[place] != fold).Average())];
            held += CvPlus.Interval([.. cases.Select((value, place) => Math.Abs(value - means[folds[place]]))], folds, means, 0.8).Contains(random.NextNormal()) ? 1 : 0;
        }

        Assert.InRange(held / (double)Trials, 0.77, 0.85);
    }

    [Fact]
    public void A_calibration_ratio_has_the_interval_of_its_units()
    {
        ImmutableArray<ForecastPoint> points = [.. Enumerable.Range(0, 4).Select(unit => new ForecastPoint(unit, 2000, 0, 10, 8 + (2 * (unit % 2))))];
        Interval ratio = CalibrationRatio.Of(points)!.Value;
        Assert.Equal(0.9, ratio.Mean, 1e-12);

        // Gaps of ∓0.1 about the ratio: their spread is 0.2/√3, its error over √4, times t of three degrees.
        Assert.Equal(3.182446305 * 0.1 / Math.Sqrt(3), ratio.HalfWidth, 1e-6);
        Assert.Null(CalibrationRatio.Of([points[0]]));
    }

    [Fact]
    public void Exact_binomial_bounds_and_p_values_are_those_of_R()
    {
        // R's ?binom.test: 682 of 925 against 3/4.
        Interval share = ExactBinomial.Share(682, 925);
        Assert.Equal(0.7372973, share.Mean, 1e-7);
        Assert.Equal(0.7076683, share.Lower, 1e-7);
        Assert.Equal(0.7654066, share.Upper, 1e-7);
        Assert.Equal(0.3825, ExactBinomial.PValue(682, 925, 0.75), 5e-5);

        // None of n: the upper bound is 1 − (α/2)^(1/n). Three of three at one half: 2/8.
        Assert.Equal(1 - Math.Pow(0.025, 0.1), ExactBinomial.Share(0, 10).Upper, 1e-12);
        Assert.Equal(0, ExactBinomial.Share(0, 10).Lower);
        Assert.Equal(1, ExactBinomial.Share(10, 10).Upper);
        Assert.Equal(0.25, ExactBinomial.PValue(3, 3, 0.5), 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => ExactBinomial.Share(11, 10));
    }

    // Skew: an exponential less its mean.
    private static double Error(ref RandomStream random, double size) => Math.Sqrt(0.01 + (2 / size)) * (-PortableMath.Log(random.NextOpenUniform()) - 1);
}
