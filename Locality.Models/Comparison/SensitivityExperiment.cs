using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Asks what the difference of two structures depends on.</summary>
/// <remarks>All values of a parameter meet the same futures. Where the plan spends freed money, it is spent anew at every value.</remarks>
public static class SensitivityExperiment
{
    // The ends of a break-even's interval are wanted to this part of the range: a planner reads two figures.
    private const double Fineness = 1.0 / 200;

    /// <summary>Gets the fewest points from which shares of the variance are told: resamples of fewer give intervals that are far too narrow.</summary>
    [Sourced(Standing.Judged, "From 64 points, the 95 % intervals of the function of Ishigami and Homma held its known shares 96 times of 100 or more.")]
    public static int LeastPoints => 64;

    /// <summary>Finds the value of a parameter at which the better of two structures changes.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="question">The difference.</param>
    /// <param name="parameter">The parameter, one of the scenario's.</param>
    /// <param name="low">The lowest value; absent means the parameter's own.</param>
    /// <param name="high">The highest value; absent means the parameter's own.</param>
    /// <param name="plan">How long, and from which seed; absent means the scenario's own plan.</param>
    /// <param name="threads">The number of threads: above zero. Absent means one for each processor.</param>
    /// <param name="progress">Receives the number of futures done.</param>
    /// <param name="cancellation">Stops the search. What is known by then is returned, with the verdict <see cref="BreakEvenVerdict.NotYetTold"/>.</param>
    /// <returns>The break-even, in the parameter's unit; the difference is the structure's less the baseline's.</returns>
    /// <exception cref="ArgumentException">A structure, the measure, the range or a number is not possible.</exception>
    /// <exception cref="OperationCanceledException">The search was stopped before the difference was known at one value.</exception>
    /// <exception cref="ReplicationException">A future failed.</exception>
    public static BreakEven BreakEvenOf(
        Scenario scenario,
        DifferenceQuestion question,
        ScenarioParameter parameter,
        double? low = null,
        double? high = null,
        RunPlan? plan = null,
        int? threads = null,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(parameter);
        (double from, double to) = (low ?? parameter.Low, high ?? parameter.High);
        DifferenceSampler sampler = SamplerOf(scenario, question, plan, progress, cancellation);
        int workers = threads ?? Environment.ProcessorCount;
        ScenarioCache scenarios = new(parameters => parameter.With(scenario, parameters[0]), workers);
        _ = (parameter.With(scenario, from), parameter.With(scenario, to));
        return BreakEven.Find(
            from,
            to,
            (value, replication) => sampler.Of(scenarios.At([value]), replication),
            new BreakEvenOptions { Replications = question.Futures, GridPoints = 5, Tolerance = Fineness * (to - from), Threads = workers },
            cancellation);
    }

    /// <summary>Moves each parameter alone to the ends of its range, and says what that does to the difference.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="question">The difference.</param>
    /// <param name="parameters">The parameters, one or more of the scenario's.</param>
    /// <param name="plan">How long, and from which seed; absent means the scenario's own plan.</param>
    /// <param name="threads">The number of threads: above zero. Absent means one for each processor.</param>
    /// <param name="progress">Receives the number of futures done, of (2 × parameters + 1) × futures.</param>
    /// <param name="cancellation">Stops the analysis. The bars of the parameters finished by then are returned, and the others named as missing.</param>
    /// <returns>The bars, the longest first, in the measure's unit.</returns>
    /// <exception cref="ArgumentException">A structure, the measure or a number is not possible.</exception>
    /// <exception cref="OperationCanceledException">The analysis was stopped before one parameter was finished.</exception>
    /// <exception cref="ReplicationException">A future failed.</exception>
    public static Tornado TornadoOf(
        Scenario scenario,
        DifferenceQuestion question,
        ImmutableArray<ScenarioParameter> parameters,
        RunPlan? plan = null,
        int? threads = null,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        int workers = threads ?? Environment.ProcessorCount;
        return Tornado.Of(
            RangesOf(parameters),
            ResponseOf(scenario, question, parameters, plan, workers, progress, cancellation),
            question.Futures,
            threads: workers,
            cancellationToken: cancellation);
    }

    /// <summary>Moves the parameters one after the other along paths through all their ranges (Morris's screening), and says which matter and which do so by what the others are.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="question">The difference; its futures are those at every point, and each trajectory meets its own.</param>
    /// <param name="parameters">The parameters, one or more of the scenario's. Each ranges from its low to its high end; its present value plays no part.</param>
    /// <param name="trajectories">How many paths: 2 or more; 10 to 50 are usual.</param>
    /// <param name="plan">How long, and from which seed; absent means the scenario's own plan. The seed draws the paths too.</param>
    /// <param name="threads">The number of threads: above zero. Absent means one for each processor.</param>
    /// <param name="progress">Receives the number of futures done, of trajectories × (parameters + 1) × futures.</param>
    /// <param name="cancellation">Stops the analysis. What is returned is that of the trajectories finished by then.</param>
    /// <returns>The effects in the order of the parameters, in the measure's unit, per move over the whole range. The mean absolute effect is never below zero, and chance alone lifts it.</returns>
    /// <exception cref="ArgumentException">A structure, the measure, a parameter or a number is not possible.</exception>
    /// <exception cref="OperationCanceledException">The analysis was stopped before two trajectories were finished.</exception>
    /// <exception cref="ReplicationException">A future failed, or a set of values is not possible together.</exception>
    public static MorrisScreening MorrisOf(
        Scenario scenario,
        DifferenceQuestion question,
        ImmutableArray<ScenarioParameter> parameters,
        int trajectories = 10,
        RunPlan? plan = null,
        int? threads = null,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        int workers = threads ?? Environment.ProcessorCount;
        return MorrisScreening.Of(
            RangesOf(parameters),
            ResponseOf(scenario, question, parameters, plan, workers, progress, cancellation),
            trajectories,
            (plan ?? scenario.Plan).Seed,
            replications: question.Futures,
            threads: workers,
            cancellationToken: cancellation);
    }

    /// <summary>Shares the variance that the difference has over all ranges among the parameters (Sobol indices), each parameter evenly spread over its range and independent of the others.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="question">The difference; its futures are those at every point. Their chance counts in the variance, less so the more they are.</param>
    /// <param name="parameters">The parameters, 1 to 40 of the scenario's. Each ranges from its low to its high end; its present value plays no part.</param>
    /// <param name="points">How many points N: a power of two, <see cref="LeastPoints"/> or more.</param>
    /// <param name="plan">How long, and from which seed; absent means the scenario's own plan. The seed shifts the points too.</param>
    /// <param name="threads">The number of threads: above zero. Absent means one for each processor.</param>
    /// <param name="progress">Receives the number of futures done, of points × (parameters + 2) × futures.</param>
    /// <param name="cancellation">Stops the analysis. What is returned is that of the largest finished power of two of points.</param>
    /// <returns>The shares in the order of the parameters, from 0 to 1 but for chance; the variance is in the measure's unit, squared.</returns>
    /// <exception cref="ArgumentException">A structure, the measure, a parameter or a number is not possible.</exception>
    /// <exception cref="OperationCanceledException">The analysis was stopped before <see cref="LeastPoints"/> points were finished.</exception>
    /// <exception cref="ReplicationException">A future failed, or a set of values is not possible together.</exception>
    public static SobolIndices SobolOf(
        Scenario scenario,
        DifferenceQuestion question,
        ImmutableArray<ScenarioParameter> parameters,
        int points = 256,
        RunPlan? plan = null,
        int? threads = null,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (points < LeastPoints)
        {
            throw new ArgumentOutOfRangeException(nameof(points), points, $"Expected {LeastPoints} points or more.");
        }

        int workers = threads ?? Environment.ProcessorCount;
        SobolIndices indices = SobolIndices.Of(
            RangesOf(parameters),
            ResponseOf(scenario, question, parameters, plan, workers, progress, cancellation),
            points,
            (plan ?? scenario.Plan).Seed,
            question.Futures,
            threads: workers,
            cancellationToken: cancellation);
        return indices.Rows >= LeastPoints ? indices : throw new OperationCanceledException(cancellation);
    }

    private static ImmutableArray<ParameterRange> RangesOf(ImmutableArray<ScenarioParameter> parameters) =>
        [.. parameters.Select(parameter => new ParameterRange(parameter.Name, parameter.Low, parameter.High, parameter.Present))];

    private static Response ResponseOf(
        Scenario scenario,
        DifferenceQuestion question,
        ImmutableArray<ScenarioParameter> parameters,
        RunPlan? plan,
        int threads,
        IProgress<int>? progress,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(question);
        DifferenceSampler sampler = SamplerOf(scenario, question, plan, progress, cancellation);
        ScenarioCache scenarios = new(
            values => parameters.Index().Aggregate(
                scenario,
                (changed, item) => values[item.Index] == item.Item.Present ? changed : item.Item.With(changed, values[item.Index])),
            threads);
        return (values, replication) => sampler.Of(scenarios.At(values), replication);
    }

    private static DifferenceSampler SamplerOf(Scenario scenario, DifferenceQuestion question, RunPlan? plan, IProgress<int>? progress, CancellationToken cancellation)
    {
        DifferenceQuestion asked = question.CheckedFor(scenario);
        return new DifferenceSampler(asked.Structure, asked.Baseline, asked.Measure, Experiment.Checked(plan ?? scenario.Plan), progress, cancellation);
    }
}
