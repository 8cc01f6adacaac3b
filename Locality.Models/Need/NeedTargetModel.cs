using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is the fit of one target, so many years ahead.</summary>
public sealed record NeedTargetModel
{
    /// <summary>Gets the target.</summary>
    public required NeedTarget Target { get; init; }

    /// <summary>Gets how many years ahead it forecasts: 1 or more.</summary>
    public required int YearsAhead { get; init; }

    /// <summary>Gets the parts whose geometric mean is the forecast: one or more.</summary>
    public required ImmutableArray<NeedPart> Parts { get; init; }

    /// <summary>Gets the errors of past forecasts, from which intervals and draws are made.</summary>
    public required ConformalErrors Errors { get; init; }

    /// <summary>Fits: settings are chosen on the years before the first test year, coefficients learnt from all years.</summary>
    internal static NeedTargetModel Fit(NeedData data, NeedTarget target, int ahead, NeedMethod method, int firstTest)
    {
        Panel panel = data.Panel;
        ImmutableArray<int> choice = NeedBacktest.ChoiceYearsBefore(panel, firstTest, method, ahead);
        ImmutableArray<IForecaster> candidates = method.Candidates(panel.Through(firstTest - 1), target, ahead, choice);
        int[] years = [.. Enumerable.Range(choice.IsEmpty ? firstTest : choice[0], panel.LastPeriod + 1 - (choice.IsEmpty ? firstTest : choice[0]))];
        ImmutableArray<ImmutableArray<ForecastPoint>> points = [.. candidates.Select(candidate => RollingOrigin.Run(panel, target.Series, ahead, years, candidate))];
        ImmutableArray<bool> isPart = NeedMethod.Parts(points, choice);
        ConformalErrors errors = NeedBacktest.ErrorsAt(data, NeedMethod.Blend(points, isPart), panel.LastPeriod, ahead, method.Decay)
            ?? throw new ArgumentException(FormattableString.Invariant($"{target.Label}: found fewer than {NeedModel.FewestErrors} past forecasts whose outcome is known; expected more authorities or years."), nameof(data));
        return new NeedTargetModel
        {
            Target = target,
            YearsAhead = ahead,
            Parts = [.. candidates.Where((_, place) => isPart[place]).Select(part => NeedPart.Learn(part, panel, target.Series, ahead))],
            Errors = errors,
        };
    }

    /// <summary>Returns the rate forecast for an authority from the end of the data; null where there is no figure in the last year.</summary>
    internal double? Forecast(NeedData data, int unit) => Parts.IsEmpty
        ? data.Panel.Value(Target.Series, unit, data.Panel.LastPeriod)
        : Parts.Select(part => part.Forecast(data.Panel, Target.Series, YearsAhead)[unit]).ToArray() is var rates && Array.TrueForAll(rates, rate => rate is not null)
            ? GeometricBlend.MeanOf([.. rates.OfType<double>()])
            : null;
}
