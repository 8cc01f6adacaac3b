using System.Text.Json;
using LocalitySim.Cli;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>The command <c>calibrate</c> fits a scenario's figures to observed ones, and refuses what cannot be fitted.</summary>
public sealed class CalibrateCommandTests
{
    private const string Observed = "measure,by,part,value,standard_error,source\nchildrenReferred,,,330,10,local return\ncasesPerFte,service,care,13,0.7,local return\n";

    private static readonly string[] Ends = ["settled", "refinements-spent"];

    private static readonly string[] Quick = ["--years", "1.5", "--replications", "8", "--refinements", "2", "--seed", "4"];

    [Fact]
    public void A_figure_that_moves_nothing_observed_is_named_and_nothing_is_changed_by_it()
    {
        using SmallScenario folder = new();
        folder.Write("observed.csv", Observed);
        CommandRun run = CommandRun.Of(["calibrate", folder.Folder, "--parameters", "demand.referrals,staff.turnover", "--range", "demand.referrals=0.5:1.6", .. Quick]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("Not pinned down: Turnover. Across its whole range the observed figures change by no more than the doubt about them.", run.Output, StringComparison.Ordinal);
        Assert.Contains("× 0.5 … 1.6", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("yearlyTurnover", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_and_the_json_document_say_what_was_fitted_and_how_well()
    {
        using SmallScenario folder = new();
        string json = Path.Combine(folder.Folder, "fit.json");
        folder.Write("other.csv", Observed);
        CommandRun run = CommandRun.Of(["calibrate", folder.Folder, "--observed", Path.Combine(folder.Folder, "other.csv"), "--json", json, .. Quick]);
        Assert.Equal("", run.Error);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("two: 2 figures fitted to 2 observed ones of other.csv.", run.Output, StringComparison.Ordinal);
        Assert.Contains("(demand.referrals)", run.Output, StringComparison.Ordinal);
        Assert.Contains("330.0 (s.e. 10.0)", run.Output, StringComparison.Ordinal);
        Assert.Contains("a good fit proves nothing about the model", run.Output, StringComparison.Ordinal);
        Assert.Contains("the noise of simulation. Where a figure has no tolerance the model is taken to be right about it.", run.Output, StringComparison.Ordinal);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(json));
        JsonElement root = document.RootElement;
        Assert.Equal(
            ["manifest", "structure", "end", "evaluations", "freshReplications", "parameters", "figures", "notPinnedDown", "correlations", "collinearityIndex", "sumOfSquaresPresent", "sumOfSquares", "degreesOfFreedom", "rounds"],
            Names(root));
        Assert.Equal("other.csv", root.GetProperty("manifest").GetProperty("inputs").EnumerateArray().Last().GetProperty("file").GetString());
        Assert.Equal(["demand.referrals", "casework.duration.need"], root.GetProperty("parameters").EnumerateArray().Select(item => item.GetProperty("parameter").GetString()));
        Assert.All(root.GetProperty("parameters").EnumerateArray(), item => Assert.Equal(
            ["parameter", "unit", "present", "low", "high", "value", "lower", "upper", "standardError", "isPinnedDown", "rangeEnd", "presentFits", "isChanged", "influence", "changes"],
            Names(item)));
        Assert.All(root.GetProperty("figures").EnumerateArray(), item => Assert.Equal(
            ["measure", "by", "part", "unit", "value", "standardError", "tolerance", "source", "present", "calibrated", "standardizedResidual", "isWithinTolerance", "isImplausible", "slopes"],
            Names(item)));
        Assert.Contains(root.GetProperty("end").GetString(), Ends);
        Assert.Equal(0, root.GetProperty("degreesOfFreedom").GetInt32());
    }

    [Fact]
    public void Every_wrong_option_and_row_is_named_at_once_and_nothing_runs()
    {
        using SmallScenario folder = new();
        folder.Write("observed.csv", "measure,value,tolerance,source\nlostBy180,x,1,a\n");
        CommandRun run = CommandRun.Of(["calibrate", folder.Folder, "--parameters", "nope,staff.fte,staff.fte", "--range", "staff.fte=2:3", "--replications", "1", "--refinements", "0", "--threads", "0"]);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal("", run.Output);
        foreach (string start in new[]
        {
            "small/observed.csv(2,11): value: found 'x'; expected a number", "--parameters: found 'nope'; expected some of demand.referrals, staff.fte", "--parameters: found 'staff.fte' twice",
            "--range: found 'staff.fte=2:3'; expected a lowest value below the highest, and the scenario's own, 1, between them", "--replications: found 1", "--refinements: found 0", "--threads: found 0",
        })
        {
            Assert.Contains(start, folder.Shorten(run.Error), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("--observed|nowhere.csv", "--observed: found no file 'nowhere.csv'; expected a table with the columns measure, value, source")]
    [InlineData("--structure|nope", "--structure: found 'nope'; expected one of two")]
    [InlineData("--parameters|demand.referrals,staff.fte,casework.contacts", "--parameters: found 3 for 2 observed figures; expected no more parameters than figures")]
    [InlineData("--range|staff.fte=0.5:2", "--range: found 'staff.fte', which is not fitted; expected one of demand.referrals, casework.duration.need")]
    [InlineData("--range|demand.referrals=-1:2", "--range: demand.referrals: found -1; expected")]
    [InlineData("--range|demand.referrals", "--range: found 'demand.referrals'; expected a range such as")]
    [InlineData("--years|0.4", "--years: found 0.4; expected more than the warm-up")]
    public void What_cannot_be_fitted_is_refused(string options, string message)
    {
        using SmallScenario folder = new();
        folder.Write("observed.csv", Observed);
        CommandRun run = CommandRun.Of(["calibrate", folder.Folder, .. options.Split('|')]);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];
}
