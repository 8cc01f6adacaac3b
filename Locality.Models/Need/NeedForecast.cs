using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is what a model forecasts for an authority and a year. Immutable and thread-safe.</summary>
public sealed record NeedForecast
{
    /// <summary>How many equally likely values stand for what may come.</summary>
    public const int Draws = 199;

    /// <summary>The least elasticity that is drawn: below it deprivation would count for nothing, or the wrong way.</summary>
    private const double LeastElasticity = 0.01;

    /// <summary>Gets the authority.</summary>
    public required Authority Authority { get; init; }

    /// <summary>Gets the year to 31 March that is forecast.</summary>
    public required int Year { get; init; }

    /// <summary>Gets the last year of the data.</summary>
    public required int LastYear { get; init; }

    /// <summary>Gets how many children the authority has in the last year: the forecast takes it that their number stays.</summary>
    public required double Children { get; init; }

    /// <summary>Gets the SHA-256 of the data.</summary>
    public required string DataSha256 { get; init; }

    /// <summary>Gets the name of the data.</summary>
    public required string DataName { get; init; }

    /// <summary>Gets the version of the method.</summary>
    public required int MethodVersion { get; init; }

    /// <summary>Gets the targets forecast.</summary>
    public required ImmutableArray<NeedTargetForecast> Targets { get; init; }

    /// <summary>Gets how referral rates go with income deprivation among authorities; null where the data do not say.</summary>
    public required Elasticity? Elasticity { get; init; }

    /// <summary>Gets the forecast of referrals.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    internal NeedTargetForecast Referrals => Targets.FirstOrDefault(target => target.Target == NeedTarget.Referrals) ?? throw new InvalidOperationException("The forecast holds no referrals.");

    /// <summary>Forecasts.</summary>
    /// <param name="model">The model.</param>
    /// <param name="data">The data that it was fitted to.</param>
    /// <param name="unit">The authority's place in the data.</param>
    /// <param name="year">The year: one that the model was fitted for.</param>
    /// <exception cref="ArgumentException">The data are others, the model does not reach the year, or the authority has no figures to start from. The message says what was found and expected.</exception>
    public static NeedForecast Of(NeedModel model, NeedData data, int unit, int year)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        if (!string.Equals(model.DataSha256, data.Sha256, StringComparison.Ordinal))
        {
            throw new ArgumentException($"data: found {data.Name} with SHA-256 {data.Sha256}; expected that to which the model was fitted, {model.DataName} with {model.DataSha256}: fit again.", nameof(data));
        }

        Authority authority = data.Authorities[unit];
        int[] ahead = [.. model.Fits.Select(fit => fit.YearsAhead).Distinct().Order()];
        if (!ahead.Contains(year - model.LastYear))
        {
            throw new ArgumentException(FormattableString.Invariant($"year: found {year}; expected {string.Join(", ", ahead.Select(years => model.LastYear + years))}, as the data end in {model.LastYear}."), nameof(year));
        }

        if (model.LeftOut.Contains(authority.Code, StringComparer.Ordinal))
        {
            throw new ArgumentException($"authority: found {authority.Name}, which the model leaves out; expected another.", nameof(unit));
        }

        NeedData kept = data.Without(model.LeftOut);
        int place = kept.IndexOf(authority.Code)!.Value;
        double children = kept.Children(place, kept.Panel.LastPeriod) ?? throw new ArgumentException($"authority: found no number of children of {authority.Name}; expected one in the last year.", nameof(unit));
        ImmutableArray<NeedTargetForecast> targets =
        [
            .. model.Fits.Where(fit => fit.YearsAhead == year - model.LastYear)
                .Select(fit => NeedTargetForecast.Of(fit, kept, place, children)).OfType<NeedTargetForecast>(),
        ];
        return targets.IsEmpty
            ? throw new ArgumentException(FormattableString.Invariant($"authority: found no figure of {authority.Name} in {model.LastYear}; expected one to start from."), nameof(unit))
            : new NeedForecast
            {
                Authority = authority,
                Year = year,
                LastYear = model.LastYear,
                Children = children,
                DataSha256 = data.Sha256,
                DataName = data.Name,
                MethodVersion = model.MethodVersion,
                Targets = targets,
                Elasticity = NeedGradient.Of(kept),
            };
    }

    /// <summary>Gets the first day of the year that is forecast.</summary>
    public DateOnly FirstDay => new(Year - 1, 4, 1);

    /// <summary>Splits referrals among a scenario's areas: children × IDACI^γ, with what is not known of γ.</summary>
    /// <param name="place">The areas.</param>
    /// <returns>The shares; null where γ is not known.</returns>
    /// <exception cref="ArgumentException">The areas cannot be told apart: their children or deprivation are all zero.</exception>
    public DownscaledShares? SharesOf(Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return Elasticity is null ? null : Downscaling.Split(
            [.. place.Areas.Select(area => area.Name)],
            [.. place.Areas.Select(area => (double)area.Children)],
            [.. place.Areas.Select(area => (double?)area.IncomeDeprived.Value)],
            Elasticity);
    }

    /// <summary>
    /// Returns a scenario in which a pathway's referrals are what the forecast says, and not surely so: every future draws its own level and its own
    /// elasticity; the scenario's own stands where it is nought, which says that deprivation does not count. The drift of demand starts where the forecast year ends, as what moves before is in the forecast.
    /// </summary>
    /// <param name="scenario">The scenario; its referrals are of the last year of the data.</param>
    /// <param name="pathway">The id of the pathway whose referrals are the target <see cref="NeedTarget.Referrals"/>; others stay as they are.</param>
    /// <exception cref="ArgumentException">The scenario has no such pathway, or the forecast holds no referrals.</exception>
    public Scenario ApplyTo(Scenario scenario, string pathway)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (scenario.Pathways.FirstOrDefault(item => string.Equals(item.Id, pathway, StringComparison.Ordinal)) is not { } led)
        {
            throw new ArgumentException($"pathway: found '{pathway}'; expected one of {string.Join(", ", scenario.Pathways.Select(item => item.Id))}.", nameof(pathway));
        }

        List<UncertainFigure> figures = [new UncertainFigure { Figure = $"demand.referrals.{pathway}", Values = Referrals.Factors }];
        if (Elasticity is { } elasticity && scenario.Place.Areas.Length > 1 && (led.DeprivationExponent ?? scenario.Demand.DeprivationExponent) > 0)
        {
            figures.Add(new UncertainFigure
            {
                Figure = $"demand.deprivation.{pathway}",
                Values = [.. Enumerable.Range(1, Draws).Select(draw => Math.Max(LeastElasticity, elasticity.Quantile(draw / (Draws + 1.0))))],
            });
        }

        HashSet<string> names = [.. figures.Select(figure => figure.Figure), "demand.referrals"];
        return scenario with
        {
            Uncertain = [.. scenario.Uncertain.Where(figure => !names.Contains(figure.Figure)), .. figures],
            Demand = scenario.Demand with { Drift = scenario.Demand.Drift is { } drift ? drift with { StartsAfterYears = 1 } : null },
        };
    }
}
