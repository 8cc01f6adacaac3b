using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>A blend on rows that it has not seen, five folds in turn, against a constant rate and against the best of its parts.</summary>
public sealed class CountBlendComparisonTests(ITestOutputHelper output)
{
    private const ulong Seed = 20261123;

    [Theory]
    [InlineData("quine")]
    [InlineData("insect sprays")]
    [InlineData("children")]
    [InlineData("dobson")]
    [InlineData("noise")]
    [InlineData("linear")]
    [InlineData("few rows")]
    [InlineData("few rows of noise")]
    public void A_blend_is_no_worse_than_a_constant_and_near_the_best_of_its_parts(string name)
    {
        (double blend, double constant, double best) = Compare(name);

        // Rounding aside: where the blend is the constant the two are sums of the same numbers.
        Assert.True(blend <= constant * (1 + 1e-12), $"{name}: {blend} against {constant}");
        Assert.True(blend <= 1.1 * best, $"{name}: {blend} against {best}");
    }

    [Theory]
    [Trait("Needs", "Hours")]
    [InlineData("overdispersed noise")]
    [InlineData("step and interaction")]
    [InlineData("irrelevant columns")]
    [InlineData("overdispersed")]
    [InlineData("many zeros")]
    [InlineData("exposures")]
    [InlineData("missing")]
    public void So_it_is_on_more_rows(string name) => A_blend_is_no_worse_than_a_constant_and_near_the_best_of_its_parts(name);

    // The limits of it. Of these 10 to 54 rows one or two hold most of the deviance: with them left out of the fit a gain looks clear that they then
    // undo, and with them in it the standard error is so large that no gain is clear. Whoever mends that takes the set into the list above.
    [Theory]
    [InlineData("warpbreaks", 1.00, 1.17)]
    [InlineData("ships", 0.98, 1.10)]
    [InlineData("doctors", 1.44, 1.44)]
    [InlineData("executions", 1.14, 1.14)]
    [InlineData("committees", 1.07, 1.61)]
    public void On_few_rows_of_uneven_counts_it_can_be_worse_by_this_much(string name, double toConstant, double toBest)
    {
        (double blend, double constant, double best) = Compare(name);
        Assert.True(blend > constant || blend > 1.1 * best, $"{name}: {blend} against {constant} and {best}");
        Assert.Equal(toConstant, blend / constant, 0.006);
        Assert.Equal(toBest, blend / best, 0.006);
    }

    [Fact]
    [Trait("Needs", "Hours")]
    public void Where_the_columns_say_nothing_it_seldom_departs_from_the_constant()
    {
        // At most 0.159, the chance that a normal gain of mean zero passes its error, and three standard errors of a share of 80.
        int departed = 0;
        for (uint draw = 0; draw < 80; draw++)
        {
            CountBlendFit fit = BlendCases.Fit(BoostingDraws.Data(40, 4, 5000 + draw, _ => 3, draw % 2));
            departed += fit.Choice == CountBlendChoice.LeastDeviance ? 1 : 0;
        }

        output.WriteLine($"departed {departed} times of 80");
        Assert.InRange(departed, 0, (int)(80 * (0.159 + (3 * Math.Sqrt(0.159 * 0.841 / 80)))));
    }

    private (double Blend, double Constant, double Best) Compare(string name)
    {
        (double blend, double[] parts, string choices) = BlendCases.LeftOut(BlendCases.Of(name), Seed);
        output.WriteLine($"{name}: blend {blend:0.0000}, constant {parts[0]:0.0000}, ridge {parts[1]:0.0000}, trees {parts[2]:0.0000}; {choices}");
        return (blend, parts[(int)CountBlendPartKind.Constant], parts.Min());
    }
}
