using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Gives a selection procedure one measure of structures in numbered futures, and keeps all that these futures came to.</summary>
/// <remarks>
/// Structures meet the same futures: a future is keyed by its number. What is asked for at once runs on all threads; no value depends on how
/// many. What is finished stays when a run is stopped.
/// </remarks>
internal sealed class FutureSampler : ISystemSampler
{
    private readonly OutcomeBasis[] structures;
    private readonly RunPlan plan;
    private readonly RankingPlan ranking;
    private readonly int measure;
    private readonly int threads;
    private readonly IProgress<int>? progress;
    private readonly CancellationToken cancellation;
    private readonly Dictionary<int, ReplicationOutcome>[] outcomes;
    private readonly Lock gate = new();

    internal FutureSampler(OutcomeBasis[] structures, RunPlan plan, RankingPlan ranking, int threads, IProgress<int>? progress, CancellationToken cancellation)
    {
        this.structures = structures;
        this.plan = plan;
        this.ranking = ranking;
        measure = Measure.All.IndexOf(ranking.Measure);
        this.threads = threads;
        this.progress = progress;
        this.cancellation = cancellation;
        outcomes = [.. structures.Select(_ => new Dictionary<int, ReplicationOutcome>())];
    }

    /// <inheritdoc />
    public int SystemCount => structures.Length;

    /// <summary>Gets how many futures have been simulated, over all structures.</summary>
    internal int Simulated { get; private set; }

    /// <summary>Gets how many of the first futures every structure has met.</summary>
    internal int Common
    {
        get
        {
            int common = 0;
            while (Array.TrueForAll(outcomes, futures => futures.ContainsKey(common)))
            {
                common++;
            }

            return common;
        }
    }

    /// <inheritdoc />
    /// <exception cref="FuturesSpentException">A future beyond the most that a structure may have was asked for.</exception>
    public void Sample(ReadOnlySpan<SystemReplication> wanted, Span<double> values)
    {
        SystemReplication[] missing = [.. wanted.ToArray().Where(item => !outcomes[item.System].ContainsKey(item.Replication)).Distinct()];
        if (Array.Exists(missing, item => item.Replication >= ranking.MostFutures))
        {
            throw new FuturesSpentException();
        }

        // A future's demand is drawn once for all structures that a thread simulates in it.
        SystemReplication[][] futures = [.. missing.GroupBy(item => item.Replication).Select(group => group.ToArray())];
        int parts = futures.Length == 0 ? 1 : (threads + futures.Length - 1) / futures.Length;
        SystemReplication[][] jobs = [.. futures.SelectMany(future => future.Chunk((future.Length + parts - 1) / parts))];
        ReplicationRunner.Run(jobs.Length, threads, (job, stop) => Simulate(jobs[job], stop), progress: null, cancellation);
        for (int index = 0; index < wanted.Length; index++)
        {
            SystemReplication item = wanted[index];
            values[index] = outcomes[item.System][item.Replication].Values[measure]
                ?? throw new InvalidOperationException($"{ranking.Measure.Name}: found nothing to measure in future {item.Replication} of {structures[item.System].Basis.Structure.Id}; expected a measure that every future has.");
        }
    }

    /// <summary>Returns what a structure's first futures came to.</summary>
    internal ReplicationOutcome[] First(int structure, int count) => [.. Enumerable.Range(0, count).Select(replication => outcomes[structure][replication])];

    private bool Simulate(SystemReplication[] job, CancellationToken stop)
    {
        OutcomeBasis first = structures[0].InFuture(job[0].Replication);
        DemandForecast demand = new(first.Basis.Scenario, first.Basis.Demand, new RandomStreams(plan.Seed, (uint)job[0].Replication));
        foreach (SystemReplication item in job)
        {
            ReplicationOutcome outcome = Experiment.Simulate(structures[item.System].InFuture(item.Replication), plan, item.Replication, demand, stop);
            lock (gate)
            {
                // Parts and details are not ranked, and those of ten thousand structures would fill the memory.
                outcomes[item.System].Add(item.Replication, outcome with { Levels = [], Details = null });
                Simulated++;
                progress?.Report(Simulated);
            }
        }

        return true;
    }
}
