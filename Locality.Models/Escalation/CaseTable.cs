using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LocalitySim.Models;

/// <summary>Is a number of referrals with whether each escalated. Checked when made; immutable.</summary>
public sealed class CaseTable
{
    private const double OldestAge = 25;

    /// <summary>Takes the referrals.</summary>
    /// <param name="cases">The referrals: one or more, in any order.</param>
    /// <param name="origin">Where they are from, in words.</param>
    /// <param name="isSimulated">Whether a simulation made them.</param>
    /// <param name="leftOut">How many referrals were left out, as their window was not over: zero or more.</param>
    /// <exception cref="ArgumentException">There is no referral, or one has a value out of range. The message says which.</exception>
    public CaseTable(IReadOnlyList<CaseRecord> cases, string origin, bool isSimulated, int leftOut = 0)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentOutOfRangeException.ThrowIfNegative(leftOut);
        if (cases.Count == 0)
        {
            throw new ArgumentException("cases: found none; expected one or more.", nameof(cases));
        }

        for (int place = 0; place < cases.Count; place++)
        {
            Check(cases[place], place);
        }

        // The order does not matter, so that nothing that follows depends on it.
        Cases = [.. cases.Select(item => (Case: item, Line: LineOf(item))).OrderBy(item => item.Case.Date).ThenBy(item => item.Line, StringComparer.Ordinal).Select(item => item.Case)];
        (Origin, IsSimulated, LeftOut) = (origin, isSimulated, leftOut);
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Cases.Select(LineOf)))));
        string[] children = [.. Cases.Select(item => item.Child).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Dictionary<string, int> numbers = children.Index().ToDictionary(child => child.Item, child => child.Index, StringComparer.Ordinal);
        Units = [.. Cases.Select(item => numbers[item.Child])];
        Children = children.Length;
    }

    /// <summary>Gets the referrals, the earliest first.</summary>
    public ImmutableArray<CaseRecord> Cases { get; }

    /// <summary>Gets the number of children.</summary>
    public int Children { get; }

    /// <summary>Gets how many of the referrals escalated.</summary>
    public int Escalated => Cases.Count(item => item.HasEscalated);

    /// <summary>Gets where they are from.</summary>
    public string Origin { get; }

    /// <summary>Gets whether a simulation made them.</summary>
    public bool IsSimulated { get; }

    /// <summary>Gets how many referrals were left out, as their window was not over.</summary>
    public int LeftOut { get; }

    /// <summary>Gets the SHA-256 hash of the referrals, the same in whatever order they came, in hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>Gets the number of each referral's child.</summary>
    internal ImmutableArray<int> Units { get; }

    private static string LineOf(CaseRecord item) => string.Join('\t', new[]
    {
        Text(item.Child),
        item.Date.ToString("O", CultureInfo.InvariantCulture),
        Text(item.Pathway),
        item.Age?.ToString("R", CultureInfo.InvariantCulture) ?? "",
        Text(item.Source ?? ""),
        item.IsReturn ? "1" : "0",
        item.IncomeDeprived.ToString("R", CultureInfo.InvariantCulture),
        item.Fifth.ToString(CultureInfo.InvariantCulture),
        item.HasEscalated ? "1" : "0",
    });

    // No two tables may have one text.
    private static string Text(string text) => text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\t", @"\t", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);

    private static void Check(CaseRecord? item, int place)
    {
        ArgumentNullException.ThrowIfNull(item);
        Require(!string.IsNullOrWhiteSpace(item.Child), place, "child", item.Child, "a text that is not blank");
        Require(!string.IsNullOrWhiteSpace(item.Pathway), place, "pathway", item.Pathway, "a text that is not blank");
        Require(item.Age is null or (>= 0 and <= OldestAge), place, "age", item.Age, "0 to 25 years, or none");
        Require(item.IncomeDeprived is >= 0 and <= 1, place, "idaci", item.IncomeDeprived, "a share from 0 to 1");
        Require(item.Fifth is >= 1 and <= Fifths.Count, place, "fifth", item.Fifth, "1 to 5");
    }

    private static void Require(bool holds, int place, string name, object? found, string expected)
    {
        if (!holds)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"cases[{place}].{name}: found '{found}'; expected {expected}."), nameof(found));
        }
    }
}
