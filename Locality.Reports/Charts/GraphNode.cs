namespace LocalitySim.Reports;

/// <summary>Is a variable of an influence diagram.</summary>
/// <param name="Name">What it is called.</param>
public sealed record GraphNode(string Name);
