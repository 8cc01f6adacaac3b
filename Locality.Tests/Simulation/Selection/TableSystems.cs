using LocalitySim.Simulation;

namespace LocalitySim.Tests;

/// <summary>Observations from a table by system and replication; past its end the last one is repeated.</summary>
internal sealed class TableSystems(double[][] values) : ISystemSampler
{
    public int SystemCount => values.Length;

    public List<SystemReplication> Asked { get; } = [];

    public void Sample(ReadOnlySpan<SystemReplication> wanted, Span<double> found)
    {
        for (int i = 0; i < wanted.Length; i++)
        {
            Asked.Add(wanted[i]);
            double[] row = values[wanted[i].System];
            found[i] = row[Math.Min(wanted[i].Replication, row.Length - 1)];
        }
    }
}
