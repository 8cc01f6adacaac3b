namespace LocalitySim.Models;

/// <summary>Is a value that a scenario's file leaves out, so that the program's own is used.</summary>
/// <param name="Path">The place that it would have in the file, such as <c>services[2].dutyHours</c>.</param>
/// <param name="Value">The value in words, with its unit.</param>
/// <param name="Standing">How well the value is known.</param>
/// <param name="Source">Where it comes from, in words.</param>
public sealed record ScenarioDefault(string Path, string Value, Standing Standing, string Source);
