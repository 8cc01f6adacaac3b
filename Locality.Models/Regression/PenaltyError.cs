namespace LocalitySim.Models;

/// <summary>How far predictions under a penalty are off, on rows left out of the fit.</summary>
/// <param name="Penalty">λ.</param>
/// <param name="Mean">The mean loss of a row by weight: squared error, or deviance. Null where a prediction was past what a number holds.</param>
/// <param name="StandardError">Its standard error, from how the folds differ; null where the mean is. Folds share rows, so that it is rough.</param>
public sealed record PenaltyError(double Penalty, double? Mean, double? StandardError);
