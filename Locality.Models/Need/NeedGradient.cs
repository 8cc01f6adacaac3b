using System.Globalization;

namespace LocalitySim.Models;

/// <summary>Estimates how referral rates go with income deprivation among authorities.</summary>
internal static class NeedGradient
{
    // Deprivation was measured once; years far from it say less, and one year says little.
    private const int Years = 4;

    /// <summary>Returns γ in rate ∝ IDACI^γ, from the last four years with a level for each, errors by authority; null where too few authorities have figures.</summary>
    internal static Elasticity? Of(NeedData data)
    {
        if (!data.Panel.Has(NeedTarget.Referrals.Series))
        {
            return null;
        }

        ElasticityObservation[] observations =
        [
            .. from unit in Enumerable.Range(0, data.Authorities.Length)
               from year in Enumerable.Range(data.Panel.LastPeriod - Years + 1, Years)
               let rate = data.Panel.Value(NeedTarget.Referrals.Series, unit, year)
               let children = data.Panel.Value(NeedColumn.Children, unit, year)
               let idaci = data.Idaci(unit)
               where rate is not null && children is not null && idaci > 0
               select new ElasticityObservation(
                   data.Authorities[unit].Code, Math.Round(rate.Value * children.Value / NeedData.PerChildren), children.Value, idaci.Value, year.ToString(CultureInfo.InvariantCulture)),
        ];
        return observations.Select(one => one.Unit).Distinct(StringComparer.Ordinal).Count() < 2 * (Years + 1) ? null : ElasticityRegression.Estimate(observations);
    }
}
