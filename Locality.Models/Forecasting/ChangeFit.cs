using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is what was learnt about how a unit's change departs from the others': immutable and thread-safe.</summary>
public abstract record ChangeFit
{
    /// <summary>Gets the columns, in their order.</summary>
    public required ImmutableArray<PanelFeature> Features { get; init; }

    /// <summary>Returns the change of the logarithm that is expected, less the mean of all units.</summary>
    /// <param name="columns">The columns less their mean over the units; null where absent.</param>
    internal abstract double Predict(double?[] columns);

    /// <summary>Returns what each column adds to the change that is expected. With what is expected of a unit of unknown columns, which is near nought, they add up to it.</summary>
    /// <param name="columns">As for <see cref="Predict"/>.</param>
    internal abstract double[] Contributions(double?[] columns);
}
