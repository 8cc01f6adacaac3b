using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Says what a target's forecasts follow from: over all authorities, and for one. It says what the model does, not what would come of changing a column in the world.</summary>
public sealed record NeedExplanation
{
    /// <summary>Gets the target.</summary>
    public required NeedTarget Target { get; init; }

    /// <summary>Gets how many years ahead the model forecasts.</summary>
    public required int YearsAhead { get; init; }

    /// <summary>Gets the authority; absent where all are meant.</summary>
    public Authority? Authority { get; init; }

    /// <summary>Gets the change of the logarithm that is forecast for the authority; absent where all are meant.</summary>
    public double? Change { get; init; }

    /// <summary>Gets what of it belongs to no column: what the trees expect of anybody.</summary>
    public double? Base { get; init; }

    /// <summary>
    /// Gets by column: the mean size of its contribution to the change of the logarithm over all authorities (Shapley values; for a linear method
    /// coefficient × column), and its contribution for the authority. The most telling first. Those of the authority and the base add up to the change.
    /// </summary>
    public required ImmutableArray<(string Column, double MeanSize, double? Contribution)> Columns { get; init; }

    /// <summary>Explains.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="data">The data that it was fitted to, without authorities left out.</param>
    /// <param name="unit">The authority's place in the data; null for all.</param>
    public static NeedExplanation Of(NeedTargetModel fit, NeedData data, int? unit = null)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(data);
        Panel panel = data.Panel;
        int[] units = [.. Enumerable.Range(0, panel.Units.Count).Where(place => panel.Value(fit.Target.Series, place, panel.LastPeriod) > 0)];
        Dictionary<string, double[]> columns = new(StringComparer.Ordinal);
        foreach (NeedPart part in fit.Parts)
        {
            Add(columns, part, fit, panel, units);
        }

        double? change = null;
        int at = unit is { } one ? Array.IndexOf(units, one) : -1;
        if (at >= 0)
        {
            change = fit.Parts.Average(part => PortableMath.Log(part.Forecast(panel, fit.Target.Series, fit.YearsAhead)[unit!.Value]!.Value / panel.Value(fit.Target.Series, unit.Value, panel.LastPeriod)!.Value));
        }

        return new NeedExplanation
        {
            Target = fit.Target,
            YearsAhead = fit.YearsAhead,
            Authority = at >= 0 ? data.Authorities[unit!.Value] : null,
            Change = change,
            Base = at >= 0 ? change - columns.Values.Sum(column => column[at]) : null,
            Columns =
            [
                .. columns.Select(column => (column.Key, MeanSize: column.Value.Average(Math.Abs), Contribution: at >= 0 ? column.Value[at] : (double?)null))
                    .OrderByDescending(column => column.MeanSize).ThenBy(column => column.Key, StringComparer.Ordinal),
            ],
        };
    }

    // Each part counts as one of the blend's: the blend's change of the logarithm is their mean.
    private static void Add(Dictionary<string, double[]> columns, NeedPart part, NeedTargetModel fit, Panel panel, int[] units)
    {
        double[] Column(string name) => columns.TryGetValue(name, out double[]? known) ? known : columns[name] = new double[units.Length];
        if (part.Fit is not { } learnt)
        {
            IReadOnlyList<double?> forecasts = part.Forecast(panel, fit.Target.Series, fit.YearsAhead);
            for (int place = 0; place < units.Length; place++)
            {
                Column(part.Name)[place] += PortableMath.Log(forecasts[units[place]]!.Value / panel.Value(fit.Target.Series, units[place], panel.LastPeriod)!.Value) / fit.Parts.Length;
            }

            return;
        }

        double?[][] rows = ChangeTable.At(panel, panel.LastPeriod, learnt.Features);
        for (int place = 0; place < units.Length; place++)
        {
            double[] shares = learnt.Contributions(rows[units[place]]);
            for (int column = 0; column < shares.Length; column++)
            {
                Column(learnt.Features[column].Name)[place] += shares[column] / fit.Parts.Length;
            }
        }
    }
}
