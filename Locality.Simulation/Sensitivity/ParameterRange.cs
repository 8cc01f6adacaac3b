using System.Globalization;

namespace LocalitySim.Simulation;

/// <summary>A parameter that is varied, and how far.</summary>
/// <remarks>Immutable.</remarks>
public sealed record ParameterRange
{
    /// <summary>Makes a range.</summary>
    /// <param name="name">The parameter's name, not empty.</param>
    /// <param name="low">The lowest value, finite.</param>
    /// <param name="high">The highest value, finite and over the lowest.</param>
    /// <param name="base">The value that the others are compared with, from the lowest to the highest.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, the range is empty, or the base lies outside of it.</exception>
    public ParameterRange(string name, double low, double high, double @base)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        NumberGuard.Finite(low, $"low of '{name}'");
        NumberGuard.Finite(high, $"high of '{name}'");
        if (!(low < high) || !double.IsFinite(high - low))
        {
            throw new ArgumentOutOfRangeException(
                nameof(high),
                high,
                string.Create(CultureInfo.InvariantCulture, $"Parameter '{name}': found low {low} and high {high}; expected low under high, by a finite number."));
        }

        if (!(@base >= low && @base <= high))
        {
            throw new ArgumentOutOfRangeException(
                nameof(@base), @base, string.Create(CultureInfo.InvariantCulture, $"Parameter '{name}': found base {@base}; expected {low} to {high}."));
        }

        (Name, Low, High, Base) = (name, low, high, @base);
    }

    /// <summary>The parameter's name.</summary>
    public string Name { get; }

    /// <summary>The lowest value.</summary>
    public double Low { get; }

    /// <summary>The highest value.</summary>
    public double High { get; }

    /// <summary>The value that the others are compared with.</summary>
    public double Base { get; }

    /// <summary>The value that lies a share of the way from the lowest to the highest.</summary>
    /// <param name="share">The share, 0 to 1, for instance a coordinate of a <see cref="UnitDesign"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is out of range.</exception>
    public double At(double share) => Math.Min(High, Low + (NumberGuard.ClosedShare(share) * (High - Low)));
}
