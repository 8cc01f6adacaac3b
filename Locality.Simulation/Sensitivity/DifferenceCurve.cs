namespace LocalitySim.Simulation;

/// <summary>
/// The difference between two alternatives at a value of a parameter: a pure function of the value and the replication. Both
/// alternatives, and all values, must meet the same chances in the same replication (common random numbers). It may be called from
/// several threads at once.
/// </summary>
/// <param name="value">The parameter's value.</param>
/// <param name="replication">The number of the replication, from 0.</param>
/// <returns>A finite number; its sign says which alternative is ahead.</returns>
public delegate double DifferenceCurve(double value, int replication);
