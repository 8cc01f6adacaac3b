using System.Collections.Immutable;

namespace LocalitySim.Reports;

/// <summary>Is an answer as a table with what is said above and below it: the console prints it, and a report holds it.</summary>
/// <param name="Heading">The lines above: whose answer it is, and to what.</param>
/// <param name="Table">The table.</param>
/// <param name="Sentences">The sentences below.</param>
internal sealed record AnswerTable(ImmutableArray<string> Heading, ShownTable Table, ImmutableArray<string> Sentences);
