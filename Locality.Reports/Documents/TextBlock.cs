namespace LocalitySim.Reports;

/// <summary>Is a paragraph.</summary>
/// <param name="Words">What it says, as plain text.</param>
/// <param name="Kind">What it is for.</param>
public sealed record TextBlock(string Words, TextKind Kind = TextKind.Plain) : ReportBlock;
