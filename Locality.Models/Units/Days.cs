namespace LocalitySim.Models;

/// <summary>Is a length of calendar time in days: finite and zero or more. The default is zero.</summary>
/// <remarks>Immutable, and so safe to share between threads.</remarks>
public readonly record struct Days : IQuantity<Days>
{
    /// <summary>Makes the quantity.</summary>
    /// <param name="value">The number of days: finite, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public Days(double value) => Value = Quantity.ZeroOrMore(value, "days");

    /// <summary>Gets the number of days.</summary>
    public double Value { get; }

    /// <inheritdoc />
    static Days IQuantity<Days>.From(double value) => new(value);

    /// <summary>Writes the number with its unit, in the invariant culture.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Value} days");
}
