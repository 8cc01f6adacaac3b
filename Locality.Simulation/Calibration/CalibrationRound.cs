namespace LocalitySim.Simulation;

/// <summary>One round of a calibration's search.</summary>
/// <param name="Radius">Half the width of the region searched, in half ranges: 1 is the whole.</param>
/// <param name="Points">How many points the surrogate was fitted to.</param>
/// <param name="Objective">The weighted sum of squared residuals at the best point so far.</param>
/// <param name="Step">How far the best point moved, in standard errors: root mean square over parameters that the observations pin down.</param>
/// <param name="Miss">How far the surrogate was off where it led, in standard errors: root mean square over outputs.</param>
public sealed record CalibrationRound(double Radius, int Points, double Objective, double Step, double Miss);
