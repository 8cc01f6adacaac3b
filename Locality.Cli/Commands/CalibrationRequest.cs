using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Cli;

/// <summary>Is what the options of <c>calibrate</c> ask for; it turns them into a question, or finds all that is wrong with them.</summary>
internal sealed record CalibrationRequest
{
    private const int MostFutures = 10_000;
    private const int MostRefinements = 50;

    internal required string Observed { get; init; }

    internal string? Structure { get; init; }

    internal string? Parameters { get; init; }

    internal string[] Ranges { get; init; } = [];

    internal int? Futures { get; init; }

    internal int? Refinements { get; init; }

    /// <summary>Returns the question; null if there is a refusal.</summary>
    internal CalibrationQuestion? QuestionOf(Scenario scenario, List<string> refusals)
    {
        int before = refusals.Count;
        CheckNumbers(refusals);
        string id = Structure ?? scenario.Structures[0].Id;
        if (!scenario.Structures.Any(item => string.Equals(item.Id, id, StringComparison.Ordinal)))
        {
            refusals.Add($"--structure: found '{id}'; expected one of {string.Join(", ", scenario.Structures.Select(item => item.Id))}");
        }

        ImmutableArray<ObservedFigure> figures = refusals.Count > before && !scenario.Structures.Any(item => string.Equals(item.Id, id, StringComparison.Ordinal))
            ? []
            : FiguresOf(scenario, id, refusals);
        ImmutableArray<ScenarioParameter> parameters = ParametersOf(scenario, figures, refusals);
        ImmutableArray<(ScenarioParameter Parameter, double Low, double High)> ranged = RangesOf(scenario, parameters, refusals);
        if (figures.Length > 0 && parameters.Length > figures.Length)
        {
            refusals.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"--parameters: found {parameters.Length} for {figures.Length} observed {(figures.Length == 1 ? "figure" : "figures")}; expected no more parameters than figures: more cannot be told apart"));
        }

        CalibrationOptions options = new();
        return refusals.Count > before
            ? null
            : new CalibrationQuestion
            {
                Structure = id,
                Figures = figures,
                Parameters = ranged,
                Options = options with { Replications = Futures ?? options.Replications, FreshReplications = 2 * (Futures ?? options.Replications), MostRefinements = Refinements ?? options.MostRefinements },
            };
    }

    private void CheckNumbers(List<string> refusals)
    {
        if (Futures is < 2 or > MostFutures)
        {
            refusals.Add(string.Create(CultureInfo.InvariantCulture, $"--replications: found {Futures}; expected from 2 to {MostFutures}: one future says nothing of the chance"));
        }

        if (Refinements is < 1 or > MostRefinements)
        {
            refusals.Add(string.Create(CultureInfo.InvariantCulture, $"--refinements: found {Refinements}; expected from 1 to {MostRefinements}"));
        }
    }

    private ImmutableArray<ObservedFigure> FiguresOf(Scenario scenario, string structure, List<string> refusals)
    {
        if (!File.Exists(Observed))
        {
            refusals.Add($"--observed: found no file '{Observed}'; expected a table with the columns measure, value, source, and standard_error or tolerance: see docs/scenario-format.md");
            return [];
        }

        (ImmutableArray<ObservedFigure> figures, ImmutableArray<ScenarioProblem> problems) = ObservedFile.Read(Observed, scenario, scenario.Structure(structure));
        refusals.AddRange(problems.Select(problem => problem.ToString()));
        return figures;
    }

    private ImmutableArray<ScenarioParameter> ParametersOf(Scenario scenario, ImmutableArray<ObservedFigure> figures, List<string> refusals)
    {
        ImmutableArray<ScenarioParameter> all = ScenarioParameter.ForCalibration(scenario);
        if (Parameters is null)
        {
            ImmutableArray<ScenarioParameter> suggested = CalibrationQuestion.Suggested(scenario, figures);
            if (figures.Length > 0 && suggested.IsEmpty)
            {
                refusals.Add($"--parameters: found none, and no observed figure suggests one; expected some of {NamesOf(all)}");
            }

            return suggested;
        }

        string[] chosen = Parameters.Split(',', StringSplitOptions.TrimEntries);
        refusals.AddRange(chosen.Where(name => !all.Any(item => string.Equals(item.Name, name, StringComparison.Ordinal)))
            .Select(name => $"--parameters: found '{name}'; expected some of {NamesOf(all)}"));
        refusals.AddRange(chosen.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1)
            .Select(group => $"--parameters: found '{group.Key}' twice; expected each once"));
        return [.. all.Where(item => chosen.Contains(item.Name, StringComparer.Ordinal))];
    }

    private ImmutableArray<(ScenarioParameter Parameter, double Low, double High)> RangesOf(Scenario scenario, ImmutableArray<ScenarioParameter> parameters, List<string> refusals)
    {
        // Where the table has mistakes, what would be fitted is not known: a range is looked at once they are put right.
        if (parameters.IsEmpty && Parameters is null)
        {
            return [];
        }

        Dictionary<string, (double Low, double High)> given = new(StringComparer.Ordinal);
        foreach (string text in Ranges)
        {
            string[] sides = text.Split('=');
            double[] ends = [.. (sides.Length == 2 ? sides[1] : "").Split(':')
                .Select(end => double.TryParse(end, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) ? value : double.NaN)];
            ScenarioParameter? parameter = parameters.FirstOrDefault(item => string.Equals(item.Name, sides[0], StringComparison.Ordinal));
            if (ends.Length != 2 || ends.Any(double.IsNaN))
            {
                refusals.Add($"--range: found '{text}'; expected a range such as casework.duration=0.5:2");
            }
            else if (parameter is null)
            {
                refusals.Add($"--range: found '{sides[0]}', which is not fitted; expected one of {NamesOf(parameters)}");
            }
            else if (!(ends[0] < ends[1]) || !(ends[0] <= parameter.Present && parameter.Present <= ends[1]))
            {
                refusals.Add(string.Create(CultureInfo.InvariantCulture, $"--range: found '{text}'; expected a lowest value below the highest, and the scenario's own, {parameter.Present}, between them"));
            }
            else if (Impossible(scenario, parameter, ends) is { } reason)
            {
                refusals.Add($"--range: {reason}");
            }
            else if (!given.TryAdd(parameter.Name, (ends[0], ends[1])))
            {
                refusals.Add($"--range: found '{parameter.Name}' twice; expected each once");
            }
        }

        return [.. parameters.Select(item => given.TryGetValue(item.Name, out (double Low, double High) range) ? (item, range.Low, range.High) : (item, item.Low, item.High))];
    }

    private static string? Impossible(Scenario scenario, ScenarioParameter parameter, double[] ends)
    {
        try
        {
            _ = ends.Select(end => parameter.With(scenario, end)).ToArray();
            return null;
        }
        catch (ArgumentOutOfRangeException exception)
        {
            return RefusalText.Of(exception);
        }
    }

    private static string NamesOf(ImmutableArray<ScenarioParameter> parameters) => string.Join(", ", parameters.Select(item => item.Name));
}
