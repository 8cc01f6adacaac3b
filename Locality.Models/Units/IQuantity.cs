namespace LocalitySim.Models;

/// <summary>Is a number with a unit, checked when it is made.</summary>
/// <typeparam name="TSelf">The quantity's own type.</typeparam>
public interface IQuantity<TSelf>
    where TSelf : struct, IQuantity<TSelf>
{
    /// <summary>Gets the number, in the unit that the type is named for.</summary>
    double Value { get; }

    /// <summary>Makes the quantity from a number in its unit.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The quantity.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside the quantity's range.</exception>
    static abstract TSelf From(double value);
}
