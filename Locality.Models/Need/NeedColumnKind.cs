namespace LocalitySim.Models;

/// <summary>Says what the numbers of a column are.</summary>
internal enum NeedColumnKind
{
    /// <summary>Children in the authority: whole, above zero.</summary>
    Children,

    /// <summary>Children or events counted: whole, zero or more.</summary>
    Count,

    /// <summary>Children or events per 10,000 children.</summary>
    Rate,

    /// <summary>A percentage.</summary>
    Percent,

    /// <summary>A share from 0 to 1.</summary>
    Share,
}
