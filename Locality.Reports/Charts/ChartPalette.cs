using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is the colours of reports, by light and by dark. A structure has the same colour and the same symbol in every chart of a report.</summary>
/// <remarks>
/// The colours of structures follow Okabe and Ito (2008), Color universal design, darkened or lightened so that each has a contrast of 3 to 1 or more
/// against its paper (WCAG 2.2, criterion 1.4.11). Symbols and dashes tell structures apart without any colour.
/// </remarks>
internal static class ChartPalette
{
    internal static ImmutableArray<(string Name, string Light, string Dark)> Colours { get; } =
    [
        ("paper", "#ffffff", "#14181d"),
        ("panel", "#f4f6f8", "#1d232a"),
        ("ink", "#1b1f24", "#e8ebee"),
        ("muted", "#57606a", "#aab4be"),
        ("line", "#7d8791", "#7d8791"),
        ("grid", "#e3e7eb", "#2c343c"),
        ("better", "#00614a", "#3fd0a4"),
        ("worse", "#a33a00", "#ff9a5c"),
        ("link", "#0a58a5", "#7fbdf5"),
        ("low", "#e8eef7", "#22303f"),
        ("middle", "#7fa6d1", "#3f74a8"),
        ("high", "#0b3c78", "#a9d3ff"),
        ("s0", "#4a4f55", "#c3c9d0"),
        ("s1", "#0072b2", "#56b4e9"),
        ("s2", "#c14a00", "#ff8f4a"),
        ("s3", "#007a5a", "#35cf9f"),
        ("s4", "#a3417f", "#e59bcb"),
        ("s5", "#8a6100", "#e6b422"),
        ("s6", "#2a86b8", "#a6d8f5"),
        ("s7", "#8e1b3a", "#f28aa2"),
        ("falls", "#0072b2", "#56b4e9"),
        ("rises", "#c14a00", "#ff8f4a"),
        ("m0", "#a6cee3", "#2c5f80"),
        ("m1", "#fdd49e", "#80602c"),
        ("m2", "#b2dfaa", "#3c7033"),
        ("m3", "#e0c3e8", "#664170"),
        ("m4", "#f7f1a8", "#736c22"),
        ("m5", "#f4b8b0", "#80463e"),
        ("m6", "#c9d1d9", "#4a545e"),
    ];

    /// <summary>Gets the colours by light, by name.</summary>
    internal static ImmutableSortedDictionary<string, string> Light { get; } = Colours.ToImmutableSortedDictionary(one => one.Name, one => one.Light, StringComparer.Ordinal);

    /// <summary>Gets the colours by dark, by name.</summary>
    internal static ImmutableSortedDictionary<string, string> Dark { get; } = Colours.ToImmutableSortedDictionary(one => one.Name, one => one.Dark, StringComparer.Ordinal);

    private static readonly string[] SymbolNames = ["circle", "rect", "triangle", "diamond", "emptyCircle", "emptyRect", "emptyTriangle", "emptyDiamond"];

    private static readonly string[] DashNames = ["solid", "dashed", "dotted"];

    private static readonly int SeriesColours = Colours.Count(colour => colour.Name.Length == 2 && colour.Name[0] == 's');

    /// <summary>Gets how many pale colours of localities there are on a map.</summary>
    internal static int MapColours { get; } = Colours.Count(colour => colour.Name.Length == 2 && colour.Name[0] == 'm');

    /// <summary>Returns the colour of a structure, by its place in the report.</summary>
    internal static string Of(int place) => $"@s{(place % SeriesColours).ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    /// <summary>Returns the symbol of a structure.</summary>
    internal static string SymbolOf(int place) => SymbolNames[place % SymbolNames.Length];

    /// <summary>Returns the dashes of a structure's lines.</summary>
    internal static string DashOf(int place) => DashNames[place % DashNames.Length];
}
