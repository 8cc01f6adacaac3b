namespace LocalitySim.Reports;

/// <summary>Says what an entry of a description is.</summary>
internal enum DescriptionEntryKind
{
    /// <summary>The title.</summary>
    Title,

    /// <summary>The heading of one of the checklist's six parts.</summary>
    Part,

    /// <summary>The heading of an item of the checklist.</summary>
    Item,

    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>An entry of a list.</summary>
    ListEntry,
}
