namespace LocalitySim.Models;

/// <summary>Is a part of a whole: from 0 (none) to 1 (all). The default is 0.</summary>
/// <remarks>Immutable, and so safe to share between threads.</remarks>
public readonly record struct Share : IQuantity<Share>
{
    /// <summary>Makes the share.</summary>
    /// <param name="value">The part: from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 0, above 1 or not a number.</exception>
    public Share(double value) => Value = Quantity.UpToOne(value, "a share");

    /// <summary>Gets the part, from 0 to 1.</summary>
    public double Value { get; }

    /// <inheritdoc />
    static Share IQuantity<Share>.From(double value) => new(value);

    /// <summary>Writes the share as a number from 0 to 1, in the invariant culture.</summary>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
