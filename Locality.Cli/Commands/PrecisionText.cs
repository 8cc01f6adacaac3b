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
        if (!double.TryParse(text?.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) || !(number > 0 && double.IsFinite(number)))
        {
            return null;
        }

        PrecisionGoal goal = share ? new PrecisionGoal { Share = number / 100 } : new PrecisionGoal { HalfWidthDays = number };
        return mostFutures is { } most ? goal with { MostFutures = Math.Max(LeastFutures, most) } : goal;
    }

    /// <summary>Says what is wrong with it.</summary>
    internal static IEnumerable<string> Refuse(string? text, PrecisionGoal? goal) => text is null || goal is not null
        ? []
        : [$"--precision: found '{text}'; expected more than 0, as a share such as 5% or in days such as 0.5: no number of futures gives an interval without width"];
}
