namespace LocalitySim.Models;

/// <summary>Is an amount of work in hours: finite and zero or more. The default is zero.</summary>
/// <remarks>Immutable, and so safe to share between threads.</remarks>
public readonly record struct Hours : IQuantity<Hours>
{
    /// <summary>Makes the quantity.</summary>
    /// <param name="value">The number of hours: finite, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public Hours(double value) => Value = Quantity.ZeroOrMore(value, "hours");

    /// <summary>Gets the number of hours.</summary>
    public double Value { get; }

    /// <inheritdoc />
    static Hours IQuantity<Hours>.From(double value) => new(value);

    /// <summary>Writes the number with its unit, in the invariant culture.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Value} hours");
}
