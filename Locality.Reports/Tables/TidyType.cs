namespace LocalitySim.Reports;

/// <summary>Says what kind of values a column of a table holds.</summary>
public enum TidyType
{
    /// <summary>Text: an id, a name, a unit, a word.</summary>
    Text,

    /// <summary>A whole number, from −2^53 to 2^53, so that every reader holds it exactly.</summary>
    WholeNumber,

    /// <summary>A number: finite.</summary>
    Number,

    /// <summary>A day of the calendar.</summary>
    Date,
}
