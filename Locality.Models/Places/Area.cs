namespace LocalitySim.Models;

/// <summary>Is a small area, usually a ward: the smallest piece that a structure moves.</summary>
public sealed record Area
{
    /// <summary>Gets the area's name, unique in its place.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the official code, where there is one.</summary>
    public string? Code { get; init; }

    /// <summary>Gets the number of children who live here: zero or more.</summary>
    public required int Children { get; init; }

    /// <summary>Gets the share of children in income-deprived families (the IDACI measure).</summary>
    public required Share IncomeDeprived { get; init; }

    /// <summary>Gets the centre's easting on the national grid, in metres.</summary>
    public required double EastingMetres { get; init; }

    /// <summary>Gets the centre's northing on the national grid, in metres.</summary>
    public required double NorthingMetres { get; init; }

    /// <summary>Gets the area's size in square kilometres: above zero.</summary>
    public required double SquareKilometres { get; init; }

    /// <summary>Gets the area's part of today's posts, in any unit: posts, or a weight by which they are shared. Absent where nobody knows.</summary>
    public double? PostsToday { get; init; }
}
