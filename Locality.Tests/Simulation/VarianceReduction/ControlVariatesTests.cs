using LocalitySim.Simulation;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace LocalitySim.Tests;

public sealed class ControlVariatesTests
{
    [Fact]
    public void The_exponential_of_a_uniform_number_has_its_known_gain()
    {
        // Ross, "Simulation" (5th ed. 2013), example 9h: with U as control for e^U the variance is 0.0039 in place of 0.2420.
        double[] uniform = Uniform(20_000);
        double[] exponential = [.. uniform.Select(Math.Exp)];
        ControlVariates found = ControlVariates.Of(exponential, [uniform], [0.5]);
        Assert.True(found.Mean.Contains(Math.E - 1), found.Mean.ToString());
        Assert.True(found.Plain.Contains(Math.E - 1), found.Plain.ToString());
        double covariance = 1 - ((Math.E - 1) / 2);
        double variance = (((Math.E * Math.E) - 1) / 2) - ((Math.E - 1) * (Math.E - 1));
        double left = 1 - (12 * covariance * covariance / variance);
        Assert.Equal(0.0039 / 0.2420, left, 2e-4);
        Assert.Equal(left, found.VarianceRatio!.Value, 0.02 * left);
        Assert.Equal(12 * covariance, found.Coefficients[0], 0.01);
        Assert.Equal(Math.Sqrt(left), found.Mean.HalfWidth / found.Plain.HalfWidth, 0.01 * Math.Sqrt(left));
    }

    [Fact]
    public void Estimate_and_interval_are_those_of_the_regression_at_the_known_means()
    {
        const int N = 12;
        RandomStream random = Streams.Any(71);
        double[][] controls = [new double[N], new double[N], new double[N]];
        double[] known = [1, -2, 0.5];
        double[] responses = new double[N];
        for (int i = 0; i < N; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                controls[j][i] = known[j] + (random.NextNormal() * (j + 1)) + (j > 0 ? controls[0][i] - 1 : 0);
            }

            responses[i] = 10 + (2 * controls[0][i]) - controls[2][i] + random.NextNormal();
        }

        Matrix<double> x = Matrix<double>.Build.Dense(N, 4, (i, j) => j == 0 ? 1 : controls[j - 1][i]);
        Vector<double> y = Vector<double>.Build.Dense(responses);
        Vector<double> at = Vector<double>.Build.Dense([1, .. known]);
        Vector<double> beta = x.QR().Solve(y);
        double residual = (y - (x * beta)).DotProduct(y - (x * beta)) / (N - 4);
        double half = MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, N - 4, 0.95) * Math.Sqrt(residual * at.DotProduct((x.Transpose() * x).Inverse() * at));
        ControlVariates found = ControlVariates.Of(responses, controls, known, 0.9);
        Assert.Equal(beta.DotProduct(at), found.Mean.Mean, 1e-10);
        Assert.Equal(half, found.Mean.HalfWidth, 1e-9);
        Assert.Equal(beta.Skip(1), found.Coefficients, (one, other) => Math.Abs(one - other) < 1e-10);
        Assert.Equal(Confidence.Mean(responses, 0.9), found.Plain);
        double total = responses.Sum(value => (value - responses.Average()) * (value - responses.Average())) / (N - 1);
        Assert.Equal(residual / total * 10 / 7, found.VarianceRatio!.Value, 1e-10);
        Assert.Equal(N, found.Count);
    }

    [Fact]
    public void A_small_normal_sample_holds_the_mean_as_often_as_stated()
    {
        // Exact for normal numbers (Lavenberg and Welch 1981): 1,000 samples of eight with two controls. By Lavenberg, Moeller and Welch
        // (1982) the variance is then the unexplained share 1/(1 + 4 + 1) times (8 − 2)/(8 − 2 − 2).
        int held = 0;
        Tally means = new();
        Tally plain = new();
        for (uint trial = 0; trial < 1000; trial++)
        {
            RandomStream random = Streams.Any(80_000 + trial);
            double[][] controls = [new double[8], new double[8]];
            double[] responses = new double[8];
            for (int i = 0; i < 8; i++)
            {
                (controls[0][i], controls[1][i]) = (random.NextNormal(), 3 + random.NextNormal());
                responses[i] = 5 + (2 * controls[0][i]) - (controls[1][i] - 3) + random.NextNormal();
            }

            ControlVariates found = ControlVariates.Of(responses, controls, [0, 3]);
            held += found.Mean.Contains(5) ? 1 : 0;
            means.Add(found.Mean.Mean);
            plain.Add(found.Plain.Mean);
        }

        Assert.InRange(held, 930, 970);
        Assert.InRange(means.Variance!.Value / plain.Variance!.Value, 0.25 * 0.8, 0.25 * 1.2);
    }

    [Fact]
    public void A_control_that_explains_all_leaves_nothing_and_one_that_explains_nothing_costs()
    {
        double[] uniform = Uniform(50);
        ControlVariates all = ControlVariates.Of([.. uniform.Select(u => 3 + (2 * u))], [uniform], [0.5]);
        Assert.Equal(4, all.Mean.Mean, 1e-12);
        Assert.InRange(all.Mean.HalfWidth, 0, 1e-12);
        Assert.InRange(all.VarianceRatio!.Value, 0, 1e-20);

        // By hand: responses 1, 2, 2, 1 and controls −1, 1, −1, 1 are uncorrelated, so the ratio is (3/2) × (2/1).
        ControlVariates none = ControlVariates.Of([1, 2, 2, 1], [(double[])[-1, -1, 1, 1]], [0]);
        Assert.Equal((1.5, 0.0, 3.0), (none.Mean.Mean, none.Coefficients[0], none.VarianceRatio!.Value));
        Assert.Null(ControlVariates.Of([2, 2, 2, 2], [(double[])[-1, -1, 1, 1]], [0]).VarianceRatio);
    }

    [Fact]
    public void Controls_that_cannot_be_used_are_refused()
    {
        double[] y = [1, 2, 4, 3, 5, 7];
        double[] c = [1, 1, 2, 2, 3, 5];
        double[] twice = [2, 2, 4, 4, 6, 10];
        double[] constant = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1];
        Assert.StartsWith("controls[1]: found a constant, or a combination", Refused(y, [c, twice], [0, 0]), StringComparison.Ordinal);
        Assert.StartsWith("controls[0]: found a constant, or a combination", Refused(y, [constant], [0]), StringComparison.Ordinal);
        Assert.StartsWith("controls[0]: found 5 values; expected 6, one for each response.", Refused(y, [c[1..]], [0]), StringComparison.Ordinal);
        Assert.StartsWith("responses: found 3 for 1 controls; expected 4 or more.", Refused(y[3..], [c[3..]], [0]), StringComparison.Ordinal);
        Assert.StartsWith("Control variates: found 1 controls and 2 known means", Refused(y, [c], [0, 0]), StringComparison.Ordinal);
        Assert.StartsWith("Control variates: found 0 controls and 0 known means", Refused(y, [], []), StringComparison.Ordinal);
        Assert.StartsWith("knownMeans[0]: found NaN; expected a finite number.", Refused(y, [c], [double.NaN]), StringComparison.Ordinal);
        c[2] = double.NaN;
        Assert.StartsWith("controls[0][2]: found NaN; expected a finite number.", Refused(y, [c], [0]), StringComparison.Ordinal);

        static string Refused(double[] responses, double[][] controls, double[] known) =>
            Assert.ThrowsAny<ArgumentException>(() => ControlVariates.Of(responses, controls, known)).Message;
    }

    private static double[] Uniform(int count)
    {
        RandomStream random = Streams.Any(72);
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = random.NextUniform();
        }

        return values;
    }
}
