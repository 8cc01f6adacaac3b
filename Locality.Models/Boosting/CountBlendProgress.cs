namespace LocalitySim.Models;

/// <summary>How far a blend has come.</summary>
/// <param name="Fits">The fits of all parts that are done.</param>
/// <param name="Of">How many there are: one for each fold, and one to all rows.</param>
public sealed record CountBlendProgress(int Fits, int Of);
