using System.Runtime.Intrinsics;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>The rows that a round uses, kept in order within each node, with their derivatives beside them; and the leaf that each comes to.</summary>
internal sealed class RowSample
{
    private const int Block = 64;

    private readonly int[] training;
    private readonly bool[] isSampled;
    private readonly byte[] goesLeft;
    private readonly FixedChunks chunks;
    private int[] spareRows;
    private Vector128<double>[] spareGradients;

    internal RowSample(int[] training, int rows, FixedChunks chunks)
    {
        (this.training, this.chunks) = (training, chunks);
        (isSampled, goesLeft, Leaves) = (new bool[training.Length], new byte[training.Length], new ushort[rows]);
        (Rows, spareRows) = (new int[training.Length], new int[training.Length]);
        (Gradients, spareGradients) = (new Vector128<double>[training.Length], new Vector128<double>[training.Length]);
    }

    /// <summary>The number of rows used.</summary>
    internal int Count { get; private set; }

    /// <summary>The rows, node after node.</summary>
    internal int[] Rows { get; private set; }

    /// <summary>Their first and second derivatives.</summary>
    internal Vector128<double>[] Gradients { get; private set; }

    /// <summary>By row: the number of the leaf that it came to, for rows that the round used.</summary>
    internal ushort[] Leaves { get; }

    /// <summary>Whether the round uses the training row of a place.</summary>
    internal bool IsSampled(int place) => isSampled[place];

    /// <summary>Draws the rows of a round, each by its own number and the round's, and takes their derivatives.</summary>
    internal void Draw(RandomStreams streams, int round, double share, Func<int, Vector128<double>> gradient)
    {
        int[] counts = new int[FixedChunks.Count(training.Length)];
        chunks.Over(training.Length, (part, from, to) => counts[part] = share < 1 ? Draw(streams, (uint)round, share, from, to) : All(from, to));
        int[] starts = new int[counts.Length];
        for (int part = 1; part < counts.Length; part++)
        {
            starts[part] = starts[part - 1] + counts[part - 1];
        }

        Count = starts[^1] + counts[^1];
        chunks.Over(training.Length, (part, from, to) =>
        {
            int next = starts[part];
            for (int place = from; place < to; place++)
            {
                if (isSampled[place])
                {
                    Rows[next] = training[place];
                    Gradients[next++] = gradient(training[place]);
                }
            }
        });
    }

    /// <summary>Puts the rows of each node that splits in two, left before right, each side in the order it had.</summary>
    /// <param name="nodes">The nodes that split; their number of rows on the left is set.</param>
    /// <param name="columns">The codes.</param>
    internal void Split(IReadOnlyList<GrowingNode> nodes, BinnedColumns columns)
    {
        const int Part = 1 << 15;
        List<(GrowingNode Node, int From, int To)> parts = [];
        foreach (GrowingNode node in nodes)
        {
            for (int from = node.Start; from < node.Start + node.Count; from += Part)
            {
                parts.Add((node, from, Math.Min(node.Start + node.Count, from + Part)));
            }
        }

        int[] lefts = new int[parts.Count];
        chunks.Each(parts.Count, part =>
        {
            (GrowingNode node, int from, int to) = parts[part];
            SplitCandidate split = node.Split!.Value;
            byte[] codes = columns.Codes[split.Column];
            int missing = columns.Bins[split.Column].Bins;
            int count = 0;
            for (int place = from; place < to; place++)
            {
                int code = codes[Rows[place]];
                byte left = (byte)(code <= split.Bin || (split.MissingLeft && code == missing) ? 1 : 0);
                goesLeft[place] = left;
                count += left;
            }

            lefts[part] = count;
        });
        int[] starts = new int[parts.Count];
        for (int part = 0; part < parts.Count; part++)
        {
            bool isFirst = part == 0 || parts[part].Node != parts[part - 1].Node;
            starts[part] = isFirst ? parts[part].From : starts[part - 1] + lefts[part - 1];
            parts[part].Node.LeftCount = starts[part] + lefts[part] - parts[part].Node.Start;
        }

        chunks.Each(parts.Count, part =>
        {
            (GrowingNode node, int from, int to) = parts[part];
            int left = starts[part];
            int right = node.Start + node.LeftCount + (from - starts[part]);
            for (int place = from; place < to; place++)
            {
                int at = goesLeft[place] == 1 ? left++ : right++;
                spareRows[at] = Rows[place];
                spareGradients[at] = Gradients[place];
            }
        });
        (Rows, spareRows) = (spareRows, Rows);
        (Gradients, spareGradients) = (spareGradients, Gradients);
    }

    private int Draw(RandomStreams streams, uint round, double share, int from, int to)
    {
        int count = 0;
        int block = -1;
        int drawn = 0;
        RandomStream stream = default;
        for (int place = from; place < to; place++)
        {
            int row = training[place];
            if (row / Block != block)
            {
                block = row / Block;
                stream = streams.Stream(BoostingPurposes.Rows, round, (uint)block);
                drawn = 0;
            }

            // A row's draw is that of its place in the block, whether or not the rows before it are fitted.
            for (; drawn < row % Block; drawn++)
            {
                stream.NextUniform();
            }

            isSampled[place] = stream.NextUniform() < share;
            drawn++;
            count += isSampled[place] ? 1 : 0;
        }

        return count;
    }

    private int All(int from, int to)
    {
        isSampled.AsSpan(from, to - from).Fill(true);
        return to - from;
    }
}
