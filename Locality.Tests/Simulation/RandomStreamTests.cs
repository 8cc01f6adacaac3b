using System.Numerics;
using System.Runtime.CompilerServices;
using LocalitySim.Simulation;
using MathNet.Numerics.Distributions;
using Xunit;

namespace LocalitySim.Tests;

public class RandomStreamTests
{
    private static readonly Purpose s_service = new(3, "service time");

    [Fact]
    public void A_stream_is_the_blocks_of_its_counter()
    {
        RandomStream random = new RandomStreams(0, 0).Stream(s_service, group: 5, entity: 11, generation: 2);
        (uint a, uint b, uint c, uint d) = Philox4x32.Block(0, 11, 5, (3u << 16) | 2, 0, 0);
        Assert.Equal(a | ((ulong)b << 32), random.NextUInt64());
        Assert.Equal(c | ((ulong)d << 32), random.NextUInt64());
        (a, b, _, _) = Philox4x32.Block(1, 11, 5, (3u << 16) | 2, 0, 0);
        Assert.Equal(a | ((ulong)b << 32), random.NextUInt64());
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(uint.MaxValue - 10)]
    public void Every_number_comes_from_the_block_whose_turn_it_is(uint first)
    {
        RandomStream random = new((7UL << 32) | 6, 11, 5, 3, first);
        for (uint block = first; block - first < 11 && block >= first; block++)
        {
            (uint a, uint b, uint c, uint d) = Philox4x32.Block(block, 11, 5, 3, 6, 7);
            Assert.Equal(a | ((ulong)b << 32), random.NextUInt64());
            Assert.Equal(c | ((ulong)d << 32), random.NextUInt64());
        }
    }

    [Fact]
    public void The_quick_test_of_the_ziggurats_decides_as_the_slow_one_does()
    {
        RandomStream quick = Streams.Any(19);
        RandomStream slow = quick;
        for (int i = 0; i < 500_000; i++)
        {
            Assert.True(quick.NextExponential() == Ziggurat.Exponential(ref slow));
            Assert.True(quick.NextNormal() == Ziggurat.Normal(ref slow));
        }

        Assert.Equal(quick.NextUInt64(), slow.NextUInt64());
    }

    [Fact]
    public void The_quick_test_of_a_layer_turns_at_the_width_of_the_next()
    {
        for (ulong i = 0; i < 256; i++)
        {
            ulong next = i + 1;
            Turns(Ziggurat.ExponentialLayer(i), i < 255 ? Ziggurat.ExponentialLayer(next).Scale : 0);
            Turns(Ziggurat.NormalLayer(i), i < 255 ? Ziggurat.NormalLayer(next).Scale : 0);
        }

        static void Turns(Ziggurat.Layer layer, double nextScale)
        {
            double width = nextScale * (1L << 52);
            Assert.True(layer.Sure == 0 || (layer.Sure - 0.5) * layer.Scale < width);
            Assert.True((layer.Sure + 0.5) * layer.Scale >= width);
        }
    }

    [Fact]
    public void A_draw_does_not_depend_on_what_was_drawn_before()
    {
        RandomStreams streams = new(42, 7);
        RandomStream first = streams.Stream(s_service, 1, 1);
        RandomStream second = streams.Stream(s_service, 1, 2);
        ulong[] apart = [first.NextUInt64(), first.NextUInt64(), second.NextUInt64(), second.NextUInt64()];

        RandomStream b = streams.Stream(s_service, 1, 2);
        RandomStream a = streams.Stream(s_service, 1, 1);
        ulong b1 = b.NextUInt64();
        ulong a1 = a.NextUInt64();
        ulong b2 = b.NextUInt64();
        ulong a2 = a.NextUInt64();
        ulong[] mixed = [a1, a2, b1, b2];
        Assert.Equal(apart, mixed);
    }

    [Fact]
    public void Every_part_of_a_name_changes_the_draws()
    {
        RandomStream[] streams =
        [
            new RandomStreams(1, 1).Stream(s_service, 1, 1, 1),
            new RandomStreams(2, 1).Stream(s_service, 1, 1, 1),
            new RandomStreams(1UL << 63, 1).Stream(s_service, 1, 1, 1),
            new RandomStreams(1, 2).Stream(s_service, 1, 1, 1),
            new RandomStreams(1, 1).Stream(new Purpose(4, "service time"), 1, 1, 1),
            new RandomStreams(1, 1).Stream(s_service, 2, 1, 1),
            new RandomStreams(1, 1).Stream(s_service, 1, 2, 1),
            new RandomStreams(1, 1).Stream(s_service, 1, 1, 2),
        ];
        ulong[] draws = new ulong[streams.Length];
        for (int i = 0; i < streams.Length; i++)
        {
            draws[i] = streams[i].NextUInt64();
        }

        Assert.Equal(draws.Length, draws.Distinct().Count());
        RandomStream renamed = new RandomStreams(1, 1).Stream(new Purpose(3, "another name"), 1, 1, 1);
        Assert.Equal(draws[0], renamed.NextUInt64());
    }

    [Fact]
    public void Neighbouring_streams_look_independent()
    {
        // Bits that agree between neighbours: binomial with n × 64 trials and probability one half.
        const int Draws = 4096;
        for (uint step = 0; step < 5; step++)
        {
            RandomStream a = new RandomStreams(9, 0).Stream(s_service);
            RandomStream b = step switch
            {
                0 => new RandomStreams(9, 1).Stream(s_service),
                1 => new RandomStreams(10, 0).Stream(s_service),
                2 => new RandomStreams(9, 0).Stream(s_service, 1),
                3 => new RandomStreams(9, 0).Stream(s_service, 0, 1),
                _ => new RandomStreams(9, 0).Stream(s_service, 0, 0, 1),
            };
            int agreeing = 0;
            Tally product = new();
            for (int i = 0; i < Draws; i++)
            {
                ulong x = a.NextUInt64();
                ulong y = b.NextUInt64();
                agreeing += BitOperations.PopCount(~(x ^ y));
                product.Add((Unit(x) - 0.5) * (Unit(y) - 0.5));
            }

            Assert.InRange(agreeing, (Draws * 32) - (5 * 256), (Draws * 32) + (5 * 256));
            Assert.InRange(product.Mean!.Value, -5.0 / 12 / Math.Sqrt(Draws), 5.0 / 12 / Math.Sqrt(Draws));
        }
    }

    [Fact]
    public void First_draws_of_many_entities_are_uniform()
    {
        RandomStreams streams = new(5, 5);
        int[] counts = new int[64];
        for (uint entity = 0; entity < 64_000; entity++)
        {
            RandomStream random = streams.Stream(s_service, entity: entity);
            counts[(int)(random.NextUniform() * 64)]++;
        }

        Assert.InRange(Goodness.ChiSquareP(counts, _ => 1000), 1e-6, 1 - 1e-6);
    }

    [Fact]
    public void Uniform_numbers_stay_in_their_range()
    {
        RandomStream random = Streams.Any(10);
        for (int i = 0; i < 100_000; i++)
        {
            Assert.InRange(random.NextUniform(), 0, 0.99999999999999989);
            Assert.InRange(random.NextOpenUniform(), double.Epsilon, 0.99999999999999989);
        }
    }

    [Fact]
    public void Uniform_exponential_and_normal_draws_follow_their_distributions()
    {
        Assert.InRange(Goodness.KolmogorovP(Streams.Any(11), (ref r) => r.NextUniform(), x => x), 1e-6, 1);
        Assert.InRange(Goodness.KolmogorovP(Streams.Any(12), (ref r) => r.NextOpenUniform(), x => x), 1e-6, 1);
        Assert.InRange(Goodness.KolmogorovP(Streams.Any(13), (ref r) => r.NextExponential(), x => 1 - Math.Exp(-x)), 1e-6, 1);
        Assert.InRange(Goodness.KolmogorovP(Streams.Any(14), (ref r) => r.NextNormal(), x => Normal.CDF(0, 1, x)), 1e-6, 1);
    }

    [Fact]
    public void Every_layer_of_the_ziggurats_is_right()
    {
        // As many cells of equal probability as there are layers, and enough draws to see one cell off by 2 %.
        const int Cells = 256;
        const int Draws = 2_560_000;
        int[] exponential = new int[Cells];
        int[] normal = new int[Cells];
        RandomStream random = Streams.Any(15);
        for (int i = 0; i < Draws; i++)
        {
            exponential[(int)(Math.Exp(-random.NextExponential()) * Cells)]++;
            normal[(int)(Normal.CDF(0, 1, random.NextNormal()) * Cells)]++;
        }

        Assert.InRange(Goodness.ChiSquareP(exponential, _ => Draws / Cells), 1e-6, 1 - 1e-6);
        Assert.InRange(Goodness.ChiSquareP(normal, _ => Draws / Cells), 1e-6, 1 - 1e-6);
    }

    [Fact]
    public void Tails_beyond_the_ziggurats_edges_have_their_share_and_shape()
    {
        const int Draws = 4_000_000;
        RandomStream random = Streams.Any(16);
        Tally exponential = new();
        Tally normal = new();
        int above = 0;
        for (int i = 0; i < Draws; i++)
        {
            double x = random.NextExponential();
            if (x > 7.69711747013105)
            {
                exponential.Add(x - 7.69711747013105);
            }

            double z = random.NextNormal();
            if (Math.Abs(z) > 3.65415288536100877)
            {
                normal.Add(Math.Abs(z));
                above += z > 0 ? 1 : 0;
            }
        }

        // Expected counts: 4,000,000 × e^−7.697 = 1816 and × 2(1 − Φ(3.654)) = 1032; each within 5 standard deviations.
        Assert.InRange(exponential.Count, 1816 - 213, 1816 + 213);
        Assert.InRange(normal.Count, 1032 - 160, 1032 + 160);
        Assert.InRange(above, (normal.Count / 2.0) - 80, (normal.Count / 2.0) + 80);
        Assert.InRange(exponential.Mean!.Value, 1 - (5 / Math.Sqrt(1603)), 1 + (5 / Math.Sqrt(1603)));

        // The mean beyond the edge e is φ(e)/(1 − Φ(e)) = 3.8961, the standard deviation about 0.229.
        Assert.InRange(normal.Mean!.Value, 3.8961 - (5 * 0.229 / Math.Sqrt(872)), 3.8961 + (5 * 0.229 / Math.Sqrt(872)));
    }

    [Fact]
    public void Indices_are_uniform_for_every_range()
    {
        RandomStream random = Streams.Any(17);
        int[] ranges = [2, 3, 7, 100];
        foreach (int n in ranges)
        {
            int[] counts = new int[n];
            for (int i = 0; i < n * 1000; i++)
            {
                counts[random.NextIndex(n)]++;
            }

            Assert.InRange(Goodness.ChiSquareP(counts, _ => 1000), 1e-6, 1 - 1e-6);
        }

        Assert.Equal(0, random.NextIndex(1));
        Assert.InRange(random.NextIndex(int.MaxValue), 0, int.MaxValue - 1);
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => Streams.Any(0).NextIndex(0));
        Assert.Contains("must be greater than or equal to '1'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_default_stream_refuses_to_draw()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => default(RandomStream).NextUniform());
        Assert.Equal("A default RandomStream has no draws; get one from RandomStreams.Stream.", error.Message);
    }

    [Fact]
    public void A_stream_ends_after_its_last_block_instead_of_starting_again()
    {
        RandomStream random = new(1, 2, 3, 4, uint.MaxValue);
        _ = random.NextUInt64();
        _ = random.NextUInt64();
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => random.NextUInt64());
        Assert.Contains("all its 2^33 numbers have been drawn", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_generation_beyond_sixteen_bits_is_refused()
    {
        RandomStreams streams = new(1, 0);
        _ = streams.Stream(s_service, generation: 65_535);
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => streams.Stream(s_service, generation: 65_536));
        Assert.Contains("Generation of stream 'service time': found 65536; expected 0 to 65535.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stream_is_a_small_value() => Assert.InRange(Unsafe.SizeOf<RandomStream>(), 1, 96);

    private static double Unit(ulong bits) => (bits >> 11) * (1.0 / (1UL << 53));
}
