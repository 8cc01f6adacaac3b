using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Fits parameters of a scenario to figures that were observed.</summary>
/// <remarks>
/// The level of demand does not drift: the figures are of a year that is past. All values meet the same futures. Where returns within a year were
/// observed, the first year is not counted, for cases open at the start have no earlier referral.
/// </remarks>
public static class CalibrationExperiment
{
    /// <summary>Returns the plan with which figures are simulated.</summary>
    /// <param name="figures">What was observed.</param>
    /// <param name="plan">The scenario's plan, or another.</param>
    /// <returns>The plan: nothing branches off, and the warm-up is a year or more where returns were observed.</returns>
    public static RunPlan PlanFor(IEnumerable<ObservedFigure> figures, RunPlan plan)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(plan);
        bool hasReturns = figures.Any(figure => figure.Measure == Measure.Returned || figure.Measure == Measure.ReturnedSinceClosure);
        return plan with { BranchAfterYears = 0, WarmUpYears = hasReturns ? Math.Max(1, plan.WarmUpYears) : plan.WarmUpYears };
    }

    /// <summary>Fits the parameters. The result is the same for any number of threads.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="question">What is fitted to what.</param>
    /// <param name="plan">How long, and from which seed; absent means the scenario's own plan. It is taken as <see cref="PlanFor"/> says.</param>
    /// <param name="threads">The number of threads: above zero. Absent means one for each processor.</param>
    /// <param name="progress">Receives the number of futures done.</param>
    /// <param name="cancellation">Stops the search; what is finished stays, if the first round is.</param>
    /// <returns>The calibration.</returns>
    /// <exception cref="ArgumentException">The structure does not exist, a list is empty, a figure or parameter comes twice, or there are more parameters than figures.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    /// <exception cref="OperationCanceledException">It was stopped before the first round was finished.</exception>
    /// <exception cref="ReplicationException">A future failed, or has nothing to measure for a figure.</exception>
    public static ScenarioCalibration Fit(
        Scenario scenario, CalibrationQuestion question, RunPlan? plan = null, int? threads = null, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(question);
        scenario.Structure(question.Structure);
        RunPlan used = Experiment.Checked(PlanFor(question.Figures, plan ?? scenario.Plan)) with { Replications = question.Options.Replications };
        Scenario steady = scenario with { Uncertain = [], Demand = scenario.Demand with { Drift = null, AreaDrift = null } };
        ObservedSampler sampler = new(question.Figures, question.Structure, used, cancellation);
        int workers = threads ?? Environment.ProcessorCount;
        ScenarioCache scenarios = new(
            values => question.Parameters.Index().Aggregate(
                steady,
                (changed, item) => values[item.Index] == item.Item.Parameter.Present ? changed : item.Item.Parameter.With(changed, values[item.Index])),
            workers);
        CalibrationResult result = SurrogateCalibration.Fit(
            [.. question.Parameters.Select(item => new ParameterRange(item.Parameter.Name, item.Low, item.High, item.Parameter.Present))],
            [.. question.Figures.Select(figure => figure.Output())],
            (values, replication) => sampler.Of(scenarios.At(values), replication),
            question.Options with { Seed = used.Seed, Threads = workers },
            progress,
            cancellation);
        return new ScenarioCalibration { Scenario = scenario, Question = question, Plan = used, Result = result };
    }

    /// <summary>Says what a calibration was made from.</summary>
    /// <param name="calibration">The calibration.</param>
    /// <param name="folder">The scenario's folder.</param>
    /// <param name="observed">The file of what was observed.</param>
    /// <returns>The manifest.</returns>
    public static RunManifest ManifestOf(ScenarioCalibration calibration, string folder, string observed)
    {
        ArgumentNullException.ThrowIfNull(calibration);
        RunManifest manifest = RunManifest.Of(calibration.Scenario, calibration.Plan, [calibration.Question.Structure], folder);
        return manifest with
        {
            Inputs = manifest.Inputs.Add(new InputFile(Path.GetFileName(observed), RunManifest.Hash(observed))),
            Intervals = "95 % intervals. Those of parameters cover the error of the observed figures, their tolerances and the noise of simulation; those of simulated figures, chance. They do not cover what is wrong with the model and stands in no tolerance.",
        };
    }
}
