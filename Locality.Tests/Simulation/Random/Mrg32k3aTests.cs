using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Published figures: L'Ecuyer (1999), table III, and the file test2RngStream.res of the package RngStreams.</summary>
public sealed class Mrg32k3aTests
{
    private static readonly uint[] s_after35 = [1040577685, 3747037609, 277208355, 1712706441, 627445683, 2408037141];

    [Fact]
    public void The_first_numbers_are_the_published_ones()
    {
        Mrg32k3a stream = new Mrg32k3aStreams().Next();
        double[] expected = [0.12701112204657714, 0.3185275653967945, 0.3091860155832701, 0.8258468629271136, 0.2216299157820229, 0.5333953879182788];
        Assert.All(expected, value => Assert.Equal(value, stream.NextUniform()));
    }

    [Fact]
    public void Ten_million_numbers_have_the_published_sum()
    {
        Mrg32k3a stream = new(12345, 12345, 12345, 12345, 12345, 12345);
        double sum = 0;
        for (int i = 0; i < 10_000_000; i++)
        {
            sum += stream.NextUniform();
        }

        Assert.Equal(5001090.95, sum, 0.005);
    }

    [Fact]
    public void Streams_start_at_the_published_states()
    {
        Mrg32k3aStreams streams = new();
        Assert.Equal([12345u, 12345, 12345, 12345, 12345, 12345], streams.Next().State);
        Assert.Equal([3692455944u, 1366884236, 2968912127, 335948734, 4161675175, 475798818], streams.Next().State);
        Assert.Equal([1015873554u, 1310354410, 2249465273, 994084013, 2912484720, 3876682925], streams.Next().State);

        Mrg32k3aStreams ones = new(1, 1, 1, 1, 1, 1);
        Assert.Equal([1u, 1, 1, 1, 1, 1], ones.Next().State);
        Assert.Equal([2662865579u, 741857976, 4206142246, 3352832365, 2519202871, 655500294], ones.Next().State);
        Assert.Equal([3784663252u, 802042081, 160569404, 3391851556, 2150317468, 54240022], ones.Next().State);
        Assert.Equal([3276123839u, 3170955788, 1470482105, 884064067, 1017894425, 16401881], ones.Next().State);
    }

    [Fact]
    public void Advancing_gives_the_published_state_and_back_again()
    {
        Mrg32k3a stream = new Mrg32k3aStreams().Next();
        stream.AdvanceState(5, 3);
        Assert.Equal(s_after35, stream.State);
        Assert.Equal(0.07941673614985, stream.NextUniform(), 5e-15);
        stream.AdvanceState(0, -36);
        Assert.Equal([12345u, 12345, 12345, 12345, 12345, 12345], stream.State);

        for (int i = 0; i < 35; i++)
        {
            stream.AdvanceState(0, 1);
        }

        Assert.Equal(s_after35, stream.State);
        stream.AdvanceState(-5, -3);
        Assert.Equal([12345u, 12345, 12345, 12345, 12345, 12345], stream.State);
        stream.AdvanceState(0, int.MinValue);
        stream.AdvanceState(31, 0);
        Assert.Equal([12345u, 12345, 12345, 12345, 12345, 12345], stream.State);
    }

    [Fact]
    public void The_published_test_program_gives_its_published_results()
    {
        Mrg32k3aStreams streams = new();
        Mrg32k3a g1 = streams.Next();
        Mrg32k3a g2 = streams.Next();
        Mrg32k3a g3 = streams.Next();
        double sum = g2.NextUniform() + g3.NextUniform();
        for (int i = 0; i < 35; i++)
        {
            _ = g1.NextInt(1, 10);
        }

        g1.ResetStartStream();
        int integers = 0;
        for (int i = 0; i < 35; i++)
        {
            integers += g1.NextInt(1, 10);
        }

        Assert.Equal(186, integers);
        Assert.Equal(s_after35, g1.State);
        sum += integers / 100.0;

        g1.ResetStartStream();
        g1.IncreasedPrecision = true;
        integers = 0;
        for (int i = 0; i < 17; i++)
        {
            integers += g1.NextInt(1, 10);
        }

        Assert.Equal([2633078466u, 1040577685, 3747037609, 3152585150, 1712706441, 627445683], g1.State);
        g1.IncreasedPrecision = false;
        _ = g1.NextInt(1, 10);
        Assert.Equal(s_after35, g1.State);
        g1.ResetStartStream();
        g1.IncreasedPrecision = true;
        sum += ((integers / 10.0) + Sum(g1, 17)) / 10;

        double hundred = Sum(g3, 100);
        Assert.Equal(53.98590159232, hundred, 5e-12);
        sum += hundred / 10;
        g3.ResetStartSubstream();
        double[] start = [0.7285097861965, 0.9655872822837, 0.9961841304801, 0.1149884161813, 0.9731454191297];
        Assert.All(start, value => Assert.Equal(value, g3.NextUniform(), 5e-14));
        sum += g3.NextUniform();

        for (int i = 0; i < 4; i++)
        {
            g3.ResetNextSubstream();
        }

        double[] fourth = [0.1734545396358, 0.03286351608942, 0.2643169129682, 0.3059403602117, 0.5476303035177];
        Assert.All(fourth, value => Assert.Equal(value, g3.NextUniform(), 5e-14));
        sum += g3.NextUniform();

        g2.ResetStartSubstream();
        g2.IncreasedPrecision = true;
        double precise = Sum(g2, 100_000);
        Assert.Equal(50098.22414959, precise, 5e-8);
        g3.Antithetic = true;
        double antithetic = Sum(g3, 100_000);
        Assert.Equal(50017.2231775, antithetic, 5e-7);
        sum += (precise + antithetic) / 10_000;

        Mrg32k3aStreams ones = new(1, 1, 1, 1, 1, 1);
        Mrg32k3a[] four = [ones.Next(), ones.Next(), ones.Next(), ones.Next()];
        four[2].AdvanceState(-127, 0);
        Assert.Equal(four[1].State, four[2].State);
        four[2].ResetNextSubstream();
        sum += four.Sum(stream => stream.NextUniform());
        Assert.Equal(23.70532386289, sum, 5e-11);
    }

    [Fact]
    public void A_random_stream_gives_the_generators_uniform_numbers()
    {
        Mrg32k3a stream = new Mrg32k3aStreams().Next();
        RandomStream random = stream.ToRandomStream();
        Assert.Equal(stream.NextUniform(), random.NextOpenUniform());
        Assert.Equal(stream.NextUniform(), random.NextUniform());
        Assert.Equal(stream.NextExponential(), random.NextExponential());
        Assert.Equal(stream.NextNormal(), random.NextNormal());
        Assert.Equal(stream.NextInt(0, 99), random.NextIndex(100));
        double high = Math.Floor(stream.NextUniform() * (1L << 32));
        double low = Math.Floor(stream.NextUniform() * (1L << 32));
        Assert.Equal(((ulong)high << 32) | (ulong)low, random.NextUInt64());
        Assert.Equal(2 * stream.NextExponential(), new ExponentialDistribution(2).Sample(ref random));
        Assert.Equal(stream.NextUniform(), random.NextOpenUniform());

        stream.Antithetic = true;
        RandomStream mirrored = stream.ToRandomStream();
        Assert.Equal(1 - random.NextOpenUniform(), mirrored.NextOpenUniform());
        Assert.Equal(-random.NextNormal(), mirrored.NextNormal());
    }

    [Fact]
    public void Numbers_that_are_no_seed_are_refused()
    {
        Assert.Equal(
            "seed: found 5 numbers; expected 6. (Parameter 'seed')",
            Assert.Throws<ArgumentException>(() => new Mrg32k3aStreams(1, 2, 3, 4, 5)).Message);
        Assert.Equal(
            "seed[2]: found 4294967087; expected a number under 4294967087. (Parameter 'seed')",
            Assert.Throws<ArgumentException>(() => new Mrg32k3a(1, 2, 4294967087, 4, 5, 6)).Message);
        Assert.Equal(
            "seed: found three zeros in a half; expected a number above zero in each half. (Parameter 'seed')",
            Assert.Throws<ArgumentException>(() => new Mrg32k3a(1, 2, 3, 0, 0, 0)).Message);
        Mrg32k3a stream = new(1, 2, 3, 4, 5, 6);
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.NextInt(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.AdvanceState(201, 0));
        Assert.InRange(stream.NextInt(int.MinValue, int.MaxValue), int.MinValue, int.MaxValue);
    }

    private static double Sum(Mrg32k3a stream, int count)
    {
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += stream.NextUniform();
        }

        return sum;
    }
}
