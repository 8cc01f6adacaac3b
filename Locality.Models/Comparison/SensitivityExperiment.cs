using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Asks what the difference of two structures depends on.</summary>
/// <remarks>All values of a parameter meet the same futures. Where the plan spends freed money, it is spent anew at every value.</remarks>
public static class SensitivityExperiment
{
    // The ends of a break-even's interval are wanted to this part of the range: a planner reads two figures.
    private const double Fineness = 1.0 / 200;

    /// <summary>Finds the value of a parameter at which the better of two structures changes.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="question">The difference.</param>
    /// <param name="parameter">The parameter, one of the scenario's.</param>
    /// <param name="low">The lowest value; absent means the parameter's own.</param>
    /// <param name="high">The highest value; absent means the parameter's own.</param>
    /// <param name="plan">How long, and from which seed; absent means the scenario's own plan.</param>
    /// <param name="threads">The number of threads: above zero. Absent means one for each processor.</param>
    /// <param name="progress">Receives the number of futures done.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>The break-even, in the parameter's unit; the difference is the structure's less the baseline's.</returns>
    /// <exception cref="ArgumentException">A structure, the measure, the range or a number is not possible.</exception>
    /// <exception cref="OperationCanceledException">The search was stopped.</exception>
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
        ScenarioCache scenarios = new(parameters => parameter.With(scenario, parameters[0]));
        _ = (parameter.With(scenario, from), parameter.With(scenario, to));
        return BreakEven.Find(
            from,
            to,
            (value, replication) => sampler.Of(scenarios.At([value]), replication),
            new BreakEvenOptions { Replications = question.Futures, GridPoints = 5, Tolerance = Fineness * (to - from), Threads = threads ?? Environment.ProcessorCount },
            cancellation);
    }

    /// <summary>Moves each parameter alone to the ends of its range, and says what that does to the difference.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="question">The difference.</param>
    /// <param name="parameters">The parameters, one or more of the scenario's.</param>
    /// <param name="plan">How long, and from which seed; absent means the scenario's own plan.</param>
    /// <param name="threads">The number of threads: above zero. Absent means one for each processor.</param>
    /// <param name="progress">Receives the number of futures done, of (2 × parameters + 1) × futures.</param>
    /// <param name="cancellation">Stops the analysis.</param>
    /// <returns>The bars, the longest first, in the measure's unit.</returns>
    /// <exception cref="ArgumentException">A structure, the measure or a number is not possible.</exception>
    /// <exception cref="OperationCanceledException">The analysis was stopped.</exception>
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
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(question);
        DifferenceSampler sampler = SamplerOf(scenario, question, plan, progress, cancellation);
        ScenarioCache scenarios = new(values => parameters.Index().Aggregate(
            scenario,
            (changed, item) => values[item.Index] == item.Item.Present ? changed : item.Item.With(changed, values[item.Index])));
        return Tornado.Of(
            [.. parameters.Select(parameter => new ParameterRange(parameter.Name, parameter.Low, parameter.High, parameter.Present))],
            (values, replication) => sampler.Of(scenarios.At(values), replication),
            question.Futures,
            threads: threads ?? Environment.ProcessorCount,
            cancellationToken: cancellation);
    }

    private static DifferenceSampler SamplerOf(Scenario scenario, DifferenceQuestion question, RunPlan? plan, IProgress<int>? progress, CancellationToken cancellation)
    {
        DifferenceQuestion asked = question.CheckedFor(scenario);
        return new DifferenceSampler(asked.Structure, asked.Baseline, asked.Measure, Experiment.Checked(plan ?? scenario.Plan), progress, cancellation);
    }
}
