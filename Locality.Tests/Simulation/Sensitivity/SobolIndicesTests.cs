using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class SobolIndicesTests
{
    private static readonly ParameterRange[] s_angles = [.. Enumerable.Range(1, 3).Select(j => new ParameterRange($"x{j}", -Math.PI, Math.PI, 0))];

    [Fact]
    public void The_function_of_Ishigami_has_its_published_indices()
    {
        // Ishigami and Homma, "An importance quantification technique in uncertainty analysis for computer models" (1990), a = 7,
        // b = 0.1; the variances in closed form as in Saltelli et al., "Sensitivity Analysis" (2000), equations 2.25.
        double pi4 = Math.Pow(Math.PI, 4);
        double first = 0.5 * Math.Pow(1 + (0.1 * pi4 / 5), 2);
        double second = 49.0 / 8;
        double both = 8 * 0.01 * pi4 * pi4 / 225;
        double variance = first + second + both;
        Assert.Equal(13.8446, variance, 1e-4);
        SobolIndices found = Of(s_angles, Ishigami, 4096, 11);
        Assert.Equal(3.5, found.Mean, 0.03);
        Assert.Equal(variance, found.Variance, 0.01 * variance);
        Holds([first / variance, second / variance, 0], [(first + both) / variance, second / variance, both / variance], found, 0.05);
        Assert.Equal(4096 * 5, found.Evaluations);
    }

    [Fact]
    public void The_g_function_has_its_published_indices()
    {
        // Saltelli and Sobol', "About the use of rank transformation in sensitivity analysis of model output" (1995): the product of
        // (|4x − 2| + a)/(1 + a) over the unit cube; the variance of the mean given xⱼ is 1/(3(1 + aⱼ)²).
        double[] a = [0, 1, 4.5, 9, 99, 99, 99, 99];
        double[] partial = [.. a.Select(value => 1 / (3 * (1 + value) * (1 + value)))];
        double all = partial.Aggregate(1.0, (product, part) => product * (1 + part));
        ParameterRange[] parameters = [.. a.Select((_, j) => new ParameterRange($"x{j}", 0, 1, 0))];
        SobolIndices found = Of(
            parameters,
            (x, _) =>
            {
                double product = 1;
                for (int j = 0; j < x.Length; j++)
                {
                    product *= (Math.Abs((4 * x[j]) - 2) + a[j]) / (1 + a[j]);
                }

                return product;
            },
            4096,
            12);
        Holds([.. partial.Select(part => part / (all - 1))], [.. partial.Select(part => part * all / (1 + part) / (all - 1))], found, 0.06);
        Assert.Equal(0.716, found.Indices[0].FirstOrder!.Value.Mean, 0.01);
    }

    [Fact]
    public void The_error_falls_as_rows_are_added()
    {
        double few = Error(Of(s_angles, Ishigami, 256, 3, resamples: 100));
        double many = Error(Of(s_angles, Ishigami, 16_384, 3, resamples: 100));
        Assert.True(many < few / 8, $"{few} {many}");
        Assert.InRange(many, 0, 0.003);

        static double Error(SobolIndices found) => ((double[])[0.31391, 0.44241, 0]).Select((known, j) => Math.Abs(known - found.Indices[j].FirstOrder!.Value.Mean)).Max();
    }

    [Fact]
    public void The_chances_of_the_model_count_in_the_variance_but_bias_no_index()
    {
        // x₁ + x₂/2 + z(½ + x₁ − ½): the parts are 1/12 of x₁, 1/48 of x₂, ¼ of chance, and 1/12 of x₁ and chance together.
        ParameterRange[] parameters = [new("x1", 0, 1, 0), new("x2", 0, 1, 0)];
        SobolIndices found = Of(parameters, Noisy, 16_384, 5, resamples: 200);
        double variance = (1.0 / 12) + (1.0 / 48) + 0.25 + (1.0 / 12);
        Assert.Equal(variance, found.Variance, 0.02 * variance);
        Holds([1.0 / 12 / variance, 1.0 / 48 / variance], [1.0 / 6 / variance, 1.0 / 48 / variance], found, 0.08);

        // Ten replications leave a tenth of the chances.
        found = Of(parameters, Noisy, 4096, 5, replications: 10, resamples: 200);
        variance = (1.0 / 12) + (1.0 / 48) + ((0.25 + (1.0 / 12)) / 10);
        Holds([1.0 / 12 / variance, 1.0 / 48 / variance], [((1.0 / 12) + (1.0 / 120)) / variance, 1.0 / 48 / variance], found, 0.08);

        static double Noisy(ReadOnlySpan<double> x, int replication) =>
            x[0] + (0.5 * x[1]) + (Streams.Any(50_000 + (uint)replication).NextNormal() * (0.5 + (x[0] - 0.5)));
    }

    [Fact]
    public void A_response_that_does_not_vary_has_no_indices()
    {
        SobolIndices found = Of(s_angles, (_, _) => 0.1, 8, 1);
        Assert.All(found.Indices, index => Assert.Null(index.FirstOrder));
        Assert.All(found.Indices, index => Assert.Null(index.Total));
        Assert.Equal((0.1, 0.0), (Math.Round(found.Mean, 12), found.Variance));
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits_and_another_seed_others()
    {
        SobolIndices one = Of(s_angles, Ishigami, 64, 5, replications: 2);
        SobolIndices three = Of(s_angles, Ishigami, 64, 5, replications: 2, threads: 3);
        Assert.Equal(one.Indices, three.Indices);
        Assert.NotEqual(one.Indices[0], Of(s_angles, Ishigami, 64, 6, replications: 2).Indices[0]);
    }

    [Fact]
    public void What_the_sequence_cannot_give_is_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentOutOfRangeException>(() => Of(s_angles, Ishigami, 1000, 1));
        Assert.StartsWith("rows: found 1000; expected a power of two, 2 or more", error.Message, StringComparison.Ordinal);
        ParameterRange[] many = [.. Enumerable.Range(0, 41).Select(j => new ParameterRange($"x{j}", 0, 1, 0))];
        error = Assert.Throws<ArgumentException>(() => Of(many, (_, _) => 0, 4, 1));
        Assert.StartsWith("parameters: found 41; expected at most 40. Screen them first.", error.Message, StringComparison.Ordinal);
        Assert.Equal(40, Of(many[..40], (x, _) => x[0], 4, 1).Indices.Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(s_angles, Ishigami, 4, 1, resamples: 99));
    }

    private static double Ishigami(ReadOnlySpan<double> x, int replication) =>
        Math.Sin(x[0]) + (7 * Math.Sin(x[1]) * Math.Sin(x[1])) + (0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0]));

    private static void Holds(double[] first, double[] total, SobolIndices found, double widest)
    {
        for (int j = 0; j < first.Length; j++)
        {
            Inside(first[j], found.Indices[j].FirstOrder!.Value);
            Inside(total[j], found.Indices[j].Total!.Value);
        }

        void Inside(double known, Interval interval)
        {
            Assert.True(interval.Contains(known), $"{known} {interval}");
            Assert.True(interval.HalfWidth < widest, $"{known} {interval}");
        }
    }

    private static SobolIndices Of(
        ParameterRange[] parameters, Response response, int rows, ulong seed, int replications = 1, int resamples = 1000, int threads = 1) =>
        SobolIndices.Of(parameters, response, rows, seed, replications, resamples, threads: threads, cancellationToken: TestContext.Current.CancellationToken);
}
