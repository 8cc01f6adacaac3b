using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>
/// Says how need is forecast: from which columns, by which methods, and how settings are chosen. Immutable. The defaults were chosen on England's years
/// before 2022, and so can be tested on those from 2022 on.
/// </summary>
public sealed record NeedMethod
{
    /// <summary>The version of the method: it changes when the same data may give other forecasts.</summary>
    public const int Version = 1;

    /// <summary>Gets the penalties that a ridge regression's is chosen among: above zero.</summary>
    public ImmutableArray<double> Penalties { get; init; } = [0.01, 0.03, 0.1, 0.3, 1, 3, 10];

    /// <summary>Gets how many years, the last before those forecast, settings are chosen on: 1 or more.</summary>
    public int ChoiceYears { get; init; } = 4;

    /// <summary>Gets what a year of age takes from the weight of an error in intervals: above 0, to 1 for none.</summary>
    public double Decay { get; init; } = 0.6;

    /// <summary>
    /// Returns which methods are blended: those that were better than persistence in the choice years. Where none was, the blend is persistence itself.
    /// </summary>
    /// <param name="points">Each method's forecasts.</param>
    /// <param name="choiceYears">The years that count.</param>
    internal static ImmutableArray<bool> Parts(ImmutableArray<ImmutableArray<ForecastPoint>> points, IReadOnlyCollection<int> choiceYears) =>
        [.. points.Select(method => method.Where(point => choiceYears.Contains(point.Period)).ToImmutableArray()).Select(method => method.Length > 1 && ForecastSkill.Of(method).Skill > 0)];

    /// <summary>Returns the blend's forecasts.</summary>
    /// <param name="points">Each method's forecasts, of the same units and periods.</param>
    /// <param name="parts">Which of them are blended.</param>
    internal static ImmutableArray<ForecastPoint> Blend(ImmutableArray<ImmutableArray<ForecastPoint>> points, ImmutableArray<bool> parts) =>
    [
        .. points[0].Select((point, place) => point with
        {
            Forecast = GeometricBlend.MeanOf([.. points.Where((_, method) => parts[method]).Select(method => method[place].Forecast)]) ?? point.Last,
        }),
    ];

    /// <summary>
    /// Returns the methods that may be parts of the blend: drift; exponential smoothing; ridge regressions on the target's own past, on that of all
    /// targets and on all columns, with the penalties that would have forecast the choice years best; and boosted trees on all columns.
    /// </summary>
    internal ImmutableArray<IForecaster> Candidates(Panel panel, NeedTarget target, int horizon, IReadOnlyCollection<int> choiceYears) =>
    [
        Ridge("ridge, own past", NeedFeatures.Own(target)).WithPenaltyFor(panel, target.Series, horizon, choiceYears, Penalties),
        Ridge("ridge, all targets' past", NeedFeatures.Targets()).WithPenaltyFor(panel, target.Series, horizon, choiceYears, Penalties),
        Ridge("ridge, all columns", NeedFeatures.All()).WithPenaltyFor(panel, target.Series, horizon, choiceYears, Penalties),
        new BoostedChange { Name = "boosted trees, all columns", Features = NeedFeatures.All() },
        new ExponentialSmoothingForecaster(),
        new DriftForecaster(),
    ];

    private ChangeRegression Ridge(string name, ImmutableArray<PanelFeature> features) => new() { Name = name, Features = features, Penalty = Penalties.Max() };
}
