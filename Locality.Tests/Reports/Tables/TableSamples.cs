using System.Collections.Immutable;
using LocalitySim.Models;
using LocalitySim.Reports;

namespace LocalitySim.Tests;

/// <summary>Tables with values that files stumble over.</summary>
internal static class TableSamples
{
    internal static readonly string[] Hostile =
    [
        "<script>alert('x')</script>", "\"quoted\", and 'so'", "two\nlines", "=cmd()", "+44 1332", "-1+1", "@SUM(A1)", "\t=1", "  =1", "\"=1\"", "\u200B=1", "\uFEFF=1", "＝1", "＋1", "－1", "＠1",
        "\r=1", "שלום עולם", "\u202Eabc", new string('x', 500), "👩‍👩‍👧 family", "a,b;c", "_x000D_", "_x005F_x000D_", "nul\0 bell\a esc\u001b[31m", "half \ud83d character", "\uFFFE", " spaces ", "&amp; ]]>", "C1 \u0085 next",
    ];

    internal static readonly double[] Numbers = [0, -0.5, 1.0 / 3, -1e-300, 1.7976931348623157E+308, 123456789.123456, -4.224481913079334, 5e-324, 1e21, 0.1 + 0.2];

    internal static RunManifest Manifest { get; } = new()
    {
        Version = "9.9.9",
        Scenario = "=Smallbridge <b>",
        Inputs = [new InputFile("scenario.yaml", new string('a', 64))],
        Structures = ["one", "two"],
        Seed = ulong.MaxValue,
        Replications = 3,
        Years = 2.5,
        WarmUpYears = 0.5,
    };

    internal static TidyTables Of(params ImmutableArray<TidyTable> tables) =>
        new() { Manifest = Manifest, Question = "Which is better?", Notes = ["Stopped early."], Tables = tables };

    internal static TidyTable Texts { get; } = new(
        "texts",
        "Texts",
        [new TidyColumn("place", TidyType.WholeNumber, "", "Which."), new TidyColumn("text", TidyType.Text, "", "It.")],
        Hostile.Select((text, place) => ImmutableArray.Create(TidyCell.Whole(place), TidyCell.Of(text))));

    internal static TidyTable Values { get; } = new(
        "values",
        "Values",
        [
            new TidyColumn("number", TidyType.Number, "days", "A number."), new TidyColumn("whole", TidyType.WholeNumber, "", "A whole number."),
            new TidyColumn("day", TidyType.Date, "", "A day."), new TidyColumn("absent", TidyType.Number, "", "Nothing."),
        ],
        Numbers.Select((number, place) => ImmutableArray.Create(TidyCell.Of(number), TidyCell.Whole((long)place - 5), TidyCell.Of(new DateOnly(2026, 4, 1).AddDays(place)), TidyCell.Absent)));
}
