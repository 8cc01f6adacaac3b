namespace LocalitySim.Models;

/// <summary>Is a part of the difference between two structures.</summary>
[Flags]
public enum DifferenceParts
{
    /// <summary>No part.</summary>
    None = 0,

    /// <summary>Posts are shared among teams by another rule.</summary>
    Resharing = 1,

    /// <summary>Teams, lists and front doors are joined or split.</summary>
    Pooling = 2,

    /// <summary>There are other numbers of managers and links with partners, and the money that this frees buys posts.</summary>
    Management = 4,

    /// <summary>Families are visited from other bases.</summary>
    Travel = 8,

    /// <summary>Services work together, are placed or are reached in another way.</summary>
    Delivery = 16,

    /// <summary>The change comes on a day of the run, with its transfers and its dip; and whatever else the plan dates.</summary>
    Transition = 32,
}
