namespace LocalitySim.Models;

/// <summary>Is an authority of a table of need.</summary>
/// <param name="Code">The code that is its own, such as E06000015.</param>
/// <param name="Name">Its name: after a change of boundaries a new code may have an old name.</param>
/// <param name="Region">Its region; empty where none is given.</param>
public sealed record Authority(string Code, string Name, string Region);
