namespace LocalitySim.Simulation;

/// <summary>
/// What designs and analyses draw random numbers for. They are numbered from the top of the range, so that a model which numbers its
/// own purposes from the bottom may be given the same seed.
/// </summary>
internal static class AnalysisPurposes
{
    internal static readonly Purpose LatinOrder = new(65_001, "order of a Latin hypercube");

    internal static readonly Purpose LatinPlace = new(65_002, "place within a stratum");

    internal static readonly Purpose NearlyOrthogonalOrder = new(65_003, "first order of a nearly orthogonal Latin hypercube");

    internal static readonly Purpose DigitalShift = new(65_004, "digital shift");

    internal static readonly Purpose Trajectory = new(65_005, "trajectory");

    internal static readonly Purpose BootstrapOfTrajectories = new(65_006, "bootstrap of trajectories");

    internal static readonly Purpose BootstrapOfRows = new(65_007, "bootstrap of rows");

    internal static readonly Purpose NearlyOrthogonalExchange = new(65_008, "exchanges in a nearly orthogonal Latin hypercube");

    internal static readonly Purpose Folds = new(65_015, "folds of a cross-validation");

    internal static readonly Purpose BootstrapOfReplications = new(65_020, "bootstrap of replications");
}
