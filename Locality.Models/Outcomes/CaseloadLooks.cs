using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Keeps what each filled post held at each monthly look, in points per full-time equivalent.</summary>
internal sealed class CaseloadLooks
{
    /// <summary>The shares of which there is a quantile.</summary>
    internal static readonly ImmutableArray<double> Shares = [0.05, 0.25, 0.5, 0.75, 0.95];

    private const double Rounding = 1e-12;

    private readonly List<double> loads = [];
    private readonly List<double> sizes = [];
    private readonly List<(double Sum, int Looks)> posts = [];

    /// <summary>Adds a filled post at a look.</summary>
    /// <param name="worker">The worker's index in the run.</param>
    /// <param name="load">Points held per full-time equivalent.</param>
    /// <param name="fte">The post's size.</param>
    internal void Add(int worker, double load, double fte)
    {
        loads.Add(load);
        sizes.Add(fte);
        while (posts.Count <= worker)
        {
            posts.Add(default);
        }

        posts[worker] = (posts[worker].Sum + load, posts[worker].Looks + 1);
    }

    /// <summary>
    /// Returns the least load that with those below it makes up each share of the filled full-time equivalents: the inverse of the distribution
    /// function (Hyndman and Fan, The American Statistician 50(4), 1996, definition 1), each post with the weight of its size. Null where no post was filled.
    /// </summary>
    /// <param name="shares">The shares, above 0 and below 1, ascending.</param>
    internal double[]? Quantiles(ReadOnlySpan<double> shares)
    {
        if (loads.Count == 0)
        {
            return null;
        }

        double[] sorted = [.. loads];
        double[] weights = [.. sizes];
        Array.Sort(sorted, weights);
        double total = weights.Sum();
        double[] quantiles = new double[shares.Length];
        int at = 0;
        double below = weights[0];
        for (int index = 0; index < shares.Length; index++)
        {
            while (at < sorted.Length - 1 && below < (shares[index] - Rounding) * total)
            {
                below += weights[++at];
            }

            quantiles[index] = sorted[at];
        }

        return quantiles;
    }

    /// <summary>Returns each post that was filled at some look, service by service and by post.</summary>
    internal PostCaseload[] Posts(StructureRun run, BreakdownLevels levels) =>
        [.. posts.Select((post, index) => (post, run.Workers[index].Post)).Where(item => item.post.Looks > 0).Select(item => new PostCaseload(
            levels.LocalityOf(item.Post), run.Scenario.Services[item.Post.Service].Id, item.Post.Fte, item.post.Sum / item.post.Looks))];
}
