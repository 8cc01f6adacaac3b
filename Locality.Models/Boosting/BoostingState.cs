using System.Runtime.Intrinsics;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Where a fit has come to: each row's state, the constant and the dispersion.</summary>
internal sealed class BoostingState
{
    private readonly TreeData data;
    private readonly ValidationSplit rows;
    private readonly FixedChunks chunks;
    private readonly BoostingOptions options;
    private readonly double[] states;

    internal BoostingState(TreeData data, BoostingOptions options, ValidationSplit rows, FixedChunks chunks)
    {
        (this.data, this.options, this.rows, this.chunks) = (data, options, rows, chunks);
        Dispersion = options.Dispersion ?? 0;
        Loss = LossFunction.Of(options.Loss, Dispersion);
        TreeEnsemble.CheckTargets(data, Loss);
        states = new double[data.Rows];
        CheckSpread(data, rows, options.Loss);
        chunks.Over(data.Rows, (_, from, to) =>
        {
            for (int row = from; row < to; row++)
            {
                states[row] = Loss.State(data.Offsets?[row] ?? 0, data.Exposures?[row] ?? 1);
            }
        });
        FindOrigin();
        if (!double.IsFinite(Origin))
        {
            throw new ArgumentException("targets and offsets: found values that no constant fits; expected smaller ones.", nameof(data));
        }

        if (IsDispersionEstimated)
        {
            EstimateDispersion();
            FindOrigin();
            EstimateDispersion();
        }
    }

    /// <summary>The loss as it stands.</summary>
    internal LossFunction Loss { get; private set; }

    /// <summary>The constant.</summary>
    internal double Origin { get; private set; }

    /// <summary>α, 0 with a loss that has none.</summary>
    internal double Dispersion { get; private set; }

    /// <summary>Whether α is estimated.</summary>
    internal bool IsDispersionEstimated => options.Loss == BoostingLoss.NegativeBinomial && options.Dispersion is null;

    /// <summary>The weighted derivatives of a row.</summary>
    internal Vector128<double> Gradient(int row) => Loss.Gradient(data.Targets[row], states[row], data.Weight(row));

    /// <summary>Moves every row by the leaf it comes to; returns the weight of the fitted rows in each.</summary>
    internal double[] Apply(BinnedTree tree, RowSample sample)
    {
        double[] factors = Array.ConvertAll(tree.Nodes, node => Loss.Factor(node.Value));
        double[][] parts = new double[FixedChunks.Count(rows.Training.Length)][];
        chunks.Over(rows.Training.Length, (part, from, to) =>
        {
            double[] covers = new double[factors.Length];
            for (int place = from; place < to; place++)
            {
                int row = rows.Training[place];
                int leaf = sample.IsSampled(place) ? sample.Leaves[row] : tree.Leaf(row);
                states[row] = Loss.Move(states[row], factors[leaf]);
                covers[leaf] += data.Weight(row);
            }

            parts[part] = covers;
        });
        chunks.Over(rows.Validation.Length, (_, from, to) =>
        {
            for (int place = from; place < to; place++)
            {
                int row = rows.Validation[place];
                states[row] = Loss.Move(states[row], factors[tree.Leaf(row)]);
            }
        });
        double[] all = new double[factors.Length];
        foreach (double[] part in parts)
        {
            for (int leaf = 0; leaf < all.Length; leaf++)
            {
                all[leaf] += part[leaf];
            }
        }

        return all;
    }

    /// <summary>The weighted mean loss of the rows set aside; null where none are.</summary>
    internal double? ValidationLoss()
    {
        if (rows.Validation.Length == 0)
        {
            return null;
        }

        Vector128<double> sums = chunks.Sum(rows.Validation.Length, (from, to) =>
        {
            Vector128<double> sum = Vector128<double>.Zero;
            for (int place = from; place < to; place++)
            {
                int row = rows.Validation[place];
                sum += data.Weight(row) * Vector128.Create(Loss.ValidationLoss(data.Targets[row], states[row]), 1);
            }

            return sum;
        });
        return sums[0] / sums[1];
    }

    /// <summary>Estimates α at the rows' means, on those set aside if there are any: on fitted ones it comes out too small.</summary>
    internal void EstimateDispersion()
    {
        int[] used = rows.Validation.Length > 0 ? rows.Validation : rows.Training;
        Dispersion = DispersionAtMeans.Of(used, data, states, Dispersion > 0 ? Dispersion : 0.1, chunks);
        Loss = LossFunction.Of(options.Loss, Dispersion);
    }

    // Without an event, or without one that is none, the best constant is at infinity.
    private static void CheckSpread(TreeData data, ValidationSplit rows, BoostingLoss loss)
    {
        foreach ((string name, int[] part) in new[] { ("fitted", rows.Training), ("set aside", rows.Validation) })
        {
            if (part.Length > 0 && !Array.Exists(part, row => data.Weight(row) > 0))
            {
                throw new ArgumentException($"weights: found none above zero among the rows {name}; expected at least one.", nameof(data));
            }
        }

        if (loss != BoostingLoss.SquaredError && !Array.Exists(rows.Training, row => data.Targets[row] > 0 && data.Weight(row) > 0))
        {
            throw new ArgumentException("targets: found none above zero among the rows fitted; expected at least one.", nameof(data));
        }

        if (loss == BoostingLoss.Logistic && !Array.Exists(rows.Training, row => data.Targets[row] < 1 && data.Weight(row) > 0))
        {
            throw new ArgumentException("targets: found none under one among the rows fitted; expected at least one.", nameof(data));
        }
    }

    // The same step as a leaf's without penalty, over all the rows, until it stays.
    private void FindOrigin()
    {
        for (int iteration = 0; iteration < 100; iteration++)
        {
            Vector128<double> sums = chunks.Sum(rows.Training.Length, (from, to) =>
            {
                Vector128<double> sum = Vector128<double>.Zero;
                for (int place = from; place < to; place++)
                {
                    sum += Gradient(rows.Training[place]);
                }

                return sum;
            });
            double step = Loss.Step(sums[0], sums[1], 0);
            double factor = Loss.Factor(step);
            Origin += step;
            chunks.Over(states.Length, (_, from, to) =>
            {
                for (int row = from; row < to; row++)
                {
                    states[row] = Loss.Move(states[row], factor);
                }
            });
            if (!(Math.Abs(step) > 1e-13 * Math.Max(1, Math.Abs(Origin))))
            {
                break;
            }
        }
    }
}
