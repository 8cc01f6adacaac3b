using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Reads what <c>--uncertain</c> says: all, none, or figures with their ranges.</summary>
internal static class UncertainText
{
    private const string Form = "NAME, NAME=FROM..TO or NAME=FROM..LIKELY..TO";

    /// <summary>Returns a scenario with the uncertain figures that the option names; with its own where the option was not given.</summary>
    internal static Scenario Apply(string? text, Scenario scenario, List<string> refusals)
    {
        if (text is null)
        {
            return scenario;
        }

        ImmutableArray<ScenarioParameter> known = ScenarioParameter.Of(scenario);
        ImmutableArray<UncertainFigure> figures = text switch
        {
            "none" => [],
            "all" => [.. known.Select(RangeOf)],
            _ => [.. text.Split(',', StringSplitOptions.TrimEntries).Select(item => FigureOf(item, known, refusals)).OfType<UncertainFigure>()],
        };
        refusals.AddRange(figures.GroupBy(figure => figure.Figure, StringComparer.Ordinal).Where(group => group.Count() > 1)
            .Select(group => $"--uncertain: found '{group.Key}' twice; expected each figure once"));
        Scenario uncertain = scenario with { Uncertain = figures };
        refusals.AddRange(UncertainFigures.Problems(uncertain).Select(problem => $"--uncertain: found {problem.Found}; expected {problem.Expected}"));
        return uncertain;
    }

    private static UncertainFigure? FigureOf(string item, ImmutableArray<ScenarioParameter> known, List<string> refusals)
    {
        string[] parts = item.Split('=', 2, StringSplitOptions.TrimEntries);
        if (known.FirstOrDefault(parameter => string.Equals(parameter.Name, parts[0], StringComparison.Ordinal)) is not { } figure)
        {
            refusals.Add($"--uncertain: found '{parts[0]}'; expected all, none, or of {string.Join(", ", known.Select(parameter => parameter.Name))}");
            return null;
        }

        if (parts.Length == 1)
        {
            return RangeOf(figure);
        }

        double?[] ends = [.. parts[1].Split("..", StringSplitOptions.TrimEntries).Select(NumberOf)];
        if (ends.Length is not (2 or 3) || Array.Exists(ends, end => end is not > 0) || !ends.Zip(ends.Skip(1)).All(pair => pair.First <= pair.Second) || ends[0] == ends[^1])
        {
            refusals.Add($"--uncertain: found '{item}'; expected {Form}, numbers above zero that rise");
            return null;
        }

        return new UncertainFigure { Figure = figure.Name, From = ends[0], To = ends[^1], Likely = ends.Length == 3 ? ends[1] : null };
    }

    private static UncertainFigure RangeOf(ScenarioParameter figure) => new() { Figure = figure.Name, From = figure.Low, To = figure.High };

    private static double? NumberOf(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;
}
