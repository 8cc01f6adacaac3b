using LocalitySim.Simulation;

namespace LocalitySim.Tests;

/// <summary>
/// Normal observations of known means, standard deviation 1 and, where numbers are common, one correlation between any two systems.
/// May observe in parts and on several threads, which must not matter.
/// </summary>
internal sealed class NormalSystems(double[] means, ulong seed, double correlation = 0, int threads = 1, int partSize = int.MaxValue) : ISystemSampler
{
    private static readonly Purpose s_common = new(1, "common");
    private static readonly Purpose s_own = new(2, "own");

    public int SystemCount => means.Length;

    public int Requests { get; private set; }

    public static double[] Slippage(int systems, double zone, int best)
    {
        double[] means = new double[systems];
        means[best] = zone;
        return means;
    }

    public double Value(int system, int replication)
    {
        RandomStreams streams = new(seed, (uint)replication);
        RandomStream own = streams.Stream(s_own, entity: (uint)system);
        double value = means[system] + (Math.Sqrt(1 - correlation) * own.NextNormal());
        if (correlation > 0)
        {
            RandomStream common = streams.Stream(s_common);
            value += Math.Sqrt(correlation) * common.NextNormal();
        }

        return value;
    }

    public void Sample(ReadOnlySpan<SystemReplication> wanted, Span<double> values)
    {
        Requests++;
        if (threads == 1 && partSize == int.MaxValue)
        {
            for (int i = 0; i < wanted.Length; i++)
            {
                values[i] = Value(wanted[i].System, wanted[i].Replication);
            }

            return;
        }

        SystemReplication[] copy = wanted.ToArray();
        double[] found = new double[copy.Length];
        int parts = (copy.Length + partSize - 1) / partSize;
        Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = threads }, part =>
        {
            for (int i = Math.Min(copy.Length, (part + 1) * partSize) - 1; i >= part * partSize; i--)
            {
                found[i] = Value(copy[i].System, copy[i].Replication);
            }
        });
        found.CopyTo(values);
    }
}
