using System.Globalization;
using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;
using LocalitySim.Simulation;

namespace LocalitySim.Benchmarks;

/// <summary>Prints a hash of the raw results of replications, to be compared between numbers of threads and sets of instructions.</summary>
internal static class ResultHash
{
    private const int Replications = 8;
    private const double Days = 200;

    internal static void Run(int threads)
    {
        double[][] results = ReplicationRunner.Run(Replications, threads, (replication, _) => ResultsOf((uint)replication));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (double value in results.SelectMany(values => values))
        {
            hash.AppendData(BitConverter.GetBytes(BitConverter.DoubleToInt64Bits(value)));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"sha256={Convert.ToHexStringLower(hash.GetHashAndReset())} fma={(Fma.IsSupported ? 1 : 0)} avx2={(Avx2.IsSupported ? 1 : 0)}"));
    }

    private static double[] ResultsOf(uint replication)
    {
        IModel[] models = [new NetHandlers(seed: 7, replication), new NetProcesses(seed: 7, replication)];
        foreach (IModel model in models)
        {
            model.Advance(Days);
        }

        return
        [
            .. models.SelectMany(model => model.Waits.SelectMany(waits =>
                new[] { waits.Count, waits.Mean!.Value, waits.Variance!.Value, waits.Max!.Value }).Append(model.Simulator.EventCount)),
        ];
    }
}
