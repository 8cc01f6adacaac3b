using System.Globalization;

namespace LocalitySim.Simulation;

/// <summary>The points evaluated so far, each in the same replications. A point is given in half ranges from the middle: −1 to 1.</summary>
internal sealed class ResponseTable(
    VectorResponse response, IReadOnlyList<ParameterRange> ranges, int outputs, int replications, int threads, IProgress<int>? progress, CancellationToken cancellation)
{
    private readonly List<double[]> points = [];
    private readonly List<double[][]> values = [];

    /// <summary>How many points there are.</summary>
    internal int Count => points.Count;

    /// <summary>How many outputs there are.</summary>
    internal int Outputs => outputs;

    /// <summary>How many times the response was asked for.</summary>
    internal int Evaluations { get; private set; }

    internal double[] Point(int index) => points[index];

    /// <summary>The values of a point, by replication and output.</summary>
    internal double[][] Values(int index) => values[index];

    /// <summary>A point in the parameters' own units.</summary>
    internal double[] Natural(double[] point) => [.. ranges.Select((range, index) => range.At(Math.Clamp((point[index] + 1) / 2, 0, 1)))];

    /// <summary>A value of a parameter in half ranges from the middle.</summary>
    internal static double Scaled(ParameterRange range, double value) => Math.Clamp((2 * ((value - range.Low) / (range.High - range.Low))) - 1, -1, 1);

    /// <summary>Evaluates points and keeps them; a batch that is cancelled leaves nothing behind.</summary>
    internal void Add(IReadOnlyList<double[]> batch)
    {
        double[][] rows = Run(batch, 0, replications);
        for (int index = 0; index < batch.Count; index++)
        {
            points.Add(batch[index]);
            values.Add(rows[(index * replications)..((index + 1) * replications)]);
        }
    }

    /// <summary>Evaluates a point in replications that the search does not use.</summary>
    internal double[][] Fresh(double[] point, int count) => Run([point], replications, count);

    /// <summary>The mean of each output over the replications.</summary>
    internal double[] Means(int index) => [.. Enumerable.Range(0, outputs).Select(output => values[index].Average(row => row[output]))];

    /// <summary>The covariance of the means of two outputs over replications.</summary>
    internal double[,] CovarianceOfMeans(int index) => CovarianceOfMeans(values[index]);

    internal static double[,] CovarianceOfMeans(double[][] rows)
    {
        int count = rows[0].Length;
        double[] means = [.. Enumerable.Range(0, count).Select(column => rows.Average(row => row[column]))];
        double[,] covariance = new double[count, count];
        foreach (double[] row in rows)
        {
            for (int one = 0; one < count; one++)
            {
                for (int other = 0; other < count; other++)
                {
                    covariance[one, other] += (row[one] - means[one]) * (row[other] - means[other]) / ((rows.Length - 1) * (double)rows.Length);
                }
            }
        }

        return covariance;
    }

    private double[][] Run(IReadOnlyList<double[]> batch, int first, int count)
    {
        double[][] natural = [.. batch.Select(Natural)];
        Offset? news = progress is null ? null : new Offset(progress, Evaluations);
        double[][] rows;
        try
        {
            rows = ReplicationRunner.Run(batch.Count * count, threads, (task, _) => response(natural[task / count], first + (task % count)), news, cancellation);
        }
        catch (ReplicationException exception) when (exception.Replication is int task && exception.InnerException is { } inner)
        {
            throw new ReplicationException(first + (task % count), new InvalidOperationException($"At {Describe(natural[task / count])}: {inner.Message}", inner));
        }

        for (int task = 0; task < rows.Length; task++)
        {
            Check(rows[task], natural[task / count], first + (task % count));
        }

        Evaluations += rows.Length;
        return rows;
    }

    private void Check(double[] row, double[] point, int replication)
    {
        if (row.Length != outputs)
        {
            throw new ArgumentException($"response: found {row.Length} outputs; expected {outputs}, one for each observation.", nameof(row));
        }

        for (int output = 0; output < outputs; output++)
        {
            if (!double.IsFinite(row[output]))
            {
                throw NumberGuard.Refusal(row[output], string.Create(CultureInfo.InvariantCulture, $"output {output} at {Describe(point)} in replication {replication}"), "a finite number");
            }
        }
    }

    private string Describe(double[] point) =>
        string.Join(", ", ranges.Select((range, index) => string.Create(CultureInfo.InvariantCulture, $"{range.Name} = {point[index]}")));

    /// <summary>Goes on counting where the batches before left off.</summary>
    private sealed class Offset(IProgress<int> inner, int before) : IProgress<int>
    {
        public void Report(int value) => inner.Report(before + value);
    }
}
