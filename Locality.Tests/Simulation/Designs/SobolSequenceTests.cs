using System.Numerics;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class SobolSequenceTests
{
    /// <summary>
    /// The first points in six dimensions, as given by the tests of SciPy 1.7, Optuna (qmc) and TensorFlow 2 (sobol_sample), all of
    /// which use the direction numbers new-joe-kuo-6.
    /// </summary>
    private static readonly double[][] s_published =
    [
        [0, 0, 0, 0, 0, 0],
        [0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
        [0.75, 0.25, 0.25, 0.25, 0.75, 0.75],
        [0.25, 0.75, 0.75, 0.75, 0.25, 0.25],
        [0.375, 0.375, 0.625, 0.875, 0.375, 0.125],
        [0.875, 0.875, 0.125, 0.375, 0.875, 0.625],
        [0.625, 0.125, 0.875, 0.625, 0.625, 0.875],
        [0.125, 0.625, 0.375, 0.125, 0.125, 0.375],
        [0.1875, 0.3125, 0.9375, 0.4375, 0.5625, 0.3125],
        [0.6875, 0.8125, 0.4375, 0.9375, 0.0625, 0.8125],
        [0.9375, 0.0625, 0.6875, 0.1875, 0.3125, 0.5625],
        [0.4375, 0.5625, 0.1875, 0.6875, 0.8125, 0.0625],
        [0.3125, 0.1875, 0.3125, 0.5625, 0.9375, 0.4375],
        [0.8125, 0.6875, 0.8125, 0.0625, 0.4375, 0.9375],
        [0.5625, 0.4375, 0.0625, 0.8125, 0.1875, 0.6875],
        [0.0625, 0.9375, 0.5625, 0.3125, 0.6875, 0.1875],
    ];

    [Fact]
    public void The_first_points_are_those_published()
    {
        UnitDesign design = SobolSequence.Points(16, 6);
        for (int i = 0; i < 16; i++)
        {
            Assert.Equal(s_published[i], design.Row(i).ToArray());
        }
    }

    [Fact]
    public void A_sequence_may_begin_anywhere()
    {
        UnitDesign whole = SobolSequence.Points(300, 80);
        UnitDesign part = SobolSequence.Points(57, 80, first: 243);
        for (int i = 0; i < 57; i++)
        {
            Assert.Equal(whole.Row(243 + i).ToArray(), part.Row(i).ToArray());
        }

        Assert.Equal(1, SobolSequence.Points(1, 1, first: (1L << 32) - 1).Rows);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(17UL)]
    public void Every_stratum_of_every_dimension_is_hit_once_by_a_power_of_two_of_points(ulong? seed)
    {
        UnitDesign design = SobolSequence.Points(1024, 80, shiftSeed: seed);
        for (int j = 0; j < 80; j++)
        {
            Assert.Equal(1024, Enumerable.Range(0, 1024).Select(i => (int)(1024 * design[i, j])).Distinct().Count());
        }
    }

    [Fact]
    public void Polynomials_are_the_primitive_ones_in_their_order()
    {
        // Joe and Kuo go through the primitive polynomials by degree and, within a degree, by their coefficients: so the list can be
        // made anew. There are 16 of degree 8 (OEIS A011260).
        List<uint> expected = [];
        for (int degree = 1; expected.Count < 79; degree++)
        {
            expected.AddRange(Enumerable.Range(0, 1 << (degree - 1)).Where(a => IsPrimitive((1 << degree) | (a << 1) | 1, degree)).Select(a => (uint)a));
        }

        Assert.Equal(80, SobolSequence.MostDimensions);
        Assert.Equal(expected.Take(79), SobolDirections.Coefficients);
    }

    [Fact]
    public void Direction_numbers_are_those_of_the_published_table()
    {
        // Rows 10, 20 and 50 of new-joe-kuo-6: v_k is m_k/2^k.
        Assert.Equal([1, 1, 7, 11, 19], Initial(10, 5));
        Assert.Equal([1, 3, 7, 11, 23, 15, 103], Initial(20, 7));
        Assert.Equal([1, 1, 1, 3, 23, 43, 57, 177], Initial(50, 8));

        // A digest of all 80 rows, made by a program of its own from a table that agreed with a second copy (that of QuantLib).
        uint digest = 0;
        for (int j = 0; j < 80; j++)
        {
            foreach (uint direction in SobolDirections.Of(j))
            {
                digest = unchecked((digest * 31) + direction);
            }
        }

        Assert.Equal(1799931780U, digest);

        static uint[] Initial(int row, int degree) => [.. Enumerable.Range(1, degree).Select(k => SobolDirections.Of(row - 1)[k - 1] >> (32 - k))];
    }

    [Fact]
    public void The_first_32_dimensions_together_have_property_A()
    {
        // Sobol's property A: of the first 2^d points one lies in each of the 2^d boxes that halve every dimension. It holds where the
        // matrix of the first bits of the direction numbers is invertible modulo 2. Joe and Kuo (2008) chose theirs so that it holds up
        // to 1,111 dimensions; 32 bits show it for the first 32.
        for (int d = 1; d <= 32; d++)
        {
            uint[] rows = [.. Enumerable.Range(0, d).Select(j => FirstBits(j, d))];
            Assert.Equal(d, Rank(rows));
        }
    }

    [Fact]
    public void The_largest_dimensions_fill_their_planes_evenly()
    {
        // In the plane of any two neighbouring dimensions each box of an 8 by 8 grid gets 64 of 4,096 points.
        UnitDesign design = SobolSequence.Points(4096, 80);
        for (int j = 0; j + 1 < 80; j++)
        {
            int[] boxes = new int[64];
            for (int i = 0; i < 4096; i++)
            {
                boxes[(8 * (int)(8 * design[i, j])) + (int)(8 * design[i, j + 1])]++;
            }

            Assert.All(boxes, count => Assert.Equal(64, count));
        }
    }

    [Fact]
    public void A_digital_shift_keeps_the_differences_and_makes_each_point_uniform()
    {
        Tally coordinates = new();
        for (ulong seed = 0; seed < 400; seed++)
        {
            coordinates.Add(SobolSequence.Points(1, 3, shiftSeed: seed)[0, 2]);
        }

        Interval mean = Confidence.Mean(coordinates, 0.999);
        Assert.True(mean.Contains(0.5), mean.ToString());
        Assert.InRange(coordinates.Variance!.Value, 0.07, 0.097);
        UnitDesign plain = SobolSequence.Points(64, 5);
        UnitDesign shifted = SobolSequence.Points(64, 5, shiftSeed: 3);
        HashSet<ulong> shifts = [];
        for (int j = 0; j < 5; j++)
        {
            ulong shift = Bits(shifted[0, j]) ^ Bits(plain[0, j]);
            Assert.True(shifts.Add(shift), "Two dimensions are shifted alike.");
            Assert.All(Enumerable.Range(0, 64), i => Assert.Equal(shift, Bits(shifted[i, j]) ^ Bits(plain[i, j])));
            Assert.InRange(shifted[63, j], 0, 1 - 1e-16);
        }

        static ulong Bits(double coordinate) => (ulong)(coordinate * (1L << 53));
    }

    [Fact]
    public void A_smooth_integral_comes_out_to_four_digits()
    {
        // The mean of the product of 1 + (x − 1/2)/j over j = 1 to 6 is 1.
        UnitDesign design = SobolSequence.Points(4096, 6, shiftSeed: 1);
        double sum = 0;
        for (int i = 0; i < 4096; i++)
        {
            double product = 1;
            for (int j = 0; j < 6; j++)
            {
                product *= 1 + ((design[i, j] - 0.5) / (j + 1));
            }

            sum += product;
        }

        Assert.Equal(1, sum / 4096, 2e-4);
    }

    [Fact]
    public void What_the_sequence_does_not_have_is_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentOutOfRangeException>(() => SobolSequence.Points(1, 81));
        Assert.StartsWith("dimensions: found 81; expected 1 to 80, for which there are direction numbers.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => SobolSequence.Points(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SobolSequence.Points(1, 1, first: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SobolSequence.Points(2, 1, first: (1L << 32) - 1));
    }

    /// <summary>The first bit of each of the first d direction numbers of a dimension.</summary>
    private static uint FirstBits(int dimension, int d)
    {
        uint bits = 0;
        for (int k = 0; k < d; k++)
        {
            bits |= (SobolDirections.Of(dimension)[k] >> 31) << k;
        }

        return bits;
    }

    private static int Rank(uint[] rows)
    {
        int rank = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i] == 0)
            {
                continue;
            }

            rank++;
            int pivot = BitOperations.TrailingZeroCount(rows[i]);
            for (int other = i + 1; other < rows.Length; other++)
            {
                rows[other] ^= ((rows[other] >> pivot) & 1) == 1 ? rows[i] : 0;
            }
        }

        return rank;
    }

    /// <summary>Whether the powers of x modulo a polynomial over the two-element field go through every residue but 0.</summary>
    private static bool IsPrimitive(int polynomial, int degree)
    {
        int power = 1;
        int order = 0;
        do
        {
            power <<= 1;
            power ^= (power >> degree) == 1 ? polynomial : 0;
            order++;
        }
        while (power != 1 && order < 1 << degree);
        return order == (1 << degree) - 1;
    }
}
