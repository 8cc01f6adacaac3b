namespace LocalitySim.Models;

/// <summary>Is a weight of work in workload points: finite and zero or more. The default is zero.</summary>
/// <remarks>Immutable, and so safe to share between threads.</remarks>
public readonly record struct Points : IQuantity<Points>
{
    /// <summary>Makes the quantity.</summary>
    /// <param name="value">The number of points: finite, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public Points(double value) => Value = Quantity.ZeroOrMore(value, "points");

    /// <summary>Gets the number of points.</summary>
    public double Value { get; }

    /// <inheritdoc />
    static Points IQuantity<Points>.From(double value) => new(value);

    /// <summary>Writes the number with its unit, in the invariant culture.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Value} points");
}
