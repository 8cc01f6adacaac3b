using System.Globalization;

namespace LocalitySim.Models;

/// <summary>Is a column of what a change is forecast from.</summary>
/// <param name="Kind">What it takes.</param>
/// <param name="Series">The series.</param>
public sealed record PanelFeature(FeatureKind Kind, string Series)
{
    /// <summary>Gets over how many periods before the origin a <see cref="FeatureKind.Departure"/> takes its mean: 1 or more.</summary>
    public int Periods { get; init; } = 3;

    /// <summary>Gets the other series of a <see cref="FeatureKind.Ratio"/>.</summary>
    public string? Other { get; init; }

    /// <summary>Gets the name that people read.</summary>
    public string Name => Kind switch
    {
        FeatureKind.Level => $"level of {Series}",
        FeatureKind.Change => $"last change of {Series}",
        FeatureKind.Departure => string.Create(CultureInfo.InvariantCulture, $"{Series} against its {Periods} years before"),
        FeatureKind.Ratio => $"{Series} over {Other}",
        _ => Series,
    };

    /// <summary>Returns the column's value for a unit and origin; null where it cannot be had.</summary>
    internal double? At(Panel panel, int unit, int origin) => Kind switch
    {
        FeatureKind.Level => LogChange.Level(panel, Series, unit, origin),
        FeatureKind.Change => LogChange.Level(panel, Series, unit, origin) - LogChange.Level(panel, Series, unit, origin - 1),
        FeatureKind.Departure => LogChange.Level(panel, Series, unit, origin) - MeanBefore(panel, unit, origin),
        FeatureKind.Ratio => LogChange.Level(panel, Series, unit, origin) - LogChange.Level(panel, Other ?? throw new InvalidOperationException($"{Series}: a ratio needs another series."), unit, origin),
        _ => panel.Value(Series, unit, origin),
    };

    private double? MeanBefore(Panel panel, int unit, int origin)
    {
        double[] before = [.. Enumerable.Range(1, Periods).Select(back => LogChange.Level(panel, Series, unit, origin - back)).OfType<double>()];
        return before.Length > 0 ? before.Average() : null;
    }
}
