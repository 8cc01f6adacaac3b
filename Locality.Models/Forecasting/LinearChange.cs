using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is a change that is linear in its columns. An absent column counts as the mean of the units, which is zero.</summary>
public sealed record LinearChange : ChangeFit
{
    /// <summary>Gets each column's coefficient: the change of the logarithm for one unit of the column.</summary>
    public required ImmutableArray<double> Coefficients { get; init; }

    /// <inheritdoc/>
    internal override double Predict(double?[] columns) => Contributions(columns).Sum();

    /// <inheritdoc/>
    internal override double[] Contributions(double?[] columns) => [.. Coefficients.Select((coefficient, place) => coefficient * (columns[place] ?? 0))];
}
