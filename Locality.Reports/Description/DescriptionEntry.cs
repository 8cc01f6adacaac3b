namespace LocalitySim.Reports;

/// <summary>Is a heading, a paragraph or an entry of a list in a description.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Words">What it says.</param>
/// <param name="Depth">How deep an entry of a list stands: 0 for the outermost list.</param>
internal sealed record DescriptionEntry(DescriptionEntryKind Kind, string Words, int Depth = 0);
