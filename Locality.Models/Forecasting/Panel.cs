using System.Globalization;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// Is what was observed of several units in consecutive periods: named series with a value, or none, for each unit and period. Immutable and thread-safe.
/// </summary>
/// <remarks>A forecast is made from <see cref="Through"/> its origin. What comes later is then not there to be looked at, by mistake or otherwise.</remarks>
public sealed class Panel
{
    private readonly Dictionary<string, double?[][]> series;

    // Methods ask for the same logarithms over and over: they are taken once, for all views of the panel.
    private readonly Dictionary<string, double?[][]> logarithms;

    /// <summary>Takes the observations.</summary>
    /// <param name="units">The units' names: one or more, each once.</param>
    /// <param name="firstPeriod">The first period.</param>
    /// <param name="periods">How many periods there are: one or more.</param>
    /// <param name="series">By name: for each unit a value for each period, finite, or null where there is none.</param>
    /// <exception cref="ArgumentException">A name comes twice, a series has another shape, or a value is not finite. The message says where.</exception>
    public Panel(IReadOnlyList<string> units, int firstPeriod, int periods, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<double?>>> series)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(series);
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1);
        if (units.Count == 0 || units.Distinct(StringComparer.Ordinal).Count() != units.Count)
        {
            throw new ArgumentException($"units: found {string.Join(", ", units.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).DefaultIfEmpty("none"))}; expected one or more, each once.", nameof(units));
        }

        foreach ((string name, IReadOnlyList<IReadOnlyList<double?>> values) in series)
        {
            if (values.Count != units.Count || values.Any(row => row.Count != periods))
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{name}: found another shape; expected {units.Count} units of {periods} periods each."), nameof(series));
            }

            if (values.Index().FirstOrDefault(row => row.Item.Any(value => value is { } known && !double.IsFinite(known))) is { Item: not null } fault)
            {
                throw new ArgumentException($"{name} of {units[fault.Index]}: found a number that is not finite; expected a finite number, or none.", nameof(series));
            }
        }

        (Units, FirstPeriod, LastPeriod) = ([.. units], firstPeriod, firstPeriod + periods - 1);
        this.series = series.ToDictionary(item => item.Key, item => item.Value.Select(row => row.ToArray()).ToArray(), StringComparer.Ordinal);
        logarithms = this.series.ToDictionary(item => item.Key, item => item.Value.Select(row => row.Select(value => value > 0 ? PortableMath.Log(value.Value) : (double?)null).ToArray()).ToArray(), StringComparer.Ordinal);
    }

    private Panel(Panel whole, int lastPeriod) => (Units, FirstPeriod, LastPeriod, series, logarithms) = (whole.Units, whole.FirstPeriod, lastPeriod, whole.series, whole.logarithms);

    private Panel(Panel whole, IReadOnlyList<int> kept)
    {
        (Units, FirstPeriod, LastPeriod) = ([.. kept.Select(unit => whole.Units[unit])], whole.FirstPeriod, whole.LastPeriod);
        series = Of(whole.series, kept);
        logarithms = Of(whole.logarithms, kept);
    }

    /// <summary>Gets the units' names.</summary>
    public IReadOnlyList<string> Units { get; }

    /// <summary>Gets the first period.</summary>
    public int FirstPeriod { get; }

    /// <summary>Gets the last period.</summary>
    public int LastPeriod { get; }

    /// <summary>Gets the names of the series, sorted.</summary>
    public IReadOnlyList<string> Names => [.. series.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Returns whether there is a series of a name.</summary>
    /// <param name="name">The series.</param>
    public bool Has(string name) => series.ContainsKey(name);

    /// <summary>Returns a value; null where none was observed, or the period is not within the panel.</summary>
    /// <param name="name">The series.</param>
    /// <param name="unit">The unit's place in <see cref="Units"/>.</param>
    /// <param name="period">The period.</param>
    /// <exception cref="ArgumentException">There is no such series.</exception>
    public double? Value(string name, int unit, int period) => At(series, name, unit, period);

    /// <summary>Returns the logarithm of a value; null where there is none, or it is not above zero.</summary>
    internal double? Logarithm(string name, int unit, int period) => At(logarithms, name, unit, period);

    /// <summary>Returns the panel as it was known at the end of a period.</summary>
    /// <param name="period">The last period that is kept; within the panel.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is not within the panel.</exception>
    public Panel Through(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, FirstPeriod);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(period, LastPeriod);
        return period == LastPeriod ? this : new Panel(this, period);
    }

    /// <summary>Returns the panel of some of the units.</summary>
    /// <param name="units">Their places, one or more, each once.</param>
    /// <exception cref="ArgumentException">There is none, or one comes twice.</exception>
    public Panel Of(IReadOnlyList<int> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        return units.Count > 0 && units.Distinct().Count() == units.Count ? new Panel(this, units) : throw new ArgumentException($"units: found {string.Join(", ", units)}; expected one or more, each once.", nameof(units));
    }

    private static Dictionary<string, double?[][]> Of(Dictionary<string, double?[][]> all, IReadOnlyList<int> kept) =>
        all.ToDictionary(item => item.Key, item => kept.Select(unit => item.Value[unit]).ToArray(), StringComparer.Ordinal);

    private double? At(Dictionary<string, double?[][]> all, string name, int unit, int period) =>
        !all.TryGetValue(name, out double?[][]? values) ? throw new ArgumentException($"series: found '{name}'; expected one of {string.Join(", ", Names)}.", nameof(name))
        : period < FirstPeriod || period > LastPeriod ? null
        : values[unit][period - FirstPeriod];
}
