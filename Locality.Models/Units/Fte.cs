namespace LocalitySim.Models;

/// <summary>Is a number of full-time equivalents: finite and zero or more. The default is zero.</summary>
/// <remarks>Immutable, and so safe to share between threads.</remarks>
public readonly record struct Fte : IQuantity<Fte>
{
    /// <summary>Makes the quantity.</summary>
    /// <param name="value">The number of full-time equivalents: finite, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public Fte(double value) => Value = Quantity.ZeroOrMore(value, "full-time equivalents");

    /// <summary>Gets the number of full-time equivalents.</summary>
    public double Value { get; }

    /// <inheritdoc />
    static Fte IQuantity<Fte>.From(double value) => new(value);

    /// <summary>Writes the number with its unit, in the invariant culture.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Value} full-time equivalents");
}
