namespace LocalitySim.Models;

/// <summary>Is a length of working time in working days: finite and zero or more. The default is zero.</summary>
/// <remarks>Immutable, and so safe to share between threads.</remarks>
public readonly record struct WorkingDays : IQuantity<WorkingDays>
{
    /// <summary>Makes the quantity.</summary>
    /// <param name="value">The number of working days: finite, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public WorkingDays(double value) => Value = Quantity.ZeroOrMore(value, "working days");

    /// <summary>Gets the number of working days.</summary>
    public double Value { get; }

    /// <inheritdoc />
    static WorkingDays IQuantity<WorkingDays>.From(double value) => new(value);

    /// <summary>Writes the number with its unit, in the invariant culture.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Value} working days");
}
