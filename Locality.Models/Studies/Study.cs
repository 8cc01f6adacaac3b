using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Asks a scenario one question after another, in one style: what is compared, by what and for how long is said once.</summary>
/// <remarks>
/// Immutable: each method returns another study, so that one may be kept and asked further. Nothing runs until an answer is asked for, and every answer
/// is that of the experiment of its name, to the last bit. Structures are named with the baseline first.
/// </remarks>
public sealed partial record Study
{
    private Study(Scenario scenario)
    {
        Scenario = scenario;
        Plan = scenario.Plan;
    }

    /// <summary>Gets the scenario, with its uncertain figures.</summary>
    public Scenario Scenario { get; private init; }

    /// <summary>Gets how long is simulated, and from which seed.</summary>
    public RunPlan Plan { get; private init; }

    /// <summary>Gets the ids of the structures, the baseline first; empty means all of the scenario's.</summary>
    public ImmutableArray<string> StructureIds { get; private init; } = [];

    /// <summary>Gets the measure of rankings and analyses: one of <see cref="RankingPlan.Measures"/>.</summary>
    public Measure Measure { get; private init; } = Measure.WaitToAllocation;

    /// <summary>Gets the difference from which a choice matters, in the measure's unit; null means that of the mean wait.</summary>
    public double? Zone { get; private init; }

    /// <summary>Gets how many futures are simulated; null means as many as the answer takes by default.</summary>
    public int? NumberOfFutures { get; private init; }

    /// <summary>Gets how precise the waits of a comparison have to be; null means that a fixed number of futures is simulated.</summary>
    public PrecisionGoal? Goal { get; private init; }

    /// <summary>Gets the number of threads; null means one for each processor.</summary>
    public int? Threads { get; private init; }

    private IProgress<int>? Progress { get; init; }

    private CancellationToken Cancellation { get; init; }

    /// <summary>Begins a study of a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <returns>The study.</returns>
    public static Study Of(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return new Study(scenario);
    }

    /// <summary>Begins a study of the scenario in a folder.</summary>
    /// <param name="folder">The folder's path.</param>
    /// <returns>The study.</returns>
    /// <exception cref="ScenarioException">The folder has mistakes: all of them are in the exception.</exception>
    public static Study Of(string folder) => new(Scenario.Load(folder));

    /// <summary>Asks about some structures only.</summary>
    /// <param name="structureIds">Their ids, the baseline first.</param>
    /// <returns>The study.</returns>
    /// <exception cref="ArgumentException">A structure does not exist.</exception>
    public Study Among(params IEnumerable<string> structureIds)
    {
        ImmutableArray<string> ids = [.. structureIds];
        _ = ids.Select(Scenario.Structure).Count();
        return this with { StructureIds = ids };
    }

    /// <summary>Asks by another measure.</summary>
    /// <param name="measure">The measure: one of <see cref="RankingPlan.Measures"/>.</param>
    /// <param name="zone">The difference from which a choice matters, in its unit: above zero.</param>
    /// <returns>The study.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The measure cannot be asked by, or the zone is not above zero.</exception>
    public Study By(Measure measure, double zone)
    {
        ArgumentNullException.ThrowIfNull(measure);
        if (!RankingPlan.Measures.Contains(measure))
        {
            throw new ArgumentOutOfRangeException(nameof(measure), measure.Name, $"Expected one of {string.Join(", ", RankingPlan.Measures)}.");
        }

        return zone > 0 && double.IsFinite(zone)
            ? this with { Measure = measure, Zone = zone }
            : throw new ArgumentOutOfRangeException(nameof(zone), zone, "Expected a finite number above zero.");
    }

    /// <summary>Simulates another number of years.</summary>
    /// <param name="years">The years, warm-up included: above zero, at most 50.</param>
    /// <param name="warmUp">The years at the start that no measure counts; absent means the scenario's.</param>
    /// <returns>The study.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public Study For(double years, double? warmUp = null) => this with { Plan = Experiment.Checked(Plan with { Years = years, WarmUpYears = warmUp ?? Plan.WarmUpYears }) };

    /// <summary>Draws from another seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <returns>The study.</returns>
    public Study FromSeed(ulong seed) => this with { Plan = Plan with { Seed = seed } };

    /// <summary>Simulates a number of futures.</summary>
    /// <param name="futures">The number: one or more; most answers take two or more.</param>
    /// <returns>The study.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is below one.</exception>
    public Study In(int futures)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(futures, 1);
        return this with { NumberOfFutures = futures, Goal = null };
    }

    /// <summary>Adds futures to a comparison until its waits are known as well as this.</summary>
    /// <param name="goal">The precision.</param>
    /// <returns>The study.</returns>
    public Study Until(PrecisionGoal goal)
    {
        ArgumentNullException.ThrowIfNull(goal);
        return this with { Goal = goal, NumberOfFutures = null };
    }

    /// <summary>Makes a figure uncertain: every future draws its own value between two, each as likely.</summary>
    /// <param name="figure">The figure's name, such as <c>travel.speed</c>.</param>
    /// <param name="from">The lowest value.</param>
    /// <param name="to">The highest value.</param>
    /// <param name="likely">The most likely value; absent means that none is.</param>
    /// <returns>The study.</returns>
    /// <exception cref="ArgumentException">The scenario has no such figure, it is uncertain already, or the range is not possible.</exception>
    public Study Uncertain(string figure, double from, double to, double? likely = null)
    {
        if (Scenario.Uncertain.Any(item => string.Equals(item.Figure, figure, StringComparison.Ordinal)))
        {
            throw new ArgumentException($"Found '{figure}' twice; expected each figure once.", nameof(figure));
        }

        Scenario uncertain = Scenario with { Uncertain = [.. Scenario.Uncertain, new UncertainFigure { Figure = figure, From = from, To = to, Likely = likely }] };
        return this with { Scenario = UncertainFigures.Checked(uncertain) };
    }

    /// <summary>Makes every figure uncertain that the scenario has, over the range that a sensitivity analysis takes.</summary>
    /// <returns>The study.</returns>
    public Study UncertainInAll() => this with
    {
        Scenario = Scenario with { Uncertain = [.. ScenarioParameter.Of(Scenario).Select(item => new UncertainFigure { Figure = item.Name, From = item.Low, To = item.High })] },
    };

    /// <summary>Puts a forecast of need in: every future draws its own level of referrals, and its own split among areas, from it.</summary>
    /// <param name="forecast">The forecast, of the year in which the run starts.</param>
    /// <param name="pathway">The id of the pathway whose referrals are forecast.</param>
    /// <returns>The study.</returns>
    /// <exception cref="ArgumentException">The scenario has no such pathway.</exception>
    public Study WithNeed(NeedForecast forecast, string pathway)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        return this with { Scenario = UncertainFigures.Checked(forecast.ApplyTo(Scenario, pathway)) };
    }

    /// <summary>Takes all figures as they stand.</summary>
    /// <returns>The study.</returns>
    public Study AsItStands() => this with { Scenario = Scenario with { Uncertain = [] } };

    /// <summary>Runs on a number of threads. No answer depends on it.</summary>
    /// <param name="threads">The number: one or more.</param>
    /// <returns>The study.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is below one.</exception>
    public Study OnThreads(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        return this with { Threads = threads };
    }

    /// <summary>Tells how far an answer is.</summary>
    /// <param name="progress">Receives the number of futures or runs done.</param>
    /// <returns>The study.</returns>
    public Study Reporting(IProgress<int> progress) => this with { Progress = progress };

    /// <summary>Lets a token stop an answer. What is finished by then is kept, as each experiment says.</summary>
    /// <param name="cancellation">The token.</param>
    /// <returns>The study.</returns>
    public Study StoppedBy(CancellationToken cancellation) => this with { Cancellation = cancellation };
}
