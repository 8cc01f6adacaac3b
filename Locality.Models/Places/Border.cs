namespace LocalitySim.Models;

/// <summary>Says that two areas touch.</summary>
/// <param name="First">One area's name.</param>
/// <param name="Second">The other area's name.</param>
public sealed record Border(string First, string Second);
