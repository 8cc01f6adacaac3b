namespace LocalitySim.Models;

/// <summary>Is an amount of money in pounds: finite and zero or more. The default is zero.</summary>
/// <remarks>Immutable, and so safe to share between threads.</remarks>
public readonly record struct Pounds : IQuantity<Pounds>
{
    /// <summary>Makes the quantity.</summary>
    /// <param name="value">The number of pounds: finite, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public Pounds(double value) => Value = Quantity.ZeroOrMore(value, "pounds");

    /// <summary>Gets the number of pounds.</summary>
    public double Value { get; }

    /// <inheritdoc />
    static Pounds IQuantity<Pounds>.From(double value) => new(value);

    /// <summary>Writes the number with its unit, in the invariant culture.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Value} pounds");
}
