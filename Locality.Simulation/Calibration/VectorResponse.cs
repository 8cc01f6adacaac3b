namespace LocalitySim.Simulation;

/// <summary>
/// What a model answers in several outputs: a pure function of its parameters and the number of the replication. The same replication
/// must meet the same chances whatever the parameters are (common random numbers). It may be called from several threads at once.
/// </summary>
/// <param name="parameters">One value a parameter, in the order of the ranges.</param>
/// <param name="replication">The number of the replication, from 0.</param>
/// <returns>One finite number an output, in the order of the observations.</returns>
public delegate double[] VectorResponse(ReadOnlySpan<double> parameters, int replication);
