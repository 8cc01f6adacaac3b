using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Trees on paper.</summary>
public sealed class TreeEnsembleJsonTests
{
    private const string Small = """
        {"format":"boosted-trees-1","loss":"poisson","origin":0.5,"end":"rounds","columns":["a","b"],"validationLosses":[],
        "trees":[{"nodes":[{"cover":3,"split":{"column":1,"threshold":2,"missingLeft":true,"left":1,"right":2}},{"cover":1,"value":-1},{"cover":2,"value":1}]}]}
        """;

    [Theory]
    [InlineData(BoostingLoss.Poisson)]
    [InlineData(BoostingLoss.NegativeBinomial)]
    [InlineData(BoostingLoss.SquaredError)]
    public void What_is_read_back_predicts_the_same_to_the_last_bit(BoostingLoss loss)
    {
        TreeData data = BoostingDraws.Data(1500, 3, 81, row => 1 + (double.IsNaN(row[0]) ? 3 : row[0]), missing: 0.2);
        TreeEnsemble fit = BoostingDraws.Fit(data, new BoostingOptions { Loss = loss, Rounds = 25, ValidationShare = 0.2 });
        string json = TreeEnsembleJson.Write(fit);
        TreeEnsemble again = TreeEnsembleJson.Read(json);
        Assert.Equal(fit.Predict(data), again.Predict(data));
        Assert.Equal(json, TreeEnsembleJson.Write(again));
        Assert.Equal((fit.Loss, fit.Dispersion, fit.End), (again.Loss, again.Dispersion, again.End));
        Assert.Equal(fit.ValidationLosses, again.ValidationLosses);
    }

    [Fact]
    public void A_file_written_by_hand_is_read()
    {
        TreeEnsemble read = TreeEnsembleJson.Read(Small);
        Assert.Equal(-0.5, read.Link(9, 2));
        Assert.Equal(1.5, read.Link(9, 2.1));
        Assert.Equal(-0.5, read.Link(9, double.NaN));
    }

    [Theory]
    [InlineData("\"left\":1", "\"left\":0", "trees[0].nodes[0].split.left: found 0")]
    [InlineData("\"left\":1", "\"left\":-1", "trees[0].nodes[0].split.left: found -1")]
    [InlineData("\"right\":2", "\"right\":1", "trees[0].nodes[0].split.right: found 1")]
    [InlineData("\"right\":2", "\"right\":3", "trees[0].nodes[0].split.right: found 3")]
    [InlineData("\"column\":1", "\"column\":2", "trees[0].nodes[0].split.column: found 2; expected 0 to 1")]
    [InlineData("\"column\":1", "\"column\":-1", "trees[0].nodes[0].split.column: found -1")]
    [InlineData("\"threshold\":2", "\"threshold\":1e999", "trees[0].nodes[0].split.threshold: found")]
    [InlineData("\"threshold\":2", "\"threshold\":NaN", "$.trees[0].nodes[0].split.threshold: found")]
    [InlineData("\"threshold\":2", "\"threshold\":\"NaN\"", "$.trees[0].nodes[0].split.threshold: found")]
    [InlineData("\"value\":-1", "\"value\":1e999", "trees[0].nodes[1].value: found")]
    [InlineData("\"value\":-1", "\"value\":null", "trees[0].nodes[1].value: found nothing")]
    [InlineData("\"cover\":1", "\"cover\":0", "trees[0].nodes[1].cover: found 0")]
    [InlineData("\"cover\":1", "\"cover\":7", "trees[0].nodes[0].cover: found 3; expected the 9")]
    [InlineData("\"cover\":3,", "\"cover\":3,\"value\":1,", "trees[0].nodes[0].value: found 1; expected none")]
    [InlineData("{\"cover\":2,\"value\":1}", "null", "trees[0].nodes[2]: found nothing")]
    [InlineData("{\"cover\":2,\"value\":1}", "{\"cover\":2,\"value\":1},{\"cover\":2,\"value\":1}", "trees[0].nodes[3]: found a node that hangs on none")]
    [InlineData("\"origin\":0.5", "\"origin\":1e999", "origin: found")]
    [InlineData("\"origin\":0.5", "\"origin\":0.5,\"origin\":0.6", "$.origin: found")]
    [InlineData("\"origin\":0.5", "\"origin\":0.5,\"other\":1", "$.other: found")]
    [InlineData("\"origin\":0.5,", "", "$: found")]
    [InlineData("\"origin\":0.5", "\"origin\":0.5,\"dispersion\":1", "dispersion: found 1; expected")]
    [InlineData("\"poisson\"", "\"negativeBinomial\"", "dispersion: found nothing")]
    [InlineData("\"poisson\"", "1", "$.loss: found")]
    [InlineData("\"validationLosses\":[]", "\"validationLosses\":[1e999]", "validationLosses[0]: found")]
    [InlineData("[\"a\",\"b\"]", "[\"a\",\"a\"]", "columns: found 'a'")]
    [InlineData("[\"a\",\"b\"]", "[\"a\",null]", "columns: found ''")]
    [InlineData("boosted-trees-1", "boosted-trees-2", "format: found 'boosted-trees-2'")]
    [InlineData("\"trees\":[{", "\"trees\":[null,{", "trees[0].nodes: found none")]
    [InlineData("}]}]}", "}]}]", "$")]
    public void Hostile_files_are_refused_with_the_place(string what, string with, string message)
    {
        string hostile = Small.Replace(what, with, StringComparison.Ordinal);
        Assert.NotEqual(Small, hostile);
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(() => TreeEnsembleJson.Read(hostile)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tree_that_is_too_deep_is_refused()
    {
        TreeNode[] nodes = [.. Enumerable.Range(0, 11).SelectMany(depth => new[]
        {
            new TreeNode { Cover = 20 - depth, Split = new TreeSplit(0, depth, false, (2 * depth) + 1, (2 * depth) + 2) },
            new TreeNode { Cover = 1, Value = 0 },
        })];
        nodes = [.. Enumerable.Range(0, 11).SelectMany(depth => new[] { nodes[(2 * depth) + 1], nodes[2 * depth] }).Skip(1), new TreeNode { Cover = 1, Value = 0 }, new TreeNode { Cover = 9, Value = 0 }];
        string message = Assert.ThrowsAny<ArgumentException>(() => new RegressionTree([.. nodes])).Message;
        Assert.Contains("split: found a split at depth 10; expected at most 10", message, StringComparison.Ordinal);
    }
}
