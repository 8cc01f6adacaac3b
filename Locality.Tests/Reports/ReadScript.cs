namespace LocalitySim.Tests;

/// <summary>A script element: what stands in its tag, and within.</summary>
internal sealed record ReadScript(string Attributes, string Text);
