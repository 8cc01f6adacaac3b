using System.Globalization;
using LocalitySim.Simulation;

namespace LocalitySim.Reports;

/// <summary>Writes which figures the doubt about a difference comes from.</summary>
internal static class VarianceAnswer
{
    // A share that no reader would act on.
    private const double Small = 0.05;

    internal static AnswerTable Of(SensitivityView view, SobolIndices indices, int wanted)
    {
        string[] stopped = indices.Rows == wanted
            ? []
            : [string.Create(CultureInfo.InvariantCulture, $"{SensitivityView.Stopped}: the figures are those of the first {indices.Rows} of {wanted} points alone, and their intervals are as wide as that makes them.")];
        string[] chance = indices is { ChanceVariance: { } left, Variance: > 0 }
            ? [string.Create(CultureInfo.InvariantCulture, $"Chance that is left in the mean of {view.Futures} futures: {100 * left / indices.Variance:0} % of the variance. No figure's own share holds it, but what a figure does through others holds what chance makes of it.")]
            : [];
        return new AnswerTable(
            view.Heading(string.Create(CultureInfo.InvariantCulture, $"All figures anywhere in their ranges: {indices.Rows} points, {view.Futures} futures at every point. Mean difference {view.Number(indices.Mean)}, standard deviation {view.Number(Math.Sqrt(indices.Variance))}{view.UnitText}.")),
            SensitivityView.NewTable(
                "Which figures the doubt about the difference comes from",
                ["Alone, % of the variance", "With what it does through others, %", "Reading"],
                indices.Indices.OrderByDescending(item => item.Total?.Mean).Select(index => view.Row(
                    index.Parameter, new ShownCell(Share(index.FirstOrder), index.FirstOrder?.Mean), new ShownCell(Share(index.Total), index.Total?.Mean), new ShownCell(Reading(index))))),
            [
                .. stopped,
                .. chance,
                "Alone: the share of the variance that would go, on average, if the figure were known. With what it does through others: the share that would be left if all but it were known. The first need not sum to 100 %, and may come out below zero where it is small.",
                "Intervals are 95 %, each by itself, from resamples of the points. Every figure is taken as equally likely anywhere in its range: another range gives another share. The ranges are judgements.",
            ]);
    }

    private static string Share(Interval? share) => share is { } value
        ? $"{Percent(value.Mean)} ({Percent(value.Lower)} to {Percent(value.Upper)})"
        : "–";

    private static string Percent(double share)
    {
        string text = (100 * share).ToString("0", CultureInfo.InvariantCulture);
        return NumberText.IsZero(text) ? "0" : text.Replace('-', '−');
    }

    private static string Reading(SobolIndex index)
    {
        if (index is not { FirstOrder: { } alone, Total: { } total })
        {
            return "the difference does not vary";
        }

        if (total.Upper < Small)
        {
            return "hardly matters";
        }

        if (alone.Lower > 0)
        {
            return total.Lower > alone.Upper ? "matters, alone and through others" : "matters";
        }

        return total.Lower > Math.Max(Small, alone.Upper) ? "matters through others" : "cannot be told";
    }
}
