using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <content>The answers.</content>
public sealed partial record Study
{
    /// <summary>Compares the structures with the first of them. See <see cref="Experiment.Compare"/>.</summary>
    /// <returns>The comparison.</returns>
    public StructureComparison Compare() => Experiment.Compare(
        Scenario, StructureIds.IsEmpty ? null : StructureIds, Plan with { Replications = NumberOfFutures ?? Plan.Replications }, Threads, Progress, Goal, Cancellation);

    /// <summary>Chooses the best of the structures with a stated probability. See <see cref="RankingExperiment.Rank"/>.</summary>
    /// <param name="method">The procedure.</param>
    /// <param name="budget">The futures to spend, for <see cref="RankingMethod.BudgetAllocation"/> only.</param>
    /// <returns>The ranking.</returns>
    public StructureRanking Rank(RankingMethod method = RankingMethod.KimNelson, int? budget = null) => Rank([.. Ids().Select(Scenario.Structure)], method, budget);

    /// <summary>Chooses the best contiguous grouping of the first structure's localities. See <see cref="CandidateGroupings"/>.</summary>
    /// <param name="into">The numbers of localities of the groupings; none means any.</param>
    /// <param name="method">The procedure.</param>
    /// <returns>The ranking.</returns>
    public StructureRanking RankGroupings(IReadOnlyList<int>? into = null, RankingMethod method = RankingMethod.KimNelson) =>
        Rank(CandidateGroupings.Of(Scenario, Ids()[0], into is null ? null : [.. into]), method, budget: null);

    /// <summary>Moves each figure alone to the ends of its range. See <see cref="SensitivityExperiment.TornadoOf"/>.</summary>
    /// <param name="figures">The figures' names; none means all.</param>
    /// <returns>The bars of the second structure's difference from the first.</returns>
    public Tornado Tornado(params IEnumerable<string> figures) => SensitivityExperiment.TornadoOf(Scenario, Difference(), Figures(figures), Plan, Threads, Progress, Cancellation);

    /// <summary>Screens figures by elementary effects. See <see cref="SensitivityExperiment.MorrisOf"/>.</summary>
    /// <param name="trajectories">How many trajectories.</param>
    /// <param name="figures">The figures' names; none means all.</param>
    /// <returns>The effects on the second structure's difference from the first.</returns>
    public MorrisScreening Screen(int trajectories = 10, params IEnumerable<string> figures) =>
        SensitivityExperiment.MorrisOf(Scenario, Difference(defaultFutures: 4), Figures(figures), trajectories, Plan, Threads, Progress, Cancellation);

    /// <summary>Shares the variance of a difference among figures. See <see cref="SensitivityExperiment.SobolOf"/>.</summary>
    /// <param name="points">How many points: a power of two, <see cref="SensitivityExperiment.LeastPoints"/> or more.</param>
    /// <param name="figures">The figures' names; none means all.</param>
    /// <returns>The shares of the second structure's difference from the first.</returns>
    public SobolIndices ShareVariance(int points = 256, params IEnumerable<string> figures) =>
        SensitivityExperiment.SobolOf(Scenario, Difference(defaultFutures: 2), Figures(figures), points, Plan, Threads, Progress, Cancellation);

    /// <summary>Finds the value of a figure at which the better of the first two structures changes. See <see cref="SensitivityExperiment.BreakEvenOf"/>.</summary>
    /// <param name="figure">The figure's name.</param>
    /// <param name="low">The lowest value; absent means the figure's own.</param>
    /// <param name="high">The highest value; absent means the figure's own.</param>
    /// <returns>The break-even.</returns>
    public BreakEven BreakEven(string figure, double? low = null, double? high = null) =>
        SensitivityExperiment.BreakEvenOf(Scenario, Difference(), Figures([figure])[0], low, high, Plan, Threads, Progress, Cancellation);

    /// <summary>Says how sure the choice is, and what to find out first. See <see cref="UncertaintyExperiment.Of"/>.</summary>
    /// <returns>The analysis.</returns>
    public UncertaintyAnalysis Uncertainty()
    {
        UncertaintyQuestion question = new() { Structures = Ids(), Measure = Measure };
        question = question with { IndifferenceZone = Zone ?? question.IndifferenceZone, Futures = NumberOfFutures ?? question.Futures };
        return UncertaintyExperiment.Of(Scenario, question, Plan, Threads, Progress, Cancellation);
    }

    /// <summary>Splits the second structure's difference from the first into its parts. See <see cref="WaterfallExperiment.Of"/>.</summary>
    /// <returns>The parts.</returns>
    public StructureWaterfall Waterfall() => WaterfallExperiment.Of(Scenario, Difference(), Plan, Threads, Progress, Cancellation);

    /// <summary>Finds the least posts of the first structure's teams with which waits meet a target. See <see cref="StaffExperiment.Find"/>.</summary>
    /// <param name="target">The target, such as <c>p90 wait &lt;= 20 working days</c>.</param>
    /// <param name="services">The services' ids; none means all that lead a pathway.</param>
    /// <returns>The posts.</returns>
    /// <exception cref="FormatException">The target cannot be read.</exception>
    public StaffResult Staff(string target, params IEnumerable<string> services) => StaffExperiment.Find(
        Scenario, new StaffRequest { Target = StaffTarget.Parse(target), Structure = Ids()[0], Services = [.. services] }, Plan, Threads, Progress, Cancellation);

    /// <summary>Finds the best split of the posts that the first structure has. See <see cref="SplitExperiment.Find"/>.</summary>
    /// <param name="objective">What is made as short as possible.</param>
    /// <param name="services">The services' ids; none means all that lead a pathway and have two teams or more.</param>
    /// <returns>The split.</returns>
    public SplitResult Split(SplitObjective objective = SplitObjective.Worst, params IEnumerable<string> services) => SplitExperiment.Find(
        Scenario, new SplitRequest { Objective = objective, Structure = Ids()[0], Services = [.. services] }, Plan, Threads, Progress, Cancellation);

    /// <summary>Fits figures to what was observed under the first structure. See <see cref="CalibrationExperiment.Fit"/>.</summary>
    /// <param name="observed">The path of a table as <c>observed.csv</c>.</param>
    /// <param name="figures">The names of some of <see cref="ScenarioParameter.ForCalibration"/>; none means those that the rows speak of most directly.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="ScenarioException">The table has mistakes: all of them are in the exception.</exception>
    public ScenarioCalibration Calibrate(string observed, params IEnumerable<string> figures)
    {
        (ImmutableArray<ObservedFigure> rows, ImmutableArray<ScenarioProblem> problems) = ObservedFile.Read(observed, Scenario, Scenario.Structure(Ids()[0]));
        if (!problems.IsEmpty)
        {
            throw new ScenarioException(problems);
        }

        ImmutableArray<ScenarioParameter> all = ScenarioParameter.ForCalibration(Scenario);
        ImmutableArray<ScenarioParameter> named = [.. figures.Select(name => Named(all, name))];
        ImmutableArray<ScenarioParameter> parameters = named.IsEmpty ? CalibrationQuestion.Suggested(Scenario, rows) : named;
        CalibrationQuestion question = new() { Structure = Ids()[0], Figures = rows, Parameters = [.. parameters.Select(item => (item, item.Low, item.High))] };
        question = NumberOfFutures is { } futures ? question with { Options = question.Options with { Replications = futures } } : question;
        return CalibrationExperiment.Fit(Scenario, question, Plan, Threads, Progress, Cancellation);
    }

    private StructureRanking Rank(IReadOnlyList<Structure> structures, RankingMethod method, int? budget)
    {
        RankingPlan ranking = new() { Measure = Measure, Method = method, Budget = budget };
        ranking = ranking with { IndifferenceZone = Zone ?? ranking.IndifferenceZone, FirstStage = NumberOfFutures ?? ranking.FirstStage };
        return RankingExperiment.Rank(Scenario, structures, ranking, Plan, Threads, Progress, Cancellation);
    }

    private ImmutableArray<string> Ids() => StructureIds.IsEmpty ? [.. Scenario.Structures.Select(structure => structure.Id)] : StructureIds;

    private DifferenceQuestion Difference(int? defaultFutures = null)
    {
        ImmutableArray<string> ids = Ids();
        DifferenceQuestion question = new() { Structure = ids.Length > 1 ? ids[1] : ids[0], Baseline = ids[0], Measure = Measure };
        return question with { Futures = NumberOfFutures ?? defaultFutures ?? question.Futures };
    }

    private ImmutableArray<ScenarioParameter> Figures(IEnumerable<string> names)
    {
        ImmutableArray<ScenarioParameter> all = ScenarioParameter.Of(Scenario);
        ImmutableArray<ScenarioParameter> named = [.. names.Select(name => Named(all, name))];
        return named.IsEmpty ? all : named;
    }

    private static ScenarioParameter Named(ImmutableArray<ScenarioParameter> all, string name) =>
        all.FirstOrDefault(item => string.Equals(item.Name, name, StringComparison.Ordinal))
        ?? throw new ArgumentException($"Found '{name}'; expected one of {string.Join(", ", all.Select(item => item.Name))}.", nameof(name));
}
