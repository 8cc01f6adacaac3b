using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>Checks of numbers given by a caller; every message gives the name, what was found and what was expected.</summary>
internal static class NumberGuard
{
    internal static double Finite(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) ? value : throw Refusal(value, name, "a finite number");

    /// <summary>Checks an item of a list; its name is written for a refusal only, for lists are long.</summary>
    internal static double Finite(double value, string list, int index) =>
        double.IsFinite(value) ? value : throw Refusal(value, string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]"), "a finite number");

    internal static double Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) && value > 0 ? value : throw Refusal(value, name, "a finite number above zero");

    internal static double NonNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) && value >= 0 ? value : throw Refusal(value, name, "a finite number, zero or more");

    internal static double AtLeast(double value, double least, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) && value >= least
            ? value
            : throw Refusal(value, name, string.Create(CultureInfo.InvariantCulture, $"a finite number, {least} or more"));

    /// <summary>Refuses all but 0 &lt; value &lt; 1.</summary>
    internal static double OpenShare(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > 0 && value < 1 ? value : throw Refusal(value, name, "a number between 0 and 1, exclusive");

    /// <summary>Refuses all but 0 ≤ value ≤ 1.</summary>
    internal static double ClosedShare(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= 0 && value <= 1 ? value : throw Refusal(value, name, "a number from 0 to 1");

    [SuppressMessage("Usage", "CA2208:Instantiate argument exceptions correctly", Justification = "The name is the caller's.")]
    internal static ArgumentOutOfRangeException Refusal(double value, string name, string expected) =>
        new(name, value, string.Create(CultureInfo.InvariantCulture, $"{name}: found {value}; expected {expected}."));
}
