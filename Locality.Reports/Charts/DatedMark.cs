namespace LocalitySim.Reports;

/// <summary>Is something that happens at a place of the horizontal axis.</summary>
/// <param name="At">The place, from 0.</param>
/// <param name="Words">What happens, in a few words.</param>
public sealed record DatedMark(int At, string Words);
