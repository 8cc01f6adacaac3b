using System.Globalization;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Reads what <c>--precision</c> says: a share with a per-cent sign, or days.</summary>
internal static class PrecisionText
{
    private const int LeastFutures = 3;

    /// <summary>Returns the goal; null if there is none, or it cannot be read.</summary>
    internal static PrecisionGoal? Parse(string? text, int? mostFutures)
    {
        bool share = text?.EndsWith('%') ?? false;
        string? digits = share ? text![..^1] : text;
        if (!double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) || !(number > 0 && double.IsFinite(number)))
        {
            return null;
        }

        PrecisionGoal goal = share ? new PrecisionGoal { Share = number / 100 } : new PrecisionGoal { HalfWidthDays = number };
        return mostFutures is { } most ? goal with { MostFutures = most } : goal;
    }

    /// <summary>Says what is wrong with it.</summary>
    internal static IEnumerable<string> Refuse(string? text, PrecisionGoal? goal)
    {
        if (text is not null && goal is null)
        {
            yield return $"--precision: found '{text}'; expected a number above 0, as a share such as 5% or in days such as 0.5";
        }

        if (goal is { MostFutures: < LeastFutures })
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"--replications: found {goal.MostFutures} with --precision; expected {LeastFutures} or more, or there is nothing to judge by");
        }
    }
}
