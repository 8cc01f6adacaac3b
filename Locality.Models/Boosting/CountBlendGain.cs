namespace LocalitySim.Models;

/// <summary>
/// How much less the mean Poisson deviance of a row is with a blend's weights of least deviance than with the constant, both on rows left out
/// of the fits, and of the choice of the weights. Below zero where the constant is better.
/// </summary>
/// <param name="Mean">The gain for each unit of weight.</param>
/// <param name="StandardError">Its standard error, from how the units' gains differ. Fits share rows, so that it is rough.</param>
public sealed record CountBlendGain(double Mean, double StandardError);
