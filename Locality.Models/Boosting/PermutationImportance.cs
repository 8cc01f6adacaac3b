using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// The importance of columns by permutation: on rows that were not fitted, or it is flattered. Columns that say the same share it, and each
/// may come out small. Source: Breiman, "Random forests", Machine Learning 45(1), 2001, section 10.
/// </summary>
/// <param name="MeanDeviance">The mean deviance of the rows as they are.</param>
/// <param name="Columns">The columns worked out, in the trees' order: all, unless the work was cancelled.</param>
/// <param name="IsComplete">Whether all the columns are there.</param>
public sealed record PermutationImportance(double MeanDeviance, ImmutableArray<ColumnImportance> Columns, bool IsComplete)
{
    /// <summary>Shuffles each column in turn. A shuffle is keyed by the repeat and the column's place.</summary>
    /// <param name="ensemble">The trees.</param>
    /// <param name="data">Rows of the same columns in the same order; better not those fitted.</param>
    /// <param name="repeats">How often each column is shuffled: 2 or more.</param>
    /// <param name="seed">The seed; any value.</param>
    /// <param name="level">The level of the intervals, between 0 and 1, exclusive.</param>
    /// <param name="threads">The number of threads: above zero. Null means one for each processor. It changes no figure.</param>
    /// <param name="progress">Told the number of columns done.</param>
    /// <param name="cancellation">Ends the work after the shuffle it is at; the columns done by then are returned.</param>
    /// <exception cref="ArgumentException">The columns are others, or a target is none of the loss.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static PermutationImportance Of(
        TreeEnsemble ensemble,
        TreeData data,
        int repeats = 10,
        ulong seed = 0,
        double level = 0.95,
        int? threads = null,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(repeats, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads ?? 1, 1, nameof(threads));
        double whole = ensemble.MeanDeviance(data);
        int workers = threads ?? Environment.ProcessorCount;
        RandomStreams streams = new(seed, 0);
        HashSet<int> used = [.. ensemble.Trees.SelectMany(tree => tree.Nodes).Where(node => node.Split is not null).Select(node => node.Split!.Column)];
        List<ColumnImportance> columns = [];
        for (int column = 0; column < ensemble.Columns.Length; column++)
        {
            double[] increases = new double[repeats];
            for (int repeat = 0; repeat < repeats && used.Contains(column); repeat++)
            {
                if (cancellation.IsCancellationRequested)
                {
                    return new PermutationImportance(whole, [.. columns], IsComplete: false);
                }

                int[] from = Shuffled(data.Rows, streams.Stream(BoostingPurposes.Permutation, (uint)repeat, (uint)column));
                increases[repeat] = ensemble.MeanDeviance(data, ensemble.States(data, workers, column, from)) - whole;
            }

            columns.Add(new ColumnImportance(ensemble.Columns[column], Confidence.Mean(increases, level)));
            progress?.Report(columns.Count);
        }

        return new PermutationImportance(whole, [.. columns], IsComplete: true);
    }

    // Fisher and Yates' shuffle (Knuth, The Art of Computer Programming 2, 3rd ed. 1997, algorithm 3.4.2P).
    private static int[] Shuffled(int count, RandomStream stream)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (int place = count - 1; place > 0; place--)
        {
            int other = stream.NextIndex(place + 1);
            (order[place], order[other]) = (order[other], order[place]);
        }

        return order;
    }
}
