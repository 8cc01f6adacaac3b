namespace LocalitySim.Models;

/// <summary>Is a rate of work in hours a week: finite and zero or more. The default is zero.</summary>
/// <remarks>Immutable, and so safe to share between threads.</remarks>
public readonly record struct HoursPerWeek : IQuantity<HoursPerWeek>
{
    /// <summary>Makes the quantity.</summary>
    /// <param name="value">The number of hours a week: finite, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public HoursPerWeek(double value) => Value = Quantity.ZeroOrMore(value, "hours a week");

    /// <summary>Gets the number of hours a week.</summary>
    public double Value { get; }

    /// <inheritdoc />
    static HoursPerWeek IQuantity<HoursPerWeek>.From(double value) => new(value);

    /// <summary>Writes the number with its unit, in the invariant culture.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Value} hours a week");
}
