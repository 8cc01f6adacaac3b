using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is a fitted model of need: for each target and number of years ahead, what was learnt from all years and how far forecasts were off before. Immutable and thread-safe.</summary>
public sealed record NeedModel
{
    /// <summary>The fewest years before a forecast's origin from which anything can be learnt.</summary>
    internal const int FewestYears = 3;

    /// <summary>The fewest past errors from which intervals can be made.</summary>
    internal const int FewestErrors = 30;

    /// <summary>The most years ahead that a model is fitted for: errors of more are too few to know.</summary>
    public const int MostYearsAhead = 3;

    /// <summary>The years that tests are made on, if nobody says otherwise: the last four. Settings are chosen on those before.</summary>
    private const int TestYears = 4;

    /// <summary>Gets the SHA-256 of the data that the model was fitted to.</summary>
    public required string DataSha256 { get; init; }

    /// <summary>Gets the name of the data.</summary>
    public required string DataName { get; init; }

    /// <summary>Gets the version of the method: <see cref="NeedMethod.Version"/> when the model was fitted.</summary>
    public required int MethodVersion { get; init; }

    /// <summary>Gets the codes of the authorities that were left out.</summary>
    public required ImmutableArray<string> LeftOut { get; init; }

    /// <summary>Gets the last year of the data: forecasts are for years after it.</summary>
    public required int LastYear { get; init; }

    /// <summary>Gets the years on which settings were chosen.</summary>
    public required ImmutableArray<int> ChoiceYears { get; init; }

    /// <summary>Gets the fits, by target and years ahead.</summary>
    public required ImmutableArray<NeedTargetModel> Fits { get; init; }

    /// <summary>Fits every target.</summary>
    /// <param name="data">The data, authorities that are to be left out included.</param>
    /// <param name="leftOut">The codes of those that are left out.</param>
    /// <param name="yearsAhead">The years ahead: each from 1 to <see cref="MostYearsAhead"/>.</param>
    /// <param name="targets">The targets; absent means all that the data have.</param>
    /// <param name="method">The method; absent means the default.</param>
    /// <param name="progress">Told after each fit how many are done.</param>
    /// <param name="cancellation">Stops between fits.</param>
    /// <exception cref="ArgumentException">The data have too few authorities or years. The message says what was found and expected.</exception>
    /// <exception cref="OperationCanceledException">The fit was stopped: part of a model is of no use.</exception>
    public static NeedModel Fit(
        NeedData data,
        IEnumerable<string> leftOut,
        IEnumerable<int> yearsAhead,
        IEnumerable<NeedTarget>? targets = null,
        NeedMethod? method = null,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ImmutableArray<string> codes = [.. leftOut.Order(StringComparer.Ordinal)];
        method ??= new NeedMethod();
        NeedData kept = data.Without(codes);
        int firstTest = FirstTestYear(kept.Panel, method);
        (NeedTarget Target, int Ahead)[] wanted =
        [
            .. from target in targets ?? kept.Targets
               from ahead in yearsAhead.Distinct().Order()
               select (target, ahead is >= 1 and <= MostYearsAhead ? ahead : throw new ArgumentOutOfRangeException(nameof(yearsAhead), ahead, $"years ahead: expected 1 to {MostYearsAhead}.")),
        ];
        NeedTargetModel?[] fits = new NeedTargetModel?[wanted.Length];
        int done = 0;
        ParallelFits.Run(
            wanted.Length,
            place =>
            {
                fits[place] = NeedTargetModel.Fit(kept, wanted[place].Target, wanted[place].Ahead, method, firstTest);
                progress?.Report(Interlocked.Increment(ref done));
            },
            cancellation);
        return new NeedModel
        {
            DataSha256 = data.Sha256,
            DataName = data.Name,
            MethodVersion = NeedMethod.Version,
            LeftOut = codes,
            LastYear = kept.Panel.LastPeriod,
            ChoiceYears = NeedBacktest.ChoiceYearsBefore(kept.Panel, firstTest, method, 1),
            Fits = [.. fits.OfType<NeedTargetModel>()],
        };
    }

    /// <summary>Returns the years that tests are made on: the last four, or fewer where the data are short.</summary>
    /// <param name="data">The data.</param>
    /// <param name="method">The method; absent means the default.</param>
    /// <exception cref="ArgumentException">The data have too few years.</exception>
    public static ImmutableArray<int> TestYearsOf(NeedData data, NeedMethod? method = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        int first = FirstTestYear(data.Panel, method ?? new NeedMethod());
        return [.. Enumerable.Range(first, data.Panel.LastPeriod - first + 1)];
    }

    private static int FirstTestYear(Panel panel, NeedMethod method)
    {
        int earliest = panel.FirstPeriod + 1 + FewestYears;
        return panel.LastPeriod < earliest + 1
            ? throw new ArgumentException(FormattableString.Invariant($"data: found years from {panel.FirstPeriod} to {panel.LastPeriod}; expected {FewestYears + 3} years or more."), nameof(panel))
            : Math.Max(earliest + Math.Min(1, method.ChoiceYears), panel.LastPeriod - TestYears + 1);
    }
}
