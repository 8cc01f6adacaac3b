using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class AntitheticPairTests
{
    private const int Draws = 20_000;

    private static readonly Purpose s_purpose = new(7, "test");

    /// <summary>Distributions all of whose draws are monotone in their uniform numbers.</summary>
    private static readonly Distribution[] s_monotone =
    [
        new ExponentialDistribution(2), new WeibullDistribution(1.7, 3), new LognormalDistribution(0.2, 0.6), new UniformDistribution(1, 4),
        new TriangularDistribution(0, 1, 5), new EmpiricalDistribution([5, 1, 9, 2.5], [1, 2, 0, 4]),
        new ScaledDistribution(3, new ExponentialDistribution(1)),
        new MixtureDistribution((1, new ExponentialDistribution(9)), (2, new UniformDistribution(0, 1))),
    ];

    private static readonly Distribution[] s_partly = [new GammaDistribution(0.7, 2), new GammaDistribution(3, 2)];

    [Fact]
    public void The_uniform_numbers_of_a_pair_add_up_to_one()
    {
        (RandomStream first, RandomStream second) = Pair(1);
        RandomStream plain = new RandomStreams(3, 4).Stream(s_purpose, entity: 1);
        for (int i = 0; i < 1000; i++)
        {
            double u = first.NextOpenUniform();
            Assert.Equal(plain.NextOpenUniform(), u);
            Assert.Equal(1, u + second.NextOpenUniform());
            ulong bits = first.NextUInt64();
            Assert.Equal(plain.NextUInt64(), bits);
            Assert.Equal(~bits, second.NextUInt64());
            Assert.Equal(1 - (1.0 / (1L << 53)), first.NextUniform() + second.NextUniform());
            _ = plain.NextUniform();
            Assert.Equal(999, first.NextIndex(1000) + second.NextIndex(1000));
            _ = plain.NextIndex(1000);
        }
    }

    [Fact]
    public void The_normal_numbers_of_a_pair_differ_in_sign_alone()
    {
        (RandomStream first, RandomStream second) = Pair(2);
        for (int i = 0; i < 10_000; i++)
        {
            Assert.Equal(first.NextNormal(), -second.NextNormal());
        }
    }

    [Fact]
    public void An_exponential_number_is_minus_the_logarithm_of_its_partners_uniform_number()
    {
        (RandomStream first, RandomStream second) = Pair(3);
        for (int i = 0; i < 1000; i++)
        {
            RandomStream uniform = second;
            Assert.Equal(-Math.Log(uniform.NextOpenUniform()), first.NextExponential(), 1e-15);
            Assert.InRange(second.NextExponential(), 0, 40);
        }
    }

    [Fact]
    public void Each_member_of_a_pair_follows_its_distribution()
    {
        foreach (AntitheticPair pair in new[] { AntitheticPair.First, AntitheticPair.Second })
        {
            RandomStream random = new RandomStreams(5, 0, pair).Stream(s_purpose);
            foreach (Distribution distribution in s_monotone.Concat(s_partly))
            {
                Tally tally = new();
                Tally biased = new();
                for (int i = 0; i < Draws; i++)
                {
                    tally.Add(distribution.Sample(ref random));
                    biased.Add(distribution.SampleLengthBiased(ref random));
                }

                double lengthBiasedMean = distribution.Mean + (distribution.Variance / distribution.Mean);
                Close(distribution.Mean, tally);
                Close(lengthBiasedMean, biased);
            }

            foreach (DiscreteDistribution distribution in Counts())
            {
                Tally tally = new();
                for (int i = 0; i < Draws; i++)
                {
                    tally.Add(distribution.Sample(ref random));
                }

                Close(distribution.Mean, tally);
                Assert.InRange(tally.Variance!.Value, 0.93 * distribution.Variance, 1.07 * distribution.Variance);
            }
        }

        static void Close(double mean, Tally tally)
        {
            double margin = 5 * tally.StandardDeviation!.Value / Math.Sqrt(tally.Count);
            Assert.InRange(tally.Mean!.Value, mean - margin, mean + margin);
        }
    }

    [Fact]
    public void Draws_by_inversion_fall_as_their_partners_rise()
    {
        foreach (Distribution distribution in s_monotone)
        {
            // A mixture takes one number to choose, and one to draw.
            int numbers = distribution is MixtureDistribution ? 2 : 1;
            Tally product = new();
            for (uint entity = 0; entity < 200; entity++)
            {
                (RandomStream first, RandomStream second) = Pair(entity);
                (RandomStream nextFirst, RandomStream nextSecond) = Pair(entity);
                double one = distribution.Sample(ref first);
                double other = distribution.Sample(ref second);
                product.Add((one - distribution.Mean) * (other - distribution.Mean));

                // Both members have used up the same number of numbers.
                for (int i = 0; i < numbers; i++)
                {
                    _ = nextFirst.NextUInt64();
                    _ = nextSecond.NextUInt64();
                }

                Assert.Equal(nextFirst.NextUInt64(), first.NextUInt64());
                Assert.Equal(nextSecond.NextUInt64(), second.NextUInt64());
                if (numbers == 1)
                {
                    (RandomStream u, _) = Pair(entity);
                    bool low = u.NextOpenUniform() < 0.5;
                    Assert.True(low ? one <= other : one >= other, distribution.GetType().Name);
                    Assert.True(one != other || distribution is EmpiricalDistribution, distribution.GetType().Name);
                }
            }

            // The correlation of exponential numbers is 1 − π²/6 = −0.64, of lopsided mixtures less.
            double correlation = product.Mean!.Value / distribution.Variance;
            Assert.InRange(correlation, -1.2, numbers == 1 ? -0.5 : -0.1);
        }
    }

    [Fact]
    public void Pairs_of_a_queue_vary_less_than_independent_runs()
    {
        const int Pairs = 400;
        double[] first = new double[Pairs];
        double[] second = new double[Pairs];
        Tally single = new();
        Tally pairs = new();
        for (int i = 0; i < Pairs; i++)
        {
            first[i] = MeanWait(new RandomStreams(11, (uint)i, AntitheticPair.First));
            second[i] = MeanWait(new RandomStreams(11, (uint)i, AntitheticPair.Second));
            single.Add(first[i]);
            single.Add(second[i]);
            pairs.Add(0.5 * (first[i] + second[i]));
        }

        // Two independent runs would leave half of the variance; the pairs leave about four fifths of that half.
        double left = pairs.Variance!.Value / (0.5 * single.Variance!.Value);
        Assert.InRange(left, 0.5, 0.9);
        double margin = 3 * pairs.StandardDeviation!.Value / Math.Sqrt(Pairs);
        Assert.InRange(pairs.Mean!.Value, 0.4975 - margin, 0.5 + margin);
    }

    [Fact]
    public void Normal_quantiles_are_right_to_the_fifteenth_digit()
    {
        // Computed with 40 digits.
        Assert.Equal(0, NormalQuantile.Of(0.5));
        Close(-0.6744897501960817432, NormalQuantile.Of(0.25));
        Close(-1.4395314709384559349, NormalQuantile.Of(0.075));
        Close(-1.4395307645017296865, NormalQuantile.Of(0.0750001));
        Close(-3.0902323061678135354, NormalQuantile.Of(1e-3));
        Close(-5.9978070150076868614, NormalQuantile.Of(1e-9));
        Close(-6.6465708874771128614, NormalQuantile.Of(1.5e-11));
        Close(-7.0344838253011319326, NormalQuantile.Of(1e-12));
        Close(-8.2095361516013868556, NormalQuantile.Of(1.0 / (1L << 53)));
        Close(-37.0470962993611992370, NormalQuantile.Of(1e-300));
        Close(1.2815515655446005935, NormalQuantile.Of(0.9));
        Close(2.3263478740408407676, NormalQuantile.Of(0.99));

        static void Close(double expected, double found) => Assert.Equal(expected, found, 5e-16 * Math.Abs(expected));
    }

    [Fact]
    public void A_member_of_a_pair_ends_after_its_last_block()
    {
        RandomStream random = new(1, 2, 3, 4, uint.MaxValue, AntitheticPair.Second);
        _ = random.NextUInt64();
        _ = random.NextNormal();
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => random.NextExponential());
        Assert.Contains("all its 2^33 numbers have been drawn", error.Message, StringComparison.Ordinal);
    }

    private static DiscreteDistribution[] Counts() =>
    [
        new PoissonDistribution(3), new PoissonDistribution(120), new PoissonDistribution(499), new PoissonDistribution(5000),
        new NegativeBinomialDistribution(4, 2), new CategoricalDistribution(0, 1, 0, 3, 2, 0),
    ];

    /// <summary>The mean wait of a thousand customers in an M/M/1 queue half in use that starts empty; in the long run 0.5.</summary>
    private static double MeanWait(RandomStreams streams)
    {
        RandomStream gaps = streams.Stream(new Purpose(1, "gaps"));
        RandomStream lengths = streams.Stream(new Purpose(2, "lengths"));
        double wait = 0;
        double sum = 0;
        for (int i = 0; i < 1000; i++)
        {
            sum += wait;
            wait = Math.Max(0, wait + (0.5 * lengths.NextExponential()) - gaps.NextExponential());
        }

        return sum / 1000;
    }

    private static (RandomStream First, RandomStream Second) Pair(uint entity) =>
        (new RandomStreams(3, 4, AntitheticPair.First).Stream(s_purpose, entity: entity),
            new RandomStreams(3, 4, AntitheticPair.Second).Stream(s_purpose, entity: entity));
}
