using System.Collections.Immutable;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class InformationValueTests
{
    private static readonly Purpose Input = new(1, "input");
    private static readonly Purpose Noise = new(2, "noise");

    /// <summary>
    /// Two systems whose gain is normal about an input θ ~ N(m, 1): knowing θ is worth φ(m) − |m| Φ(−|m|), the unit normal loss integral.
    /// Source: Raiffa and Schlaifer, "Applied Statistical Decision Theory" (1961), section 5.4.
    /// </summary>
    [Theory]
    [InlineData(1, 0.0833155)]
    [InlineData(0.5, 0.1977965)]
    [InlineData(-0.5, 0.1977965)]
    public void The_value_of_knowing_a_normal_input_is_the_unit_normal_loss(double mean, double loss)
    {
        const int replications = 4000;
        double[][] draws = Draws(replications, 3);
        double[] input = [.. draws[0].Select(value => mean + value)];
        double[] gain = [.. input.Zip(draws[1], (value, noise) => value + (2 * noise))];
        ImmutableArray<InformationValue> values = InformationValue.Of([new double[replications], gain], [input, draws[2]], BetterDirection.Higher);
        Assert.True(values[0].Matters);
        Assert.InRange(loss, values[0].Value.Lower, values[0].Value.Upper);
        Assert.InRange(values[0].Value.HalfWidth, 0.005, 0.08);
        Assert.InRange(values[0].Explained, 0.17, 0.23);

        // An input that does nothing is worth nothing.
        Assert.Equal(new Interval(0, 0, 0), values[1].Value);
        Assert.False(values[1].Matters);
        Assert.Equal(0, values[1].Explained);
    }

    /// <summary>Away from a tie the interval holds the truth about as often as it says: 95 % of 200 is 190, within three standard deviations.</summary>
    [Fact]
    public void The_interval_holds_the_value_as_often_as_it_says()
    {
        int held = 0;
        for (uint trial = 0; trial < 200; trial++)
        {
            double[][] draws = Draws(200, 2, trial);
            double[] input = [.. draws[0].Select(value => 0.5 + value)];
            double[] gain = [.. input.Zip(draws[1], (value, noise) => value + (2 * noise))];
            Interval value = InformationValue.Of([new double[200], gain], [input], BetterDirection.Higher, resamples: 200)[0].Value;
            held += value.Lower <= 0.1977965 && value.Upper >= 0.1977965 ? 1 : 0;
        }

        Assert.InRange(held, 181, 199);
    }

    [Fact]
    public void An_input_that_moves_all_systems_alike_is_worth_nothing()
    {
        double[][] draws = Draws(200, 3);
        double[] first = [.. draws[0].Zip(draws[1], (value, noise) => (10 * value) + noise)];
        double[] second = [.. draws[0].Zip(draws[2], (value, noise) => (10 * value) + noise)];
        Assert.Equal(0, InformationValue.Of([first, second], [draws[0]], BetterDirection.Lower)[0].Value.Mean);
    }

    [Fact]
    public void An_input_that_changes_the_size_of_a_gain_and_never_its_sign_matters_and_is_worth_nothing()
    {
        double[] input = [.. Enumerable.Range(0, 100).Select(index => index / 100.0)];
        double[] better = [.. input.Select(value => -1 - value)];
        InformationValue value = InformationValue.Of([new double[100], better], [input], BetterDirection.Lower)[0];
        Assert.True(value.Matters);
        Assert.Equal(0, value.Value.Mean, 12);
        Assert.Equal(1, value.Explained, 9);
    }

    /// <summary>Of three systems with gains 0, θ and θ² − ½ at θ = −1, −0.9, …, 1 the best is known exactly, for the regression fits exactly.</summary>
    [Fact]
    public void A_quadratic_gain_is_found_exactly()
    {
        double[] input = [.. Enumerable.Range(-10, 21).Select(index => index / 10.0)];
        double[] square = [.. input.Select(value => (value * value) - 0.5)];
        double informed = input.Zip(square, (line, curve) => Math.Max(0, Math.Max(line, curve))).Average();
        InformationValue value = InformationValue.Of([new double[21], input, square], [input], BetterDirection.Higher)[0];
        Assert.Equal(informed - Math.Max(0, square.Average()), value.Value.Mean, 9);
    }

    [Fact]
    public void Noise_is_taken_for_information_no_more_often_than_the_level_says()
    {
        int found = 0;
        for (uint trial = 0; trial < 200; trial++)
        {
            double[][] draws = Draws(30, 6, trial);
            found += InformationValue.Of(draws[..3], draws[3..], BetterDirection.Lower, resamples: 100).Any(value => value.Matters) ? 1 : 0;
        }

        // Binomial(200, 0.05): 18 or more has a chance of 1.1 %.
        Assert.InRange(found, 0, 17);
    }

    [Fact]
    public void What_cannot_be_worked_out_is_refused()
    {
        double[] ten = [.. Enumerable.Range(0, 10).Select(index => (double)index)];
        Assert.Throws<ArgumentException>(() => InformationValue.Of([ten], [ten], BetterDirection.Lower));
        Assert.Throws<ArgumentException>(() => InformationValue.Of([ten[1..], ten[1..]], [ten[1..]], BetterDirection.Lower));
        Assert.Throws<ArgumentException>(() => InformationValue.Of([ten, ten], [ten[1..]], BetterDirection.Lower));
        Assert.Throws<ArgumentException>(() => InformationValue.Of([ten, ten], [], BetterDirection.Lower));
        Assert.Throws<ArgumentOutOfRangeException>(() => InformationValue.Of([ten, ten], [ten], BetterDirection.Lower, level: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => InformationValue.Of([ten, ten], [ten], BetterDirection.Lower, resamples: 99));
    }

    private static double[][] Draws(int replications, int columns, uint trial = 0)
    {
        RandomStreams streams = new(7, trial);
        return [.. Enumerable.Range(0, columns).Select(column =>
        {
            RandomStream random = streams.Stream(column == 0 ? Input : Noise, (uint)column);
            return Enumerable.Range(0, replications).Select(_ => random.NextNormal()).ToArray();
        })];
    }
}
