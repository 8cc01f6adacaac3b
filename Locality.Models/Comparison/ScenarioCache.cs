using System.Collections.Concurrent;
using System.Globalization;

namespace LocalitySim.Models;

/// <summary>Keeps the scenarios of the sets of parameter values asked for last, so that their structures are worked out once.</summary>
/// <remarks>An analysis goes through thousands of sets, one after the other on all threads: to keep all of them would fill the memory.</remarks>
internal sealed class ScenarioCache(Func<double[], Scenario> make, int threads)
{
    private readonly ConcurrentDictionary<string, Lazy<Scenario>> scenarios = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> kept = new();

    /// <summary>Returns the scenario at some values. What it holds does not depend on whether it was kept.</summary>
    internal Scenario At(ReadOnlySpan<double> values)
    {
        double[] set = values.ToArray();
        string key = string.Join(' ', set.Select(value => BitConverter.DoubleToInt64Bits(value).ToString(CultureInfo.InvariantCulture)));
        Lazy<Scenario> made = new(() => make(set));
        Lazy<Scenario> scenario = scenarios.GetOrAdd(key, made);
        if (ReferenceEquals(made, scenario))
        {
            kept.Enqueue(key);
            if (kept.Count > 2 * (threads + 1) && kept.TryDequeue(out string? oldest))
            {
                scenarios.TryRemove(oldest, out _);
            }
        }

        return scenario.Value;
    }
}
