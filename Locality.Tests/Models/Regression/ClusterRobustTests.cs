using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Cluster-robust errors agree with a hand-worked case and with Stata's.</summary>
public sealed class ClusterRobustTests
{
    /// <summary>The type of each row of the ships: A to E; the rows are those of <see cref="CountDataSets.Ships"/>, seven each but six of E.</summary>
    private static readonly string[] Types = [.. Enumerable.Range(0, 34).Select(row => ((char)('A' + Math.Min(4, row / 7))).ToString())];

    [Fact]
    public void A_mean_alone_has_the_sandwich_worked_out_by_hand()
    {
        // Counts 1, 3 | 2, 6 | 0, 0 of mean 2: A = 12; the clusters' scores are 0, 4 and −4; V = 3/2 × 32/144 = 1/3.
        CountData data = new([], [[], [], [], [], [], []], [1, 3, 2, 6, 0, 0]);
        ClusterRobustFit found = ClusterRobust.Of(CountRegression.Poisson(data), ["a", "a", "b", "b", "c", "c"]);
        Assert.Equal(1.0 / 3, found.Covariance(CountData.Intercept, CountData.Intercept), 1e-14);
        Assert.Equal(Math.Sqrt(1.0 / 3), found.Coefficient(CountData.Intercept).StandardError, 1e-14);
        Assert.Equal(2, found.DegreesOfFreedom);

        // t of two degrees of freedom at 0.975: 4.302652729749464.
        Assert.Equal(Math.Log(2) + (4.302652729749464 * Math.Sqrt(1.0 / 3)), found.Interval(CountData.Intercept).Upper, 1e-11);
        Assert.Null(found.DispersionStandardError);
    }

    [Fact]
    public void Damage_to_ships_has_Statas_Poisson_errors_by_type()
    {
        // Stata's "poisson accident yr_con op_75_79, exposure(service) vce(cluster ship)" and "vce(robust)", in the results of statsmodels' tests
        // of counts; without exposure, "vce(cluster ship)".
        CountFit fit = CountRegression.Poisson(CountDataSets.Ships());
        Errors([0.0968656626603, 0.03817694295902, 0.09213163536669], ClusterRobust.Of(fit, Types), 1e-9);
        Assert.Equal(-0.00277745275086, ClusterRobust.Of(fit, Types).Covariance("year", "period"), 1e-11);
        Assert.Equal(5, ClusterRobust.Of(fit, Types).Clusters);

        // Each row its own cluster: White's errors with n/(n − 1).
        Errors([0.2558675415017, 0.09144457613957, 0.16103531267836], ClusterRobust.Of(fit, AreaDataSets.Names(34)), 1e-9);
        CountFit bare = CountRegression.Poisson(CountDataSets.Ships(hasExposure: false));
        Errors([1.1048569901548, 0.19933709357097, 0.11093628220713], ClusterRobust.Of(bare, Types), 1e-8);
    }

    [Fact]
    public void Damage_to_ships_has_Statas_negative_binomial_errors_by_type()
    {
        // "nbreg accident yr_con op_75_79, exposure(service) vce(cluster ship)", and without exposure with "vce(cluster ship)" and "vce(robust)".
        ClusterRobustFit found = ClusterRobust.Of(CountRegression.NegativeBinomial(CountDataSets.Ships()), Types);
        Errors([0.62542746996715, 0.14270989695062, 0.17997186802799], found, 2e-6);
        Assert.Equal(0.21276213878894, found.DispersionStandardError!.Value, 2e-6);
        CountFit bare = CountRegression.NegativeBinomial(CountDataSets.Ships(hasExposure: false));
        ClusterRobustFit clustered = ClusterRobust.Of(bare, Types);
        Errors([1.2335785495143, 0.27216090050938, 0.09972456245386], clustered, 2e-6);
        Assert.Equal(0.52392329936749, clustered.DispersionStandardError!.Value, 2e-6);
        Errors([0.76040210713867, 0.26106873337039, 0.56245325203342], ClusterRobust.Of(bare, AreaDataSets.Names(34)), 2e-6);
    }

    [Fact]
    public void Clusters_that_do_not_fit_are_refused()
    {
        CountFit fit = CountRegression.Poisson(CountDataSets.Ships());
        Assert.Contains("found 2; expected 34", Refused(fit, ["a", "b"]), StringComparison.Ordinal);
        Assert.Contains("found 2; expected more than the 3", Refused(fit, [.. Types.Select(type => type[0] < 'C' ? "one" : "other")]), StringComparison.Ordinal);
        Assert.Contains("clusters[33]", Refused(fit, [.. Types.Take(33), " "]), StringComparison.Ordinal);
    }

    private static string Refused(CountFit fit, string[] clusters) => Assert.Throws<ArgumentException>(() => ClusterRobust.Of(fit, clusters)).Message;

    private static void Errors(double[] expected, ClusterRobustFit found, double within)
    {
        for (int place = 0; place < expected.Length; place++)
        {
            Assert.Equal(expected[place], found.Coefficients[place].StandardError, within);
        }
    }
}
