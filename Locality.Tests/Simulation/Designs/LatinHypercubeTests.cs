using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class LatinHypercubeTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    [InlineData(7, 3)]
    [InlineData(1000, 12)]
    [InlineData(65_537, 2)]
    public void Each_stratum_of_each_dimension_holds_one_point(int rows, int dimensions)
    {
        OneInEachStratum(LatinHypercube.Points(rows, dimensions, 5), rows, dimensions);
        if (rows > dimensions && rows <= 1000)
        {
            OneInEachStratum(NearlyOrthogonalLatinHypercube.Points(rows, dimensions, 5, starts: 2), rows, dimensions);
        }
    }

    [Fact]
    public void A_place_within_its_stratum_is_uniform_and_so_is_the_order()
    {
        // Over 2,000 seeds: the place of a point in its stratum, and the stratum of the first point.
        double[] places = new double[2000];
        int[] strata = new int[5];
        int[] pairs = new int[25];
        for (int i = 0; i < places.Length; i++)
        {
            UnitDesign design = LatinHypercube.Points(5, 2, (ulong)i);
            int stratum = (int)(5 * design[0, 0]);
            places[i] = (5 * design[0, 0]) - stratum;
            strata[stratum]++;
            pairs[(5 * stratum) + (int)(5 * design[0, 1])]++;
        }

        Interval mean = Confidence.Mean(places, 0.999);
        Assert.True(mean.Contains(0.5), mean.ToString());
        Assert.Equal(1.0 / 12, places.Sum(place => (place - 0.5) * (place - 0.5)) / places.Length, 0.006);
        Assert.All(strata, count => Assert.InRange(count, 400 - 72, 400 + 72));
        Assert.All(pairs, count => Assert.InRange(count, 80 - 36, 80 + 36));
    }

    [Fact]
    public void The_mean_of_an_additive_response_varies_far_less_than_that_of_random_points()
    {
        // McKay, Beckman and Conover (1979): stratification takes away the variance of the main effects. With 20 random points the
        // variance of the mean of x + y² is (1/12 + 4/45)/20 = 0.0086; what is left within strata is about 1/400 of it.
        Tally means = new();
        for (ulong seed = 0; seed < 500; seed++)
        {
            UnitDesign design = LatinHypercube.Points(20, 2, seed);
            Tally one = new();
            for (int i = 0; i < design.Rows; i++)
            {
                one.Add(design[i, 0] + (design[i, 1] * design[i, 1]));
            }

            means.Add(one.Mean!.Value);
        }

        Assert.InRange(means.Mean!.Value, (5.0 / 6) - 0.001, (5.0 / 6) + 0.001);
        Assert.InRange(means.Variance!.Value, 0.0086 / 800, 0.0086 / 200);
    }

    [Fact]
    public void A_further_dimension_leaves_the_others_as_they_are_and_a_seed_gives_the_same_points_again()
    {
        UnitDesign few = LatinHypercube.Points(50, 3, 8);
        UnitDesign more = LatinHypercube.Points(50, 4, 8);
        UnitDesign other = LatinHypercube.Points(50, 3, 9);
        for (int i = 0; i < few.Rows; i++)
        {
            Assert.Equal(few.Row(i).ToArray(), more.Row(i)[..3].ToArray());
            Assert.NotEqual(few.Row(i).ToArray(), other.Row(i).ToArray());
        }
    }

    [Theory]
    [InlineData(17, 7, 0.03)]
    [InlineData(33, 11, 0.03)]
    [InlineData(65, 16, 0.03)]
    [InlineData(129, 22, 0.03)]
    [InlineData(100, 3, 0.001)]
    public void Nearly_orthogonal_points_meet_the_criterion_of_Cioppa_and_Lucas_for_their_sizes(int rows, int dimensions, double most)
    {
        UnitDesign design = NearlyOrthogonalLatinHypercube.Points(rows, dimensions, 1);
        Assert.InRange(design.LargestCorrelation()!.Value, 0, most);
        Assert.True(design.LargestCorrelation() < LatinHypercube.Points(rows, dimensions, 1).LargestCorrelation() / 5);
    }

    [Fact]
    public void More_starts_never_make_it_worse()
    {
        double few = NearlyOrthogonalLatinHypercube.Points(21, 6, 3, starts: 1).LargestCorrelation()!.Value;
        double many = NearlyOrthogonalLatinHypercube.Points(21, 6, 3, starts: 15).LargestCorrelation()!.Value;
        Assert.True(many <= few);
    }

    [Fact]
    public void The_largest_correlation_is_that_of_the_textbook_formula()
    {
        UnitDesign design = LatinHypercube.Points(9, 3, 4);
        double[][] columns = [.. Enumerable.Range(0, 3).Select(j => Enumerable.Range(0, 9).Select(i => design[i, j]).ToArray())];
        double expected = new[] { (0, 1), (0, 2), (1, 2) }.Max(pair => Math.Abs(MathNet.Numerics.Statistics.Correlation.Pearson(columns[pair.Item1], columns[pair.Item2])));
        Assert.Equal(expected, design.LargestCorrelation()!.Value, 1e-14);
        Assert.Null(LatinHypercube.Points(9, 1, 4).LargestCorrelation());
        Assert.Null(LatinHypercube.Points(1, 2, 4).LargestCorrelation());
    }

    [Fact]
    public void Impossible_sizes_are_refused()
    {
        Assert.StartsWith("rows: found 0; expected 1 to 1048576.", Refused(() => LatinHypercube.Points(0, 1, 1)), StringComparison.Ordinal);
        Assert.StartsWith("dimensions: found 0; expected 1 or more.", Refused(() => LatinHypercube.Points(1, 0, 1)), StringComparison.Ordinal);
        Assert.StartsWith("rows: found 5; expected 6 to 1048576.", Refused(() => NearlyOrthogonalLatinHypercube.Points(5, 5, 1)), StringComparison.Ordinal);
        Refused(() => NearlyOrthogonalLatinHypercube.Points(9, 5, 1, 0));
        UnitDesign design = LatinHypercube.Points(3, 2, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => design[3, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => design[0, 2]);

        static string Refused(Action action) => Assert.Throws<ArgumentOutOfRangeException>(action).Message;
    }

    private static void OneInEachStratum(UnitDesign design, int rows, int dimensions)
    {
        Assert.Equal((rows, dimensions), (design.Rows, design.Dimensions));
        for (int j = 0; j < dimensions; j++)
        {
            int[] hits = new int[rows];
            for (int i = 0; i < rows; i++)
            {
                hits[(int)Math.Floor(design[i, j] * rows)]++;
            }

            Assert.All(hits, count => Assert.Equal(1, count));
        }
    }
}
