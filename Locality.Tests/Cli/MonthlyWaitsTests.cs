using System.Text;
using LocalitySim.Cli;
using LocalitySim.Models;
using Spectre.Console;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>The line of blocks under a comparison, and what a console is allowed to do.</summary>
public sealed class MonthlyWaitsTests
{
    [Fact]
    public void Each_of_eight_blocks_stands_for_an_eighth_of_the_scale()
    {
        Assert.Equal("▁▁▂▃▄▅▆▇██", Sparkline.Of([0, 0.99, 1, 2, 3, 4, 5, 6, 7, 8], 0, 8));
        Assert.Equal("▁·█", Sparkline.Of([-1, null, 1], -1, 1));
        Assert.Equal("▄▄", Sparkline.Of([2, 2], 2, 2));
    }

    [Fact]
    public void Only_a_writer_whose_encoding_has_the_blocks_gets_them()
    {
        Assert.True(Sparkline.CanShow(new StringWriter()));
        Assert.True(Sparkline.CanShow(new StreamWriter(Stream.Null, new UTF8Encoding(false))));
        Assert.False(Sparkline.CanShow(new StreamWriter(Stream.Null, Encoding.ASCII)));
        Assert.False(Sparkline.CanShow(new StreamWriter(Stream.Null, Encoding.Latin1)));
    }

    [Fact]
    public void A_comparison_shows_the_months_that_can_be_followed_on_one_scale_and_says_how_many_are_left_out()
    {
        using SmallScenario small = new();
        StructureComparison comparison = Compare(small, years: 2.5);
        string output = Written(comparison, new StringWriter());
        string line = output.Split('\n').Single(text => text.StartsWith("Mean wait to 180 days", StringComparison.Ordinal));
        int months = comparison.Structures[0].Breakdowns.Count(item => item.Dimension == BreakdownDimension.Month);

        // Half a year of the last months has less than 180 days left: 7 months of 30.4 days and the one that is cut off.
        string blocks = output.Split('\n').SelectMany(text => text.Split(' ')).Single(word => word.Length > 3 && word.All(letter => "▁▂▃▄▅▆▇█·".Contains(letter, StringComparison.Ordinal)));
        Assert.Contains($"days: {blocks.Length} months, the first from ", line, StringComparison.Ordinal);
        Assert.Contains($" The {months - blocks.Length} months after them are left out: their waits cannot be followed so far. One scale: ▁ ", line, StringComparison.Ordinal);
        Assert.InRange(months - blocks.Length, 6, 8);
        Assert.Contains('█', blocks);
        Assert.Contains('▁', blocks);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public void Few_months_or_an_encoding_without_blocks_leave_the_line_out()
    {
        using SmallScenario small = new();
        Assert.DoesNotContain("Mean wait to 180 days", Written(Compare(small, years: 1.1), new StringWriter()), StringComparison.Ordinal);
        using MemoryStream held = new();
        using StreamWriter ascii = new(held, Encoding.ASCII);
        Written(Compare(small, years: 2.5), ascii);
        ascii.Flush();
        Assert.DoesNotContain("Mean wait to 180 days", Encoding.ASCII.GetString(held.ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, null, ColorSystemSupport.Detect)]
    [InlineData(true, "", ColorSystemSupport.Detect)]
    [InlineData(true, "1", ColorSystemSupport.NoColors)]
    [InlineData(true, "0", ColorSystemSupport.NoColors)]
    [InlineData(false, null, ColorSystemSupport.NoColors)]
    [InlineData(false, "1", ColorSystemSupport.NoColors)]
    public void Colours_are_for_a_terminal_alone_and_only_without_NO_COLOR(bool isTerminal, string? noColour, ColorSystemSupport expected)
    {
        AnsiConsoleSettings settings = Terminal.Settings(new StringWriter(), isTerminal, noColour);
        Assert.Equal(expected, settings.ColorSystem);
        Assert.Equal(isTerminal ? AnsiSupport.Detect : AnsiSupport.No, settings.Ansi);
    }

    private static StructureComparison Compare(SmallScenario small, double years)
    {
        Scenario scenario = Scenario.Load(small.Folder);
        return Experiment.Compare(scenario, ["two"], scenario.Plan with { Replications = 2, Years = years });
    }

    private static string Written(StructureComparison comparison, TextWriter output)
    {
        MonthlyWaits.Write(comparison, Terminal.On(output), output);
        return output.ToString()!;
    }
}
