namespace LocalitySim.Reports;

/// <summary>Is what goes from one stage to another.</summary>
/// <param name="From">The stage that it leaves, by its number.</param>
/// <param name="To">The stage that it comes to, by its number.</param>
/// <param name="Amount">How much: above zero.</param>
/// <param name="Words">What is said where somebody points at it.</param>
public sealed record FlowBand(int From, int To, double Amount, string Words);
