namespace LocalitySim.Reports;

/// <summary>Is a chart of a report: what it shows in words, its data as a table, and the picture. Immutable.</summary>
public abstract record Chart
{
    private protected Chart()
    {
    }

    /// <summary>Gets the chart's name in its report and of its file: letters, digits and hyphens, unique.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the title.</summary>
    public required string Title { get; init; }

    /// <summary>Gets what the picture shows, in words for those who do not see it.</summary>
    public required string Alternative { get; init; }

    /// <summary>Gets what the reader has to know beside it: what intervals cover, what is left out. Absent where nothing is.</summary>
    public string? Note { get; init; }

    /// <summary>Gets the data, as a table.</summary>
    public required ShownTable Table { get; init; }

    /// <summary>Gets the height, in pixels.</summary>
    internal virtual int Height => 360;

    /// <summary>Gets the picture, or the pictures that a reader goes through.</summary>
    internal abstract ChartPicture Picture { get; }
}
