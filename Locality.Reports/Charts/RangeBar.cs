namespace LocalitySim.Reports;

/// <summary>Is a bar from what a low value gives to what a high value gives.</summary>
/// <param name="Name">The figure's name.</param>
/// <param name="Low">The response at its lowest value.</param>
/// <param name="High">The response at its highest value.</param>
/// <param name="LowWords">What is said of the low end.</param>
/// <param name="HighWords">What is said of the high end.</param>
/// <param name="IsClear">Whether the ends clearly differ: the interval of their difference excludes zero.</param>
public sealed record RangeBar(string Name, double Low, double High, string LowWords, string HighWords, bool IsClear);
