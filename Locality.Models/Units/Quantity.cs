namespace LocalitySim.Models;

/// <summary>Checks the numbers that quantities are made from.</summary>
internal static class Quantity
{
    /// <summary>Returns the value if it is finite and zero or more.</summary>
    internal static double ZeroOrMore(double value, string unit) =>
        double.IsFinite(value) && value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"Expected a finite number of {unit}, zero or more.");

    /// <summary>Returns the value if it lies from 0 to 1.</summary>
    internal static double UpToOne(double value, string what) =>
        value is >= 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"Expected {what} from 0 to 1.");
}
