using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is what a structure has become by the steps so far: which localities are in force, with which bases and delivery models.</summary>
internal sealed class PlanState(StructureSketch structure)
{
    private readonly Dictionary<string, ImmutableArray<string>> _moved = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _opened = new(StringComparer.Ordinal);

    /// <summary>Gets the structure whose localities are in force.</summary>
    internal StructureSketch Structure { get; private set; } = structure;

    /// <summary>Puts a structure's localities in force.</summary>
    internal void Enter(StructureSketch structure)
    {
        Structure = structure;
        _moved.Clear();
        _opened.Clear();
    }

    /// <summary>Returns the delivery model of a locality; null where it has none.</summary>
    internal string? Model(string locality) => _opened.GetValueOrDefault(locality) ?? Structure.Model(locality);

    /// <summary>Gives a locality a delivery model.</summary>
    internal void Open(string locality, string model) => _opened[locality] = model;

    /// <summary>Returns the bases of a locality; none where it is not known.</summary>
    internal ImmutableArray<string> Bases(string locality) =>
        _moved.TryGetValue(locality, out ImmutableArray<string> bases) ? bases : Structure.Locality(locality)?.Bases ?? [];

    /// <summary>Moves a base of a locality. One that moves to another base of the locality is closed.</summary>
    internal void Move(string locality, string from, string to) =>
        _moved[locality] = [.. Bases(locality).Select(area => string.Equals(area, from, StringComparison.Ordinal) ? to : area).Distinct(StringComparer.Ordinal)];
}
