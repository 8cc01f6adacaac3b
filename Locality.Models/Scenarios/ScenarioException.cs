using System.Collections.Immutable;
using System.Globalization;

namespace LocalitySim.Models;

/// <summary>Says that a scenario could not be loaded, and gives every mistake that was found.</summary>
public sealed class ScenarioException : Exception
{
    private const int Listed = 50;

    /// <summary>Makes the exception.</summary>
    /// <param name="problems">The mistakes, one or more, sorted by file, line and column.</param>
    public ScenarioException(ImmutableArray<ScenarioProblem> problems)
        : base(Describe(problems)) => Problems = problems;

    /// <summary>Gets the mistakes, sorted by file, line and column.</summary>
    public ImmutableArray<ScenarioProblem> Problems { get; }

    /// <summary>Writes problems one to a line; past the first fifty, says only how many more there are.</summary>
    /// <param name="problems">The problems.</param>
    /// <returns>The lines, joined by line feeds; the last line counts the problems.</returns>
    public static string Describe(ImmutableArray<ScenarioProblem> problems)
    {
        IEnumerable<string> lines = problems.Take(Listed).Select(problem => problem.ToString());
        if (problems.Length > Listed)
        {
            lines = lines.Append(string.Create(CultureInfo.InvariantCulture, $"… and {problems.Length - Listed} more."));
        }

        string total = string.Create(CultureInfo.InvariantCulture, $"{problems.Length} {(problems.Length == 1 ? "problem" : "problems")}.");
        return string.Join('\n', lines.Append(total));
    }
}
