using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class SelectionConstantTests
{
    // Law, "Simulation Modeling and Analysis" (5th ed. 2015), table 10.11, at n0 = 20 and 40: for two systems the constants of Rinott
    // and of Dudewicz and Dalal solve the same equation.
    [Theory]
    [InlineData(20, 0.90, 1.896)]
    [InlineData(20, 0.95, 2.453)]
    [InlineData(40, 0.90, 1.852)]
    [InlineData(40, 0.95, 2.386)]
    public void Rinotts_constant_for_two_systems_is_the_published_one(int firstStage, double confidence, double published) =>
        Assert.Equal(published, RinottConstant.Of(2, firstStage - 1, confidence), 0.0006);

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(1000)]
    public void Rinotts_constant_of_known_variances_has_a_closed_form(int systems)
    {
        // P(Z <= h/√2)^(k - 1) = 0.95.
        double expected = Math.Sqrt(2) * NormalQuantile.Of(Math.Pow(0.95, 1.0 / (systems - 1)));
        Assert.Equal(expected, RinottConstant.Of(systems, double.PositiveInfinity, 0.95), 1e-9);
        Assert.InRange(RinottConstant.Of(systems, 20_000, 0.95), expected, expected + 0.003);
    }

    // By Simpson's rule on a plain grid in another language. Rinott's constant grows faster with the number of systems than that of
    // Dudewicz and Dalal.
    [Theory]
    [InlineData(10, 19, 0.95, 3.8752766)]
    [InlineData(5, 9, 0.9, 3.1366680)]
    [InlineData(100, 23, 0.95, 5.0778540)]
    public void Rinotts_constant_agrees_with_another_integration(int systems, int degreesOfFreedom, double confidence, double known) =>
        Assert.Equal(known, RinottConstant.Of(systems, degreesOfFreedom, confidence), 1e-6);

    // By the same means: what the tables round.
    [Theory]
    [InlineData(9, 20, Sides.One, 2.6007478)]
    [InlineData(99, 50, Sides.One, 3.1601709)]
    [InlineData(4, 20, Sides.Two, 2.6510296)]
    [InlineData(9, 20, Sides.Two, 2.9462815)]
    public void Dunnetts_value_agrees_with_another_integration(int treatments, int degreesOfFreedom, Sides sides, double known) =>
        Assert.Equal(known, DunnettCriticalValue.Of(treatments, degreesOfFreedom, 0.95, sides), 1e-6);

    // Dunnett, Journal of the American Statistical Association 50(272), 1955, table 1a (joint confidence 95 %).
    [Theory]
    [InlineData(1, 5, 2.02)]
    [InlineData(2, 5, 2.44)]
    [InlineData(9, 5, 3.30)]
    [InlineData(3, 10, 2.34)]
    [InlineData(6, 10, 2.64)]
    [InlineData(1, 20, 1.72)]
    [InlineData(2, 20, 2.03)]
    [InlineData(5, 20, 2.39)]
    [InlineData(9, 20, 2.60)]
    [InlineData(4, 60, 2.21)]
    [InlineData(2, double.PositiveInfinity, 1.92)]
    [InlineData(9, double.PositiveInfinity, 2.42)]
    public void Dunnetts_one_sided_value_is_the_published_one(int treatments, double degreesOfFreedom, double published) =>
        Assert.Equal(published, DunnettCriticalValue.Of(treatments, degreesOfFreedom, 0.95), 0.0051);

    // Dunnett, Biometrics 20(3), 1964, table II (joint confidence 95 %).
    [Theory]
    [InlineData(1, 5, 2.57)]
    [InlineData(2, 5, 3.03)]
    [InlineData(3, 5, 3.29)]
    [InlineData(1, 20, 2.09)]
    [InlineData(2, 20, 2.38)]
    [InlineData(4, 20, 2.65)]
    [InlineData(9, 20, 2.95)]
    [InlineData(1, double.PositiveInfinity, 1.96)]
    [InlineData(2, double.PositiveInfinity, 2.21)]
    [InlineData(9, double.PositiveInfinity, 2.69)]
    public void Dunnetts_two_sided_value_is_the_published_one(int treatments, double degreesOfFreedom, double published) =>
        Assert.Equal(published, DunnettCriticalValue.Of(treatments, degreesOfFreedom, 0.95, Sides.Two), 0.0051);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(37)]
    public void Dunnetts_value_for_one_treatment_is_Students(int degreesOfFreedom)
    {
        Assert.Equal(StudentT.UpperQuantile(0.05, degreesOfFreedom), DunnettCriticalValue.Of(1, degreesOfFreedom, 0.95), 1e-8);
        Assert.Equal(StudentT.UpperQuantile(0.025, degreesOfFreedom), DunnettCriticalValue.Of(1, degreesOfFreedom, 0.95, Sides.Two), 1e-8);
    }

    [Fact]
    public void Kim_and_Nelsons_constants_are_their_formulas()
    {
        // k = 2, 24 observations, 95 %: 2 * 0.05/1 = 0.1.
        KimNelsonConstant two = KimNelsonConstant.Of(2, 23, 0.95);
        Assert.Equal(0.5 * (Math.Pow(0.1, -2.0 / 23) - 1), two.Eta, 1e-14);
        Assert.Equal(2 * two.Eta * 23, two.HSquared, 1e-13);

        // Two degrees of freedom leave a plain fraction: η = ½ (4/0.1 - 1) and h² = 4 η.
        KimNelsonConstant five = KimNelsonConstant.Of(5, 2, 0.95);
        Assert.Equal(19.5, five.Eta, 1e-12);
        Assert.Equal(78, five.HSquared, 1e-11);
        KimNelsonConstant hundred = KimNelsonConstant.Of(100, 23, 0.95);
        Assert.Equal(0.5 * (Math.Pow(0.1 / 99, -2.0 / 23) - 1), hundred.Eta, 1e-13);
    }

    [Fact]
    public void Constants_of_impossible_figures_are_refused()
    {
        Refused("systems: found 1; expected two or more", () => RinottConstant.Of(1, 19, 0.95));
        Refused("confidence: found 1; expected a number between 0 and 1", () => RinottConstant.Of(2, 19, 1));
        Refused("confidence: found 0.1; expected more than 1/10", () => RinottConstant.Of(10, 19, 0.1));
        Refused("degreesOfFreedom: found 0; expected 1 or more", () => RinottConstant.Of(2, 0, 0.95));
        Refused("confidence: found 0.5; expected more than 1/2", () => KimNelsonConstant.Of(2, 10, 0.5));
        Refused("confidence: found NaN", () => KimNelsonConstant.Of(2, 10, double.NaN));
        Refused("confidence: found 0; expected", () => DunnettCriticalValue.Of(2, 10, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => DunnettCriticalValue.Of(0, 10, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => KimNelsonConstant.Of(2, 0, 0.95));
    }

    private static void Refused(string start, Func<object> call) =>
        Assert.StartsWith(start, Assert.Throws<ArgumentOutOfRangeException>(call).Message, StringComparison.Ordinal);
}
