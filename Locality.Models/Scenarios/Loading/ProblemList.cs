using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Collects the mistakes of one file.</summary>
internal sealed class ProblemList(string file)
{
    private const int MostSuggestions = 50;

    private readonly List<ScenarioProblem> _problems = [];
    private int _suggestions;

    /// <summary>Gets the file's path, as the caller named the folder.</summary>
    internal string File { get; } = file;

    /// <summary>Gets whether a mistake was found.</summary>
    internal bool Any => _problems.Count > 0;

    /// <summary>Notes a mistake of the whole file.</summary>
    internal void Add(string found, string expected, string? fix = null) =>
        _problems.Add(new() { File = File, Found = found, Expected = expected, Fix = fix });

    /// <summary>Notes a mistake at a place.</summary>
    internal void Add(int line, int column, string path, string found, string expected, string? fix = null) =>
        _problems.Add(new() { File = File, Line = line, Column = column, Path = path, Found = found, Expected = expected, Fix = fix });

    /// <summary>Notes a mistake at a node.</summary>
    internal void Add(SourceNode node, string found, string expected, string? fix = null) =>
        Add(node.Line, node.Column, node.Path, found, expected, fix);

    /// <summary>Returns the word that was probably meant. No more are looked for than are listed, so that a hostile file costs no time.</summary>
    internal string? Nearest(string word, IEnumerable<string> candidates) =>
        ++_suggestions <= MostSuggestions ? Spelling.Nearest(word, candidates) : null;

    /// <summary>Returns the mistakes of several files, sorted by file in the order given, then by line and column.</summary>
    internal static ImmutableArray<ScenarioProblem> Sorted(params IEnumerable<ProblemList> files) =>
        [.. files.OrderBy(file => file.File, StringComparer.Ordinal)
            .SelectMany(file => file._problems.OrderBy(problem => problem.Line ?? 0).ThenBy(problem => problem.Column ?? 0))];
}
