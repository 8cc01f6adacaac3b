using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// Forecasts past years as if they were to come: each test year from what was known before it, by settings chosen on the years before the first test
/// year alone, with intervals from errors whose outcome was known at the time.
/// </summary>
public sealed record NeedBacktest
{
    private const int Tenths = 10;

    /// <summary>Gets the data, without those left out.</summary>
    public required NeedData Data { get; init; }

    /// <summary>Gets the method.</summary>
    public required NeedMethod Method { get; init; }

    /// <summary>Gets the years forecast.</summary>
    public required ImmutableArray<int> TestYears { get; init; }

    /// <summary>Gets the years on which settings were chosen: all before the first test year.</summary>
    public required ImmutableArray<int> ChoiceYears { get; init; }

    /// <summary>Gets how many years ahead forecasts were made.</summary>
    public required int Horizon { get; init; }

    /// <summary>Gets the targets, in the order of <see cref="NeedTarget.All"/>.</summary>
    public required ImmutableArray<NeedTargetBacktest> Targets { get; init; }

    /// <summary>Runs the backtest of every target that the data have.</summary>
    /// <param name="data">The data, without authorities that are to be left out.</param>
    /// <param name="testYears">The years forecast, one or more, each with at least three years of data before it.</param>
    /// <param name="method">The method; absent means the default.</param>
    /// <param name="horizon">How many years ahead: 1 or more.</param>
    /// <param name="progress">Told after each target how many are done.</param>
    /// <param name="cancellation">Stops between targets: those finished are kept.</param>
    /// <exception cref="ArgumentException">There is no test year, or one has too few years before it. The message says what was found and expected.</exception>
    public static NeedBacktest Run(NeedData data, IEnumerable<int> testYears, NeedMethod? method = null, int horizon = 1, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        method ??= new NeedMethod();
        ImmutableArray<int> years = [.. testYears.Distinct().Order()];
        Panel panel = data.Panel;
        int earliest = panel.FirstPeriod + horizon + NeedModel.FewestYears;
        if (years.IsEmpty || years[0] < earliest || years[^1] > panel.LastPeriod)
        {
            string found = years.IsEmpty ? "none" : string.Join(", ", years);
            throw new ArgumentException(FormattableString.Invariant($"test years: found {found}; expected years from {earliest} to {panel.LastPeriod}."), nameof(testYears));
        }

        ImmutableArray<int> choice = ChoiceYearsBefore(panel, years[0], method, horizon);
        int?[] deciles = Deciles(data);
        NeedTargetBacktest?[] results = new NeedTargetBacktest?[data.Targets.Length];
        int done = 0;
        ParallelFits.Run(
            results.Length,
            place =>
            {
                if (!cancellation.IsCancellationRequested)
                {
                    results[place] = Of(data, data.Targets[place], method, horizon, choice, years, deciles);
                    progress?.Report(Interlocked.Increment(ref done));
                }
            },
            CancellationToken.None);
        return new NeedBacktest { Data = data, Method = method, TestYears = years, ChoiceYears = choice, Horizon = horizon, Targets = [.. results.OfType<NeedTargetBacktest>()] };
    }

    /// <summary>Returns the years before a year that settings are chosen on.</summary>
    internal static ImmutableArray<int> ChoiceYearsBefore(Panel panel, int year, NeedMethod method, int horizon) =>
        [.. Enumerable.Range(year - method.ChoiceYears, method.ChoiceYears).Where(candidate => candidate - horizon > panel.FirstPeriod)];

    /// <summary>Returns what is learnt from the errors of forecasts whose outcome is known at an origin; null where there are too few.</summary>
    internal static ConformalErrors? ErrorsAt(NeedData data, ImmutableArray<ForecastPoint> points, int origin, int horizon, double decay)
    {
        ForecastPoint[] known = [.. points.Where(point => point.Period <= origin && SizeOf(data, point, horizon) is not null)];
        return known.Length < NeedModel.FewestErrors ? null : ConformalErrors.Of(known, point => SizeOf(data, point, horizon)!.Value, origin, decay);
    }

    /// <summary>Returns the count that a forecast expects; null where the number of children is not known, or nobody is expected.</summary>
    private static double? SizeOf(NeedData data, ForecastPoint point, int horizon) =>
        data.Children(point.Unit, point.Period - horizon) is { } children && point.Forecast > 0 ? point.Forecast * children / NeedData.PerChildren : null;

    private static NeedTargetBacktest Of(NeedData data, NeedTarget target, NeedMethod method, int horizon, ImmutableArray<int> choice, ImmutableArray<int> years, int?[] deciles)
    {
        Panel panel = data.Panel;
        ImmutableArray<IForecaster> candidates = method.Candidates(panel.Through(years[0] - 1), target, horizon, choice);
        ImmutableArray<ImmutableArray<ForecastPoint>> byMethod = [.. candidates.Select(candidate => RollingOrigin.Run(panel, target.Series, horizon, [.. choice, .. years], candidate))];
        ImmutableArray<bool> parts = NeedMethod.Parts(byMethod, choice);
        ImmutableArray<ForecastPoint> points = NeedMethod.Blend(byMethod, parts);
        ForecastSkill SkillOf(ImmutableArray<ForecastPoint> some) => ForecastSkill.Of([.. some.Where(point => point.Period >= years[0])]);
        List<NeedPoint> judged = [];
        foreach (int year in years)
        {
            ConformalErrors? errors = ErrorsAt(data, points, year - horizon, horizon, method.Decay);
            foreach (ForecastPoint point in points.Where(point => point.Period == year))
            {
                if (errors is not null && SizeOf(data, point, horizon) is { } size)
                {
                    (Interval likely, Interval wide) = NeedCoverage.Intervals(errors, point.Forecast, size);
                    judged.Add(new NeedPoint(point, likely, wide, deciles[point.Unit]));
                }
            }
        }

        return new NeedTargetBacktest
        {
            Target = target,
            Skill = SkillOf(points),
            Methods = [.. candidates.Select((candidate, place) => new NeedMethodSkill(candidate.Name, (candidate as ChangeRegression)?.Penalty, parts[place], SkillOf(byMethod[place])))],
            Points = [.. judged],
        };
    }

    private static int?[] Deciles(NeedData data)
    {
        int?[] deciles = new int?[data.Authorities.Length];
        int[] ranked = [.. Enumerable.Range(0, deciles.Length).Where(unit => data.Idaci(unit) is not null).OrderBy(unit => data.Idaci(unit)).ThenBy(unit => data.Authorities[unit].Code, StringComparer.Ordinal)];
        for (int rank = 0; rank < ranked.Length; rank++)
        {
            deciles[ranked[rank]] = 1 + (rank * Tenths / ranked.Length);
        }

        return deciles;
    }
}
