using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is a table of authorities and years: what need was counted, of how many children. Immutable and thread-safe.</summary>
public sealed class NeedData
{
    /// <summary>Rates are per this many children.</summary>
    public const double PerChildren = 10_000;

    private static readonly Lazy<NeedData> Own = new(NeedDataFile.ReadPublished);

    internal NeedData(ImmutableArray<Authority> authorities, Panel panel, string sha256, string name) => (Authorities, Panel, Sha256, Name) = (authorities, panel, sha256, name);

    /// <summary>
    /// Gets the published figures of England's authorities, 2013 to 2025: years to 31 March. Sources (Department for Education; Office for National
    /// Statistics; Ministry of Housing, Communities and Local Government), licence and limits stand in the table's README.
    /// </summary>
    public static NeedData Published => Own.Value;

    /// <summary>Gets the codes of the two authorities that are too small to be forecast beside the others: the City of London (some 1,000 children) and the Isles of Scilly (some 400).</summary>
    public static ImmutableArray<string> TooSmall { get; } = ["E09000001", "E06000053"];

    /// <summary>Gets the authorities, in the order of the panel's units.</summary>
    public ImmutableArray<Authority> Authorities { get; }

    /// <summary>Gets the series: targets and what may foretell them, by authority and year. Counts are rates per 10,000 children.</summary>
    public Panel Panel { get; }

    /// <summary>Gets the SHA-256 of the table's text, in lower-case hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <summary>Gets the table's name.</summary>
    public string Name { get; }

    /// <summary>Gets the targets that the table has figures of.</summary>
    public ImmutableArray<NeedTarget> Targets => [.. NeedTarget.All.Where(target => Panel.Has(target.Series))];

    /// <summary>Reads a table without throwing. The file is untrusted: reading it ends in data or in problems, all of them, each with its place.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The data, or the mistakes, sorted by line and column.</returns>
    public static (NeedData? Data, ImmutableArray<ScenarioProblem> Problems) Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return NeedDataFile.Read(path);
    }

    /// <summary>Returns the place of an authority by its code or, if only one authority has had figures in the last year under it, its name; null where there is none.</summary>
    /// <param name="codeOrName">The code or name; capitals do not matter.</param>
    public int? IndexOf(string codeOrName)
    {
        int[] found = [.. Enumerable.Range(0, Authorities.Length).Where(unit =>
            string.Equals(Authorities[unit].Code, codeOrName, StringComparison.OrdinalIgnoreCase)
            || (string.Equals(Authorities[unit].Name, codeOrName, StringComparison.OrdinalIgnoreCase) && Panel.Value(NeedColumn.Children, unit, Panel.LastPeriod) is not null))];
        return found.Length == 1 ? found[0] : null;
    }

    /// <summary>Returns the names nearest to one that is not there, to help who typed it.</summary>
    /// <param name="name">What was typed.</param>
    public string? Nearest(string name) => Spelling.Nearest(name, Authorities.Select(authority => authority.Name).Distinct(StringComparer.Ordinal));

    /// <summary>Returns the data without some authorities.</summary>
    /// <param name="codes">Their codes.</param>
    public NeedData Without(IEnumerable<string> codes)
    {
        HashSet<string> left = new(codes, StringComparer.Ordinal);
        int[] kept = [.. Enumerable.Range(0, Authorities.Length).Where(unit => !left.Contains(Authorities[unit].Code))];
        return kept.Length == Authorities.Length ? this : new NeedData([.. kept.Select(unit => Authorities[unit])], Panel.Of(kept), Sha256, Name);
    }

    /// <summary>Returns how many children an authority has in a year, or in the last year before it with a figure; null where there is none.</summary>
    internal double? Children(int unit, int year) => Enumerable.Range(0, year - Panel.FirstPeriod + 1).Select(back => Panel.Value(NeedColumn.Children, unit, year - back)).FirstOrDefault(value => value is not null);

    /// <summary>Returns an authority's share of children in income-deprived families; null where there is none.</summary>
    internal double? Idaci(int unit) => Panel.Has(NeedFeatures.Deprivation) ? Enumerable.Range(0, Panel.LastPeriod - Panel.FirstPeriod + 1).Select(back => Panel.Value(NeedFeatures.Deprivation, unit, Panel.LastPeriod - back)).FirstOrDefault(value => value is not null) : null;
}
