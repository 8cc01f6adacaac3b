namespace LocalitySim.Reports;

/// <summary>Keeps the names of tables and columns such that every file system and every program takes them.</summary>
internal static class TableNames
{
    /// <summary>Returns a name, if it is of small letters, digits and underscores, with a letter first.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    internal static string Checked(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length > 0 && char.IsAsciiLetterLower(name[0]) && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_')
            ? name
            : throw new ArgumentException($"Found '{name}'; expected small letters, digits and underscores, a letter first.", nameof(name));
    }
}
