using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// Is a model of the chance that a referral escalates, from what is known when it comes. It answers for many referrals together, and not for one: it is for
/// planning. Immutable and thread-safe.
/// </summary>
public sealed class EscalationModel
{
    /// <summary>What must be read before any figure of a model.</summary>
    public const string Caution =
        "For planning how much capacity is needed, over many referrals. Not for any decision about a child or a family: a chance says what became of others, nothing of this one. "
        + "Differences are not causes. A model of simulated referrals can only give back what the scenario assumes.";

    /// <summary>The fewest referrals that <see cref="Expect"/> answers for.</summary>
    public const int FewestCases = 30;

    private const int FewestTraining = 20;
    private const int FewestTest = 10;

    internal EscalationModel(EscalationPredictor predictor, EscalationTraining training, string version) =>
        (Predictor, Training, Version) = (predictor, training, version);

    /// <summary>Gets by what it gives chances.</summary>
    public EscalationMethod Method => Predictor.Trees is null ? EscalationMethod.Logistic : EscalationMethod.Trees;

    /// <summary>Gets the columns that it reads.</summary>
    public ImmutableArray<EscalationColumn> Columns => Predictor.Encoding.Columns;

    /// <summary>Gets the pathways and sources set aside, as none of their training referrals escalated, or all did.</summary>
    public ImmutableArray<EscalationLevel> Aside => Predictor.Encoding.Aside;

    /// <summary>Gets what it was fitted to.</summary>
    public EscalationTraining Training { get; }

    /// <summary>Gets the version of the program that fitted it.</summary>
    public string Version { get; }

    internal EscalationPredictor Predictor { get; }

    /// <summary>
    /// Fits a model to earlier referrals and tests it by later ones; no child is on both sides. Logistic regression and boosted trees are compared on the
    /// training referrals, by children they were not fitted to, and the one of the lower log loss is used. The result is the same for any number of threads.
    /// </summary>
    /// <param name="table">The referrals.</param>
    /// <param name="options">How; absent means the usual way.</param>
    /// <param name="threads">The number of threads: above zero. Absent means one for each processor.</param>
    /// <param name="progress">Receives the number of steps finished, out of <see cref="StepsOf"/>.</param>
    /// <param name="cancellation">Ends the comparison: logistic regression is then used, and <see cref="EscalationChoice.WasStopped"/> says so.</param>
    /// <exception cref="ArgumentException">An option is out of range, or there are too few referrals that escalated, or that did not, on one side. The message says what was found and expected.</exception>
    public static EscalationFit Fit(CaseTable table, EscalationOptions? options = null, int? threads = null, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads ?? 1, 1, nameof(threads));
        options ??= new EscalationOptions();
        options.Check();
        EscalationSplit split = EscalationSplit.Of(table, options.TestShare);
        CaseRecord[] cases = [.. split.Training.Select(place => table.Cases[place])];
        int[] units = [.. split.Training.Select(place => table.Units[place])];
        CaseRecord[] test = [.. split.Test.Select(place => table.Cases[place])];
        Require(cases, FewestTraining, "training", string.Create(CultureInfo.InvariantCulture, $"before {split.From:yyyy-MM-dd}"));
        Require(test, FewestTest, "testing", string.Create(CultureInfo.InvariantCulture, $"from {split.From:yyyy-MM-dd} on, of children not in training"));
        int done = 0;
        (EscalationPredictor predictor, LogisticFit fit, ImmutableArray<string> leftOut) = EscalationPredictor.Logistic(cases, units);
        progress?.Report(++done);
        EscalationChoice choice = Choose(cases, units, options, threads ?? Environment.ProcessorCount, () => progress?.Report(++done), predictor.Encoding.Columns.Length > 0, cancellation);
        EscalationPredictor used = choice.Method == EscalationMethod.Logistic ? predictor : EscalationPredictor.Boosted(cases, units, options.Seed, threads ?? Environment.ProcessorCount);
        EscalationTraining training = new(
            table.Origin, table.IsSimulated, table.Sha256, cases.Length, units.Distinct().Count(), cases.Count(item => item.HasEscalated), cases[0].Date, cases[^1].Date);
        EscalationEvaluation evaluation = EscalationEvaluation.Of(used, table, split, training.Share, options.Threshold ?? training.Share);
        progress?.Report(StepsOf(options));
        return new EscalationFit
        {
            Model = new EscalationModel(used, training, typeof(EscalationModel).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? ""),
            Table = table,
            Odds = [.. predictor.Encoding.Columns.Select(column => new EscalationOdds(column, fit.OddsRatio(column.Name)))],
            Penalty = fit.Penalty,
            LeftOut = leftOut,
            Choice = choice,
            Evaluation = evaluation,
        };
    }

    /// <summary>Returns the number of steps that a fit reports.</summary>
    /// <param name="options">How it is fitted.</param>
    public static int StepsOf(EscalationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return 2 + (2 * options.Folds);
    }

    /// <summary>
    /// Returns how many of some referrals are expected to escalate, with an interval for how many will: it covers chance, referrals taken as independent,
    /// and for logistic regression what the training referrals leave open of the coefficients and of levels set aside. It covers no change of circumstances since.
    /// </summary>
    /// <param name="cases">The referrals: <see cref="FewestCases"/> or more. Whether they escalated is not read.</param>
    /// <param name="level">The level, between 0 and 1, exclusive.</param>
    /// <exception cref="ArgumentException">There are too few referrals.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range.</exception>
    public Interval Expect(IReadOnlyList<CaseRecord> cases, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(cases);
        if (cases.Count < FewestCases)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"cases: found {cases.Count}; expected {FewestCases} or more: the model is for planning over many referrals, not for one."), nameof(cases));
        }

        (double mean, double variance) = Predictor.Expect(cases);
        double half = TailProbability.NormalPoint(0.5 + (0.5 * level)) * Math.Sqrt(variance);
        return new Interval(mean, Math.Max(0, mean - half), Math.Min(cases.Count, mean + half));
    }

    private static EscalationChoice Choose(CaseRecord[] cases, int[] units, EscalationOptions options, int threads, Action step, bool hasColumns, CancellationToken cancellation)
    {
        bool[] outcomes = [.. cases.Select(item => item.HasEscalated)];
        EventForecasts logistic = Forecast((some, of) => EscalationPredictor.Logistic(some, of).Predictor, CancellationToken.None);
        Interval loss = LogLoss.Of(logistic);
        if (!options.TriesTrees || !hasColumns)
        {
            return new EscalationChoice(EscalationMethod.Logistic, loss, null, null, WasStopped: false);
        }

        EventForecasts trees;
        try
        {
            trees = Forecast((some, of) => EscalationPredictor.Boosted(some, of, options.Seed, threads), cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new EscalationChoice(EscalationMethod.Logistic, loss, null, null, WasStopped: true);
        }

        Interval other = LogLoss.Of(trees);
        return new EscalationChoice(other.Mean < loss.Mean ? EscalationMethod.Trees : EscalationMethod.Logistic, loss, other, LogLoss.Difference(trees, logistic), WasStopped: false);

        EventForecasts Forecast(Func<CaseRecord[], int[], EscalationPredictor> fit, CancellationToken stop) => new(
            CrossValidatedChances.Of(
                units,
                options.Folds,
                options.Seed,
                rows =>
                {
                    EscalationPredictor predictor = fit([.. rows.Select(row => cases[row])], [.. rows.Select(row => units[row])]);
                    step();
                    return row => predictor.Chance(cases[row]);
                },
                stop),
            outcomes,
            units);
    }

    private static void Require(CaseRecord[] cases, int fewest, string what, string where)
    {
        int escalated = cases.Count(item => item.HasEscalated);
        if (escalated < fewest || cases.Length - escalated < fewest)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"cases: found {escalated} that escalated and {cases.Length - escalated} that did not {where}; expected {fewest} or more of each for {what}."), nameof(cases));
        }
    }
}
