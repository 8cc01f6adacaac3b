using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// A fitted sum of trees. Its predictions are estimates without an interval: trees say nothing of their own error. Checked when made;
/// immutable and thread-safe.
/// </summary>
public sealed class TreeEnsemble
{
    private readonly LossFunction lossFunction;

    /// <summary>Takes the parts.</summary>
    /// <param name="columns">The names of the columns: one or more, not blank, each once.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="dispersion">α, zero or more, of the negative binomial loss; null with any other.</param>
    /// <param name="origin">What the trees are added to, on the scale of the link: finite.</param>
    /// <param name="trees">The trees; there may be none.</param>
    /// <param name="end">Why there are no more.</param>
    /// <param name="validationLosses">The mean loss of the rows set aside, before the first round and after each; finite. Empty where none were.</param>
    /// <exception cref="ArgumentException">Something is out of range, or a tree names a column that is not there. The message says where.</exception>
    public TreeEnsemble(
        ImmutableArray<string> columns,
        BoostingLoss loss,
        double? dispersion,
        double origin,
        ImmutableArray<RegressionTree> trees,
        BoostingEnd end = BoostingEnd.Rounds,
        ImmutableArray<double> validationLosses = default)
    {
        Columns = columns.IsDefault ? [] : columns;
        Trees = trees.IsDefault ? [] : trees;
        ValidationLosses = validationLosses.IsDefault ? [] : validationLosses;
        (Loss, Dispersion, Origin, End) = (loss, dispersion, origin, end);
        TreeData.CheckNames(Columns);
        Require(Enum.IsDefined(loss), "loss", loss, "one of the losses");
        Require(Enum.IsDefined(end), "end", end, "one of the ends");
        Require(loss == BoostingLoss.NegativeBinomial ? dispersion >= 0 && double.IsFinite(dispersion.Value) : dispersion is null, "dispersion", dispersion, "a finite number, zero or more, for the negative binomial loss, and none for another");
        Require(double.IsFinite(origin), "origin", origin, "a finite number");
        foreach ((int place, double value) in ValidationLosses.Index())
        {
            Require(double.IsFinite(value), string.Create(CultureInfo.InvariantCulture, $"validationLosses[{place}]"), value, "a finite number");
        }

        foreach ((int place, RegressionTree tree) in Trees.Index())
        {
            Require(tree is not null, string.Create(CultureInfo.InvariantCulture, $"trees[{place}]"), null, "a tree");
            foreach ((int number, TreeNode node) in tree!.Nodes.Index())
            {
                Require(!(node.Split?.Column >= Columns.Length), string.Create(CultureInfo.InvariantCulture, $"trees[{place}].nodes[{number}].split.column"), node.Split?.Column, string.Create(CultureInfo.InvariantCulture, $"0 to {Columns.Length - 1}"));
            }
        }

        lossFunction = LossFunction.Of(loss, dispersion ?? 0);
    }

    /// <summary>Gets the names of the columns.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>Gets the loss.</summary>
    public BoostingLoss Loss { get; }

    /// <summary>Gets the dispersion α of the negative binomial loss; null with any other.</summary>
    public double? Dispersion { get; }

    /// <summary>Gets what the trees are added to, on the scale of the link: the best constant before the first tree.</summary>
    public double Origin { get; }

    /// <summary>Gets the trees.</summary>
    public ImmutableArray<RegressionTree> Trees { get; }

    /// <summary>Gets why there are no more trees.</summary>
    public BoostingEnd End { get; }

    /// <summary>
    /// Gets the mean loss of the rows set aside, before the first round and after each, those of dropped trees too: for counts the
    /// log-likelihood with its sign turned, or else half the deviance. Empty where none were set aside.
    /// </summary>
    public ImmutableArray<double> ValidationLosses { get; }

    /// <summary>Returns the sum of the trees on the scale of the link: ln μ, the logit, or the prediction itself.</summary>
    /// <param name="values">The row's value of each column: finite, or NaN where it is missing.</param>
    /// <exception cref="ArgumentException">The number of values is not that of the columns, or one is infinite.</exception>
    public double Link(params ReadOnlySpan<double> values)
    {
        if (values.Length != Columns.Length)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"values: found {values.Length}; expected {Columns.Length}, one for each column."), nameof(values));
        }

        for (int column = 0; column < values.Length; column++)
        {
            if (double.IsInfinity(values[column]))
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{Columns[column]}: found {values[column]}; expected a finite number, or NaN where it is missing."), nameof(values));
            }
        }

        return Sum(values);
    }

    /// <summary>Predicts the mean of a row: its count, its chance, or its value.</summary>
    /// <param name="values">The row's value of each column: finite, or NaN where it is missing.</param>
    /// <param name="exposure">What the count is proportional to: finite, above zero; 1 for losses that are not of counts.</param>
    /// <param name="offset">What is added to the sum of the trees: finite.</param>
    /// <exception cref="ArgumentException">Something is not as expected.</exception>
    public double Predict(ReadOnlySpan<double> values, double exposure = 1, double offset = 0)
    {
        Require(exposure > 0 && double.IsFinite(exposure), nameof(exposure), exposure, "a finite number above zero");
        Require(exposure == 1 || Loss is BoostingLoss.Poisson or BoostingLoss.NegativeBinomial, nameof(exposure), exposure, "1, as the loss is not of counts");
        Require(double.IsFinite(offset), nameof(offset), offset, "a finite number");
        return lossFunction.Prediction(lossFunction.State(Link(values) + offset, exposure));
    }

    /// <summary>Predicts the mean of each row of the data, with its exposure and offset.</summary>
    /// <param name="data">Rows of the same columns in the same order; their targets are not read.</param>
    /// <exception cref="ArgumentException">The columns are others, or there are exposures with a loss that is not of counts.</exception>
    public IReadOnlyList<double> Predict(TreeData data) => Array.ConvertAll(States(data, Environment.ProcessorCount), lossFunction.Prediction).AsReadOnly();

    /// <summary>
    /// Returns the weighted mean of the rows' deviances: squared error, or twice what the log-likelihood is below that of predictions equal
    /// to the targets. It has no interval: how far it is that of other rows is not known from it.
    /// </summary>
    /// <param name="data">Rows of the same columns in the same order.</param>
    /// <exception cref="ArgumentException">The columns are others, or a target is none of the loss.</exception>
    public double MeanDeviance(TreeData data)
    {
        double[] states = States(data, Environment.ProcessorCount);
        CheckTargets(data, lossFunction);
        return MeanDeviance(data, states);
    }

    /// <summary>Refuses targets that are none of the loss.</summary>
    internal static void CheckTargets(TreeData data, LossFunction loss)
    {
        for (int row = 0; row < data.Rows; row++)
        {
            if (loss.Fault(data.Targets[row]) is { } expected)
            {
                throw TreeData.Refusal("targets", row, data.Targets[row], expected);
            }
        }
    }

    /// <summary>The state of each row, with some columns' values replaced by those of other rows.</summary>
    internal double[] States(TreeData data, int threads, int? moved = null, int[]? from = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        Require(Columns.SequenceEqual(data.Columns, StringComparer.Ordinal), "columns", string.Join(", ", data.Columns), string.Join(", ", Columns));
        Require(!data.HasExposures || Loss is BoostingLoss.Poisson or BoostingLoss.NegativeBinomial, "exposures", "some", "none, as the loss is not of counts");
        double[] states = new double[data.Rows];
        new FixedChunks(threads).Over(data.Rows, (_, start, end) =>
        {
            double[] values = new double[Columns.Length];
            for (int row = start; row < end; row++)
            {
                for (int column = 0; column < values.Length; column++)
                {
                    values[column] = data.Values[column][column == moved ? from![row] : row];
                }

                states[row] = lossFunction.State(Sum(values) + (data.Offsets?[row] ?? 0), data.Exposures?[row] ?? 1);
            }
        });
        return states;
    }

    /// <summary>The weighted mean deviance of states.</summary>
    internal double MeanDeviance(TreeData data, double[] states)
    {
        double sum = 0;
        double weight = 0;
        for (int row = 0; row < data.Rows; row++)
        {
            sum += data.Weight(row) * 2 * lossFunction.HalfDeviance(data.Targets[row], states[row]);
            weight += data.Weight(row);
        }

        return sum / weight;
    }

    private static void Require(bool holds, string name, object? found, string expected)
    {
        if (!holds)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{name}: found {found ?? "nothing"}; expected {expected}."), name);
        }
    }

    private double Sum(ReadOnlySpan<double> values)
    {
        double sum = Origin;
        foreach (RegressionTree tree in Trees)
        {
            sum += tree.Value(values);
        }

        return sum;
    }
}
