using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>A blend on rows that it has not seen, against a constant rate and against the best of its parts.</summary>
public sealed class CountBlendComparisonTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("quine")]
    [InlineData("warpbreaks")]
    [InlineData("insect sprays")]
    [InlineData("ships")]
    [InlineData("doctors")]
    [InlineData("children")]
    [InlineData("executions")]
    [InlineData("committees")]
    [InlineData("dobson")]
    [InlineData("noise")]
    [InlineData("overdispersed noise")]
    [InlineData("linear")]
    [InlineData("step and interaction")]
    [InlineData("irrelevant columns")]
    [InlineData("overdispersed")]
    [InlineData("few rows")]
    [InlineData("few rows of noise")]
    [InlineData("many zeros")]
    [InlineData("exposures")]
    [InlineData("missing")]
    public void A_blend_is_no_worse_than_a_constant_and_near_the_best_of_its_parts(string name)
    {
        (double blend, double[] parts, string choices) = BlendCases.LeftOut(BlendCases.Of(name), 20261123);
        output.WriteLine($"{name}: blend {blend:0.0000}, constant {parts[0]:0.0000}, ridge {parts[1]:0.0000}, trees {parts[2]:0.0000}; {choices}");

        // Rounding aside: what the constant alone predicts is the constant's prediction.
        Assert.True(blend <= parts[(int)CountBlendPartKind.Constant] * (1 + 1e-12), $"{name}: {blend} against {parts[0]}");
        Assert.True(blend <= 1.1 * parts.Min(), $"{name}: {blend} against {string.Join(", ", parts)}");
    }
}
