using System.Collections.Concurrent;
using System.Globalization;

namespace LocalitySim.Models;

/// <summary>Keeps the scenario of each set of parameter values, so that its structures are worked out once.</summary>
internal sealed class ScenarioCache(Func<double[], Scenario> make)
{
    private readonly ConcurrentDictionary<string, Lazy<Scenario>> scenarios = new(StringComparer.Ordinal);

    /// <summary>Returns the scenario at some values. The same values give the same instance, on any thread.</summary>
    internal Scenario At(ReadOnlySpan<double> values)
    {
        double[] key = values.ToArray();
        return scenarios.GetOrAdd(
            string.Join(' ', key.Select(value => BitConverter.DoubleToInt64Bits(value).ToString(CultureInfo.InvariantCulture))),
            _ => new Lazy<Scenario>(() => make(key))).Value;
    }
}
