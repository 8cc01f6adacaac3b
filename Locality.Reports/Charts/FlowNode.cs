namespace LocalitySim.Reports;

/// <summary>Is a stage of a flow.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Depth">How far from the beginning it stands, from 0.</param>
public sealed record FlowNode(string Name, int Depth);
