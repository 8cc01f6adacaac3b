using System.Collections.Immutable;
using System.Globalization;

namespace LocalitySim.Models;

/// <summary>Knows which of a scenario's figures can be uncertain, and puts values in their place.</summary>
public static class UncertainFigures
{
    /// <summary>Returns what is wrong with a scenario's uncertain figures: those that it does not have, that have no complete range, that it cannot take at the ends of their ranges.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <returns>The places in <see cref="Scenario.Uncertain"/>, what is found there, and what was expected; none where all can be drawn.</returns>
    public static IEnumerable<(int Index, string Found, string Expected)> Problems(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ImmutableArray<ScenarioParameter> known = ScenarioParameter.ForCalibration(scenario);
        foreach ((int index, UncertainFigure figure) in scenario.Uncertain.Index())
        {
            if (known.FirstOrDefault(item => string.Equals(item.Name, figure.Figure, StringComparison.Ordinal)) is not { } parameter)
            {
                yield return (index, $"'{figure.Figure}'", $"one of {string.Join(", ", ScenarioParameter.Of(scenario).Select(item => item.Name))}, or a figure of one pathway or service, such as {known[^1].Name}");
                continue;
            }

            if (figure.Fault() is { } fault)
            {
                yield return (index, fault, "from and to, and perhaps likely between them; or median and within, above 1; or values that rise");
                continue;
            }

            foreach (double value in new[] { figure.Lowest, figure.Highest }.OfType<double>())
            {
                if (!Allows(parameter, scenario, value))
                {
                    yield return (index, string.Create(CultureInfo.InvariantCulture, $"{figure.Figure} as {value:0.####}, which its range allows"), "a range within what the figure can be");
                    break;
                }
            }
        }
    }

    /// <summary>Returns a scenario with given values in place of its uncertain figures; none is uncertain then.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="values">A value for each uncertain figure, in their order.</param>
    internal static Scenario With(Scenario scenario, IReadOnlyList<double> values)
    {
        ImmutableArray<ScenarioParameter> known = ScenarioParameter.ForCalibration(scenario);
        Scenario drawn = scenario with { Uncertain = [] };
        foreach ((int index, UncertainFigure figure) in scenario.Uncertain.Index())
        {
            drawn = known.Single(item => string.Equals(item.Name, figure.Figure, StringComparison.Ordinal)).With(drawn, values[index]);
        }

        return drawn;
    }

    /// <summary>Returns a scenario whose uncertain figures can be drawn.</summary>
    /// <exception cref="ArgumentException">They cannot.</exception>
    internal static Scenario Checked(Scenario scenario)
    {
        string[] problems = [.. Problems(scenario).Select(problem => $"uncertain[{problem.Index.ToString(CultureInfo.InvariantCulture)}]: found {problem.Found}; expected {problem.Expected}.")];
        return problems.Length == 0 ? scenario : throw new ArgumentException(string.Join(' ', problems), nameof(scenario));
    }

    private static bool Allows(ScenarioParameter parameter, Scenario scenario, double value)
    {
        try
        {
            parameter.With(scenario, value);
            return true;
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }
    }
}
