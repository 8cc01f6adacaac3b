using System.Globalization;

namespace LocalitySim.Models;

/// <summary>Is what a service's waits should be: a quantile or the mean of the wait, in days or working days.</summary>
/// <remarks>
/// A wait runs from acceptance to the first lead worker; of a further service, from the request to its start. Families lost while they wait are never
/// seen: they count against a share. A mean counts their wait up to the loss, and every wait up to 180 days of the target's unit. Open waits are censored, not dropped.
/// </remarks>
public sealed record StaffTarget
{
    /// <summary>What a target may look like, for messages.</summary>
    public const string Expected = "such as 'p90 wait <= 20 working days', 'median wait <= 5 days', 'mean wait <= 3 working days' or '90% seen in 20 working days'";

    private StaffTarget(StaffTargetKind kind, double share, double time, bool isInWorkingDays)
    {
        Kind = kind;
        Share = share;
        Time = time;
        IsInWorkingDays = isInWorkingDays;
    }

    /// <summary>Gets what it is about.</summary>
    public StaffTargetKind Kind { get; }

    /// <summary>Gets the share to be seen in time, between 0 and 1, exclusive; 0 for a mean.</summary>
    public double Share { get; }

    /// <summary>Gets the time, from 0 to 180, in its unit.</summary>
    public double Time { get; }

    /// <summary>Gets whether the unit is working days; else days of the calendar.</summary>
    public bool IsInWorkingDays { get; }

    /// <summary>Gets the unit, in words.</summary>
    public string Unit => IsInWorkingDays ? "working days" : "days";

    /// <summary>Gets what is measured against the target, in words.</summary>
    public string Quantity => Kind == StaffTargetKind.Mean ? "mean wait" : string.Create(CultureInfo.InvariantCulture, $"P{100 * Share:0.###} of the wait");

    /// <summary>Makes the target that a share of the children is seen in time.</summary>
    /// <param name="share">The share, between 0 and 1, exclusive.</param>
    /// <param name="time">The time, from 0 to 180.</param>
    /// <param name="workingDays">Whether in working days.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static StaffTarget SeenWithin(double share, double time, bool workingDays = true)
    {
        if (!(share > 0 && share < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "Expected a share above 0 and below 1: no staffing makes it certain.");
        }

        return time >= 0 && time <= Measure.HorizonDays
            ? new StaffTarget(StaffTargetKind.Share, share, time, workingDays)
            : throw new ArgumentOutOfRangeException(nameof(time), time, $"Expected from 0 to {Measure.HorizonDays}: waits are followed that far.");
    }

    /// <summary>Makes the target that the mean wait is no longer than a time.</summary>
    /// <param name="time">The time, above 0, at most 180.</param>
    /// <param name="workingDays">Whether in working days.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is out of range.</exception>
    public static StaffTarget MeanAtMost(double time, bool workingDays = true) => time > 0 && time <= Measure.HorizonDays
        ? new StaffTarget(StaffTargetKind.Mean, 0, time, workingDays)
        : throw new ArgumentOutOfRangeException(nameof(time), time, $"Expected above 0, at most {Measure.HorizonDays}: no staffing makes it zero, and waits are followed that far.");

    /// <summary>Reads a target: case does not matter.</summary>
    /// <param name="text">The text: see <see cref="Expected"/>.</param>
    /// <returns>The target.</returns>
    /// <exception cref="FormatException">It cannot be read, or asks for the impossible; the message says what was found and expected.</exception>
    public static StaffTarget Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        bool isInWorkingDays = false;
        Words words = new(text);
        double? percent = words.Quantity(out bool isMean);
        double? time = percent is not null || isMean ? words.Time(out isInWorkingDays) : null;
        if (time is not { } days)
        {
            throw new FormatException($"found '{text}'; expected a target {Expected}");
        }

        try
        {
            return isMean ? MeanAtMost(days, isInWorkingDays) : SeenWithin(percent!.Value / 100, days, isInWorkingDays);
        }
        catch (ArgumentOutOfRangeException exception)
        {
            throw new FormatException($"found '{text}'; {char.ToLowerInvariant(exception.Message[0])}{exception.Message[1..].Split(" (Parameter", StringSplitOptions.None)[0].TrimEnd('.')}", exception);
        }
    }

    /// <summary>Returns the target in words that <see cref="Parse"/> reads.</summary>
    public override string ToString() => Kind == StaffTargetKind.Mean
        ? string.Create(CultureInfo.InvariantCulture, $"mean wait <= {Time:0.###} {Unit}")
        : string.Create(CultureInfo.InvariantCulture, $"p{100 * Share:0.###} wait <= {Time:0.###} {Unit}");

    /// <summary>Reads a target word by word.</summary>
    private sealed class Words(string text)
    {
        private readonly Queue<string> left = new(text.ToUpperInvariant()
            .Replace("≤", " <= ", StringComparison.Ordinal).Replace("<=", " <= ", StringComparison.Ordinal).Replace("%", " % ", StringComparison.Ordinal)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        /// <summary>Reads what comes before the time: the per cent of a quantile, or the mean; null for anything else.</summary>
        internal double? Quantity(out bool isMean)
        {
            isMean = Take("MEAN") || Take("AVERAGE");
            double? percent = isMean ? null : Take("MEDIAN") ? 50 : Quantile();
            if (isMean || percent is not null)
            {
                _ = Take("OF") && Take("THE");
                bool isBound = Take("WAIT") && (Take("<=") || Take("<") || Take("WITHIN") || Take("UNDER") || (Take("AT") && Take("MOST")));
                isMean = isMean && isBound;
                return isBound ? percent : null;
            }

            double? share = Number();
            bool isSeen = Take("%") && (Take("SEEN") || (Take("ARE") && Take("SEEN"))) && (Take("IN") || Take("WITHIN"));
            return isSeen ? share : null;
        }

        /// <summary>Reads the time to the end of the text; null if there is none, or something follows it.</summary>
        internal double? Time(out bool isInWorkingDays)
        {
            double? number = Number();
            isInWorkingDays = Take("WORKING");
            bool isCalendar = !isInWorkingDays && Take("CALENDAR");
            bool areDays = Take("DAYS") || Take("DAY");
            bool areWeeks = !areDays && !isInWorkingDays && !isCalendar && (Take("WEEKS") || Take("WEEK"));
            return left.Count == 0 && (areDays || areWeeks) ? number * (areWeeks ? 7 : 1) : null;
        }

        /// <summary>Reads <c>P90</c> or <c>P 90</c>.</summary>
        private double? Quantile()
        {
            if (Take("P"))
            {
                return Number();
            }

            if (!left.TryPeek(out string? word) || word[0] != 'P' || Parsed(word[1..]) is not { } number)
            {
                return null;
            }

            left.Dequeue();
            return number;
        }

        private double? Number()
        {
            double? number = left.TryPeek(out string? word) ? Parsed(word) : null;
            if (number is not null)
            {
                left.Dequeue();
            }

            return number;
        }

        private bool Take(string word)
        {
            if (!left.TryPeek(out string? next) || !string.Equals(next, word, StringComparison.Ordinal))
            {
                return false;
            }

            left.Dequeue();
            return true;
        }

        private static double? Parsed(string word) =>
            double.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;
    }
}
