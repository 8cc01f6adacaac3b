using System.Collections.Immutable;

namespace LocalitySim.Simulation;

/// <summary>What a calibration came to.</summary>
public sealed record CalibrationResult
{
    /// <summary>The parameters, in the order given.</summary>
    public required ImmutableArray<CalibratedParameter> Parameters { get; init; }

    /// <summary>The outputs, in the order of the observations.</summary>
    public required ImmutableArray<CalibratedOutput> Outputs { get; init; }

    /// <summary>The directions in which the parameters are not pinned down, the loosest first; empty where all are.</summary>
    public required ImmutableArray<LooseCombination> Loose { get; init; }

    /// <summary>The correlation of the errors of each two parameters, from −1 to 1, row by row; <c>null</c> for a parameter in a loose combination.</summary>
    public required ImmutableArray<ImmutableArray<double?>> Correlations { get; init; }

    /// <summary>
    /// How nearly the outputs' answers to the parameters are combinations of each other: 1 where no answer has anything of another, and
    /// without bound as they come to coincide; 10 to 15 and more is the usual sign that they cannot be told apart. <c>null</c> where a parameter
    /// moves nothing. Source: Brun, Reichert and Künsch, "Practical identifiability analysis of large environmental simulation models",
    /// Water Resources Research 37(4), 2001.
    /// </summary>
    public required double? CollinearityIndex { get; init; }

    /// <summary>The rounds of the search, the first over the whole ranges.</summary>
    public required ImmutableArray<CalibrationRound> Rounds { get; init; }

    /// <summary>Why it ended.</summary>
    public required CalibrationEnd End { get; init; }

    /// <summary>How many replications every point of the search met.</summary>
    public required int Replications { get; init; }

    /// <summary>In how many further replications the best point was simulated; 0 where the calibration was stopped before.</summary>
    public required int FreshReplications { get; init; }

    /// <summary>How many times the response was asked for.</summary>
    public required int Evaluations { get; init; }

    /// <summary>The sum of the squared standardized residuals at the calibrated values.</summary>
    public double SumOfSquares => Outputs.Sum(output => output.StandardizedResidual * output.StandardizedResidual);

    /// <summary>The same at the base.</summary>
    public double SumOfSquaresAtBase => Outputs.Sum(output => output.StandardizedResidualAtBase * output.StandardizedResidualAtBase);

    /// <summary>How many more observations there are than directions pinned down: 0 where any model would fit.</summary>
    public int DegreesOfFreedom => Outputs.Length - Parameters.Length + Loose.Length;
}
