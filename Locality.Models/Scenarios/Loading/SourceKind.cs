namespace LocalitySim.Models;

/// <summary>Says what a value in a scenario file is.</summary>
internal enum SourceKind
{
    /// <summary>Null, or no text at all.</summary>
    Nothing,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A finite number.</summary>
    Number,

    /// <summary>Text, dates included.</summary>
    Text,

    /// <summary>A list of values.</summary>
    List,

    /// <summary>A set of keys, each with a value.</summary>
    Keys,
}
