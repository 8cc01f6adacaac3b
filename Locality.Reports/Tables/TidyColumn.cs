namespace LocalitySim.Reports;

/// <summary>Is a column of a table: what it is called, what it holds, in what unit, and what that means.</summary>
public sealed record TidyColumn
{
    /// <summary>Makes a column.</summary>
    /// <param name="name">The name: small letters, digits and underscores, a letter first.</param>
    /// <param name="type">What its cells hold.</param>
    /// <param name="unit">The unit; empty for a pure number, for text, and where a column beside it says the unit of each row.</param>
    /// <param name="description">What the values mean, in a sentence.</param>
    /// <exception cref="ArgumentException">The name or the description is not as said.</exception>
    public TidyColumn(string name, TidyType type, string unit, string description)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentException.ThrowIfNullOrWhiteSpace(description);
        (Name, Type, Unit, Description) = (TableNames.Checked(name), type, unit, description);
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets what its cells hold.</summary>
    public TidyType Type { get; }

    /// <summary>Gets the unit; empty for a pure number, for text, and where a column beside it says the unit of each row.</summary>
    public string Unit { get; }

    /// <summary>Gets what the values mean.</summary>
    public string Description { get; }
}
