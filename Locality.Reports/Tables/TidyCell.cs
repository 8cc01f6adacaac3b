using System.Globalization;

namespace LocalitySim.Reports;

/// <summary>Is one value of a table with its type, or its absence.</summary>
/// <remarks>The default value is absence: an empty cell, never zero and never a word.</remarks>
public readonly record struct TidyCell
{
    private const long MostWhole = 1L << 53;

    private TidyCell(TidyType type, string? text, double number, DateOnly date) => (Type, Text, Number, Date) = (type, text, number, date);

    /// <summary>Gets the absent value.</summary>
    public static TidyCell Absent => default;

    /// <summary>Gets the type; null for an absent value.</summary>
    public TidyType? Type { get; }

    /// <summary>Gets the text; null unless the cell holds text.</summary>
    public string? Text { get; }

    /// <summary>Gets the number, also of a whole number; zero unless the cell holds one.</summary>
    public double Number { get; }

    /// <summary>Gets the day; the first of all unless the cell holds one.</summary>
    public DateOnly Date { get; }

    /// <summary>Makes a cell of text.</summary>
    /// <param name="text">The text; null is absent.</param>
    /// <returns>The cell.</returns>
    public static TidyCell Of(string? text) => text is null ? Absent : new TidyCell(TidyType.Text, text, 0, default);

    /// <summary>Makes a cell of a number.</summary>
    /// <param name="number">The number. Null, an open end of an interval (infinite) and no number at all are absent; minus zero is zero.</param>
    /// <returns>The cell.</returns>
    public static TidyCell Of(double? number) => number is { } value && double.IsFinite(value) ? new TidyCell(TidyType.Number, null, value == 0 ? 0 : value, default) : Absent;

    /// <summary>Makes a cell of a whole number.</summary>
    /// <param name="number">The number, from −2^53 to 2^53; null is absent.</param>
    /// <returns>The cell.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A spreadsheet would not hold the number exactly.</exception>
    public static TidyCell Whole(long? number) => number is not { } value ? Absent
        : value is >= -MostWhole and <= MostWhole ? new TidyCell(TidyType.WholeNumber, null, value, default)
        : throw new ArgumentOutOfRangeException(nameof(number), number, "Expected from -2^53 to 2^53; write a longer number as text.");

    /// <summary>Makes a cell of a day.</summary>
    /// <param name="date">The day; null is absent.</param>
    /// <returns>The cell.</returns>
    public static TidyCell Of(DateOnly? date) => date is { } day ? new TidyCell(TidyType.Date, null, 0, day) : Absent;

    /// <summary>Makes a cell that says yes or no.</summary>
    /// <param name="answer">The answer; null is absent.</param>
    /// <returns>The cell: text.</returns>
    public static TidyCell YesOrNo(bool? answer) => Of(answer is { } value ? value ? "yes" : "no" : null);

    /// <summary>Returns the value as text that any program reads: a point before decimals, all digits, days as 2026-04-01; empty for an absent value.</summary>
    public override string ToString() => Type switch
    {
        null => "",
        TidyType.Text => Text!,
        TidyType.WholeNumber => ((long)Number).ToString(CultureInfo.InvariantCulture),
        TidyType.Number => Number.ToString(CultureInfo.InvariantCulture),
        _ => Date.ToString("O", CultureInfo.InvariantCulture),
    };
}
