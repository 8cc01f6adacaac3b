namespace LocalitySim.Models;

/// <summary>Is a field of a table, with its place in the file.</summary>
internal sealed record CsvField(string Text, int Line, int Column, string Name);
