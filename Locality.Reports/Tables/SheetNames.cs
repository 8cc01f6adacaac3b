namespace LocalitySim.Reports;

/// <summary>Makes names of sheets that spreadsheets take.</summary>
/// <remarks>Source of the rules: Microsoft, "Rename a worksheet": at most 31 characters, none of \ / ? * : [ ], no apostrophe at an end, not History, not blank; case does not tell names apart.</remarks>
internal sealed class SheetNames
{
    private const int MostCharacters = 31;
    private const string Forbidden = "\\/?*:[]";
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase) { "History" };

    /// <summary>Returns a valid name that no other sheet has.</summary>
    /// <param name="wanted">The name wanted.</param>
    internal string Next(string wanted)
    {
        string clean = new([.. CellText.Clean(wanted).Select(letter => letter is '\t' or '\n' || Forbidden.Contains(letter, StringComparison.Ordinal) ? ' ' : letter)]);
        clean = Cut(clean, "");
        for (int number = 1; ; number++)
        {
            string name = number == 1 ? clean : Cut(clean, FormattableString.Invariant($" {number}"));
            if (_taken.Add(name))
            {
                return name;
            }
        }
    }

    /// <summary>Shortens a name so that an ending fits; never through the middle of a character.</summary>
    private static string Cut(string name, string ending)
    {
        int most = MostCharacters - ending.Length;
        string cut = name.Length <= most ? name : name[..(char.IsHighSurrogate(name[most - 1]) ? most - 1 : most)];
        cut = cut.Trim().Trim('\'').Trim();
        return (cut.Length == 0 ? "Sheet" : cut) + ending;
    }
}
