using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Contributions of columns to predictions.</summary>
public sealed class TreeShapTests
{
    [Theory]
    [InlineData(2, 3, 61)]
    [InlineData(4, 6, 62)]
    [InlineData(6, 10, 63)]
    public void Contributions_are_the_shapley_values_over_all_sets_of_columns(int columns, int depth, uint seed)
    {
        TreeEnsemble fit = Fit(columns, depth, seed);
        TreeData rows = BoostingDraws.Data(10, columns, seed + 1, _ => 1, missing: 0.2);
        for (int row = 0; row < 10; row++)
        {
            double[] values = BoostingDraws.Row(rows, row);
            TreeExplanation found = TreeShap.Explain(fit, values);
            ShapleyWaterfall expected = ShapleyWaterfall.Of(columns, known => fit.Origin + fit.Trees.Sum(tree => Expected(tree, 0, values, known)));
            Assert.Equal(expected.None, found.Base, 1e-10);
            for (int column = 0; column < columns; column++)
            {
                Assert.Equal(expected.Contributions[column], found.Contributions[column], 1e-10);
            }
        }
    }

    [Fact]
    public void Base_and_contributions_add_up_to_the_prediction()
    {
        TreeEnsemble fit = Fit(12, 10, 64, rounds: 60);
        TreeData rows = BoostingDraws.Data(10, 12, 65, _ => 1, missing: 0.1);
        for (int row = 0; row < rows.Rows; row++)
        {
            double[] values = BoostingDraws.Row(rows, row);
            TreeExplanation found = TreeShap.Explain(fit, values);
            Assert.Equal(fit.Link(values), found.Link);
            Assert.Equal(found.Link, found.Base + found.Contributions.Sum(), 1e-9);
        }
    }

    [Fact]
    public void The_base_is_the_mean_over_the_rows_fitted_and_an_unused_column_adds_nothing()
    {
        double[][] values = [.. BoostingDraws.Values(500, 2, 66), [.. Enumerable.Repeat(1.0, 500)]];
        TreeData data = new(["a", "b", "c"], values, BoostingDraws.Counts(values, 66, row => 1 + row[0]));
        TreeEnsemble fit = BoostingDraws.Fit(data, new BoostingOptions { Rounds = 10 });
        Assert.Equal(Enumerable.Range(0, 500).Average(row => fit.Link(BoostingDraws.Row(data, row))), TreeShap.Explain(fit, 0.5, 0.5, 1).Base, 1e-10);
        Assert.Equal(0, TreeShap.Explain(fit, 0.5, 0.5, 1).Contributions[2]);
    }

    [Fact]
    public void A_split_known_by_hand_is_shared_as_worked_out()
    {
        // And-function of two columns, a quarter of the cover each: 1 where both are high. v(∅) = ¼, v(a) = v(b) = ½, v(ab) = 1.
        TreeEnsemble both = new(["a", "b"], BoostingLoss.SquaredError, null, 0, [new RegressionTree([
            new TreeNode { Cover = 4, Split = new TreeSplit(0, 0.5, false, 1, 2) },
            new TreeNode { Cover = 2, Value = 0 },
            new TreeNode { Cover = 2, Split = new TreeSplit(1, 0.5, false, 3, 4) },
            new TreeNode { Cover = 1, Value = 0 },
            new TreeNode { Cover = 1, Value = 1 },
        ])]);
        TreeExplanation found = TreeShap.Explain(both, 1, 1);
        Assert.Equal(0.25, found.Base, 1e-14);
        Assert.Equal(0.375, found.Contributions[0], 1e-14);
        Assert.Equal(0.375, found.Contributions[1], 1e-14);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(12)]
    public void The_rule_of_gauss_and_legendre_is_exact_for_powers(int places)
    {
        IReadOnlyList<(double Place, double Weight)> rule = GaussLegendre.OnUnitInterval(places);
        for (int power = 0; power < 2 * places; power++)
        {
            double sum = rule.Sum(point => point.Weight * Enumerable.Repeat(point.Place, power).Aggregate(1.0, (product, t) => product * t));
            Assert.Equal(1.0 / (power + 1), sum, 1e-13);
        }

        Assert.True(Math.Abs(rule.Sum(point => point.Weight * Enumerable.Repeat(point.Place, 2 * places).Aggregate(1.0, (product, t) => product * t)) - (1.0 / ((2 * places) + 1))) > 1e-16);
    }

    private static TreeEnsemble Fit(int columns, int depth, uint seed, int rounds = 8)
    {
        TreeData data = BoostingDraws.Data(1200, columns, seed, row => 1 + (double.IsNaN(row[0]) ? 2 : row[0]) + (3 * (row[1] > 0.4 ? 1 : 0)), missing: 0.15);
        return BoostingDraws.Fit(data, new BoostingOptions { Rounds = rounds, Shrinkage = 0.4, MaximumDepth = depth, RowShare = 0.7 });
    }

    // Lundberg et al. 2018, algorithm 1: a column that is not known follows both sides by cover.
    private static double Expected(RegressionTree tree, int place, double[] values, int known)
    {
        TreeNode node = tree.Nodes[place];
        if (node.Split is not { } split)
        {
            return node.Value!.Value;
        }

        if ((known & (1 << split.Column)) != 0)
        {
            double value = values[split.Column];
            return Expected(tree, value <= split.Threshold || (double.IsNaN(value) && split.MissingLeft) ? split.Left : split.Right, values, known);
        }

        (double left, double right) = (tree.Nodes[split.Left].Cover, tree.Nodes[split.Right].Cover);
        return ((left * Expected(tree, split.Left, values, known)) + (right * Expected(tree, split.Right, values, known))) / (left + right);
    }
}
