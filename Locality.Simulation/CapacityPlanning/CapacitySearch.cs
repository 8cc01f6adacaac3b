using System.Collections.Immutable;
using System.Globalization;

namespace LocalitySim.Simulation;

/// <summary>Finds the least capacity of every cell of a system with which each meets its target, with a stated confidence for all at once.</summary>
/// <remarks>
/// <para>
/// One replication shows all cells, so all of them move at once: each round simulates one combination of capacities. A capacity is held to do
/// when the one-sided lower bound of its mean margin is zero or more. Bounds are Student's, or those of a control variate (Lavenberg and Welch 1981;
/// see <see cref="ControlVariates"/>) where observations carry a control.
/// </para>
/// <para>
/// Each combination is looked at twice, after the first stage and after all replications; the doubt 1 − confidence is shared equally among looks and cells
/// (Bonferroni's inequality). Trying several capacities of a cell costs no further doubt as long as more capacity never does worse in the same
/// replications: then the least that is wrongly held to do is one fixed hypothesis (a fixed sequence of tests; Maurer, Hothorn and Lehmacher, "Multiple
/// comparisons in drug clinical trials and preclinical assays: a-priori ordered hypotheses", 1995). Bounds at the capacity found are those that chose it: what the
/// capacity achieves should be estimated again in replications that had no part in the choice.
/// </para>
/// <para>The search moves by the lower bounds of two capacities and by halving. Other cells are taken to matter little to a cell's own margin.</para>
/// </remarks>
public static class CapacitySearch
{
    private const int Looks = 2;

    /// <summary>Looks for the capacities. The result is the same for any number of threads.</summary>
    /// <param name="cells">The cells: one or more, of different names.</param>
    /// <param name="sample">Simulates a replication; it is called from several threads at once.</param>
    /// <param name="options">How surely, and with how many replications; the defaults if <c>null</c>.</param>
    /// <param name="progress">Told how many replications have been simulated, on the calling thread.</param>
    /// <param name="cancellationToken">Stops the search; what was found by then is returned.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="ArgumentException">There is no cell, two have one name, a range is not possible, or a sample gave another number of observations than of cells.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option or a margin is out of range.</exception>
    /// <exception cref="ReplicationException">A replication threw.</exception>
    public static CapacityResult Find(
        IReadOnlyList<CapacityCell> cells, CapacitySample sample, CapacitySearchOptions? options = null, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentNullException.ThrowIfNull(sample);
        CapacitySearchOptions used = (options ?? new CapacitySearchOptions()).Checked();
        if (cells.Count == 0 || cells.Select(cell => cell.Name).Distinct(StringComparer.Ordinal).Count() != cells.Count)
        {
            throw new ArgumentException("Expected one or more cells of different names.", nameof(cells));
        }

        if (cells.Select(cell => cell.Refusal()).OfType<string>().FirstOrDefault() is { } refusal)
        {
            throw new ArgumentException(refusal, nameof(cells));
        }

        CellSearch[] searches = [.. cells.Select(cell => new CellSearch(cell, used.Replications))];
        double bound = 1 - ((1 - used.Confidence) / (cells.Count * Looks));
        int simulated = 0;
        bool stopped = false;
        try
        {
            while (true)
            {
                DecideExactly(searches);
                if (Array.TrueForAll(searches, search => search.IsSettled))
                {
                    break;
                }

                cancellationToken.ThrowIfCancellationRequested();
                Round(searches);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            stopped = true;
        }

        return new CapacityResult([.. searches.Select(search => new CellCapacity(search.Cell, search.Found, search.IsOutOfReach, search.Tried))], simulated, stopped);

        void Round(CellSearch[] all)
        {
            ImmutableArray<int> capacities = [.. all.Select(search => search.Current)];
            List<CapacityObservation>[] seen = [.. all.Select(_ => new List<CapacityObservation>())];
            bool[] decided = [.. all.Select(search => search.IsSettled)];
            foreach ((int from, int to) in new[] { (0, used.FirstStage), (used.FirstStage, used.Replications) })
            {
                foreach (IReadOnlyList<CapacityObservation> replication in ReplicationRunner.Run(
                    to - from, used.Threads, (place, stop) => sample(capacities, from + place, stop), new Offset(progress, simulated), cancellationToken))
                {
                    Add(seen, replication);
                }

                simulated += to - from;
                for (int index = 0; index < all.Length; index++)
                {
                    if (decided[index])
                    {
                        continue;
                    }

                    CapacityEstimate estimate = CapacityEstimate.Of(capacities[index], seen[index], bound);
                    if (to == used.Replications || estimate.Lower >= 0 || estimate.Upper < 0)
                    {
                        all[index].Decide(estimate, estimate.Lower >= 0);
                        decided[index] = true;
                    }
                }

                if (Array.TrueForAll(decided, item => item))
                {
                    return;
                }
            }
        }
    }

    private static void DecideExactly(CellSearch[] searches)
    {
        foreach (CellSearch search in searches)
        {
            while (search.Cell.Exact is { } exact && !search.IsSettled)
            {
                double margin = NumberGuard.Finite(exact(search.Current), $"Cell '{search.Cell.Name}'");
                search.Decide(new CapacityEstimate(search.Current, margin, margin, margin, 0, null), margin >= 0);
            }
        }
    }

    private static void Add(List<CapacityObservation>[] seen, IReadOnlyList<CapacityObservation> replication)
    {
        if (replication.Count != seen.Length)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"sample: found {replication.Count} observations; expected {seen.Length}, one for each cell."), nameof(replication));
        }

        for (int index = 0; index < seen.Length; index++)
        {
            seen[index].Add(replication[index]);
        }
    }

    /// <summary>Counts on from the rounds before.</summary>
    private sealed class Offset(IProgress<int>? progress, int before) : IProgress<int>
    {
        public void Report(int value) => progress?.Report(before + value);
    }
}
