namespace LocalitySim.Reports;

/// <summary>Is a mark in a comment of <c>scenario.yaml</c>: what the figures of its line, or of the block that the line opens, rest on.</summary>
/// <param name="Place">The keys and ids that lead to the line, outermost first.</param>
/// <param name="Kind">What the figure rests on: <c>V</c> for published statistics, <c>L</c> for a document, <c>assumption</c>.</param>
/// <param name="Words">What the comment says of it; empty where it says no more.</param>
internal sealed record FigureMark(IReadOnlyList<string> Place, string Kind, string Words)
{
    internal const string Assumption = "assumption";

    /// <summary>Gets the source without what was taken from it.</summary>
    internal string Source => Words.Split(": ", 2)[0];

    /// <summary>Gets the place in one word: <c>services/social-care/fte</c>.</summary>
    internal string Path => string.Join('/', Place);

    /// <summary>Returns whether the mark stands in a part of the file: in a list such as services, at the entry with an id.</summary>
    internal bool IsIn(string list, string id) =>
        Place.Count > 1 && string.Equals(Place[0], list, StringComparison.Ordinal) && string.Equals(Place[1], id, StringComparison.Ordinal);
}
