namespace LocalitySim.Models;

/// <summary>Is a speed in kilometres an hour: finite and zero or more. The default is zero.</summary>
/// <remarks>Immutable, and so safe to share between threads.</remarks>
public readonly record struct KilometresPerHour : IQuantity<KilometresPerHour>
{
    /// <summary>Makes the quantity.</summary>
    /// <param name="value">The number of kilometres an hour: finite, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public KilometresPerHour(double value) => Value = Quantity.ZeroOrMore(value, "kilometres an hour");

    /// <summary>Gets the number of kilometres an hour.</summary>
    public double Value { get; }

    /// <inheritdoc />
    static KilometresPerHour IQuantity<KilometresPerHour>.From(double value) => new(value);

    /// <summary>Writes the number with its unit, in the invariant culture.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Value} kilometres an hour");
}
