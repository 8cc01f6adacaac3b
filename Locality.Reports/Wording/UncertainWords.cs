using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Says which figures are uncertain, and what intervals cover.</summary>
internal static class UncertainWords
{
    /// <summary>Says what the intervals over futures cover, and what they do not.</summary>
    internal static string Covered(Scenario scenario) => scenario.Uncertain.IsEmpty
        ? "The intervals cover chance and the drift of demand. They do not cover doubt about the scenario's own figures, many of which are judgements: see the notes that come with it."
        : $"The intervals cover chance, the drift of demand, and doubt about {Listed(scenario)}: each future draws its own. They do not cover doubt about other figures.";

    /// <summary>Returns a scenario in which a figure that an analysis sets is not uncertain.</summary>
    internal static Scenario Without(Scenario scenario, ScenarioParameter parameter) =>
        scenario with { Uncertain = [.. scenario.Uncertain.Where(figure => !string.Equals(figure.Figure, parameter.Name, StringComparison.Ordinal))] };

    /// <summary>Lists the figures with their ranges.</summary>
    internal static string Listed(Scenario scenario)
    {
        ImmutableArray<ScenarioParameter> known = ScenarioParameter.ForCalibration(scenario);
        return string.Join(", ", scenario.Uncertain.Select(figure => RangeOf(figure, known.First(item => string.Equals(item.Name, figure.Figure, StringComparison.Ordinal)).Unit)));
    }

    private static string RangeOf(UncertainFigure figure, string unit) => figure switch
    {
        { Median: { } median, Within: { } within } => string.Create(CultureInfo.InvariantCulture, $"{figure.Figure} ({median:0.###} {unit}, within a factor of {within:0.###})"),
        { Likely: { } likely } => string.Create(CultureInfo.InvariantCulture, $"{figure.Figure} ({figure.From:0.###} to {figure.To:0.###} {unit}, likely {likely:0.###})"),
        { Values: [var least, .., var most] } => string.Create(CultureInfo.InvariantCulture, $"{figure.Figure} (as forecast: {least:0.###} to {most:0.###} {unit})"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{figure.Figure} ({figure.From:0.###} to {figure.To:0.###} {unit})"),
    };
}
