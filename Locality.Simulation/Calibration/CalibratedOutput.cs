namespace LocalitySim.Simulation;

/// <summary>An output as it was observed, and as it is simulated.</summary>
public sealed record CalibratedOutput
{
    /// <summary>What was observed.</summary>
    public required ObservedOutput Observed { get; init; }

    /// <summary>The mean with every parameter at its base, with its interval, in the replications of the search.</summary>
    public required Interval AtBase { get; init; }

    /// <summary>The mean at the calibrated values, with its interval, in replications that the search has not seen; in those of the search where the calibration was stopped.</summary>
    public required Interval Simulated { get; init; }

    /// <summary>
    /// Observed less simulated, over the root of the variance of that difference: of the observation, of the tolerance as a model
    /// discrepancy, and of the simulated mean. Its size is the implausibility of history matching (Craig, Goldstein, Seheult and Smith, "Pressure matching for hydrocarbon
    /// reservoirs", Case Studies in Bayesian Statistics III, 1997).
    /// </summary>
    public required double StandardizedResidual { get; init; }

    /// <summary>The same at the base.</summary>
    public required double StandardizedResidualAtBase { get; init; }

    /// <summary>By how much the output moves when each parameter alone goes from the value half its range up, in the output's unit, in the order of parameters.</summary>
    public required System.Collections.Immutable.ImmutableArray<double> Slopes { get; init; }

    /// <summary>Whether the simulated mean lies within the tolerance; <c>null</c> where there is none.</summary>
    public bool? IsWithinTolerance => Observed.Tolerance is { } near ? Math.Abs(Observed.Value - Simulated.Mean) <= near : null;

    /// <summary>
    /// Whether the model cannot be right about this output: the residual is over 3, beyond which lies less than a twentieth of any
    /// distribution with one peak (Pukelsheim, "The three sigma rule", American Statistician 48(2), 1994), the usual cut-off of history
    /// matching (Vernon, Goldstein and Bower, "Galaxy formation: a Bayesian uncertainty analysis", Bayesian Analysis 5(4), 2010).
    /// </summary>
    public bool IsImplausible => Math.Abs(StandardizedResidual) > 3;
}
