using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Turns what is known of a referral into numbers, as learnt from the training referrals alone.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Pathways">The pathways told apart.</param>
/// <param name="Sources">The sources told apart.</param>
/// <param name="MeanAge">The age that stands for one not known; null where no age is known.</param>
/// <param name="Aside">The pathways and sources set aside, as none of their referrals escalated, or all did.</param>
internal sealed record EscalationEncoding(
    ImmutableArray<EscalationColumn> Columns, ImmutableArray<string> Pathways, ImmutableArray<string> Sources, double? MeanAge, ImmutableArray<EscalationLevel> Aside)
{
    /// <summary>The fewest referrals for which a level is told apart, whatever became of them: to go by that would hide the levels where hardly any escalate.</summary>
    private const int FewestOfLevel = 50;

    internal IReadOnlyList<string> Names => [.. Columns.Select(column => column.Name)];

    /// <summary>Learns what can be told apart, and leaves out columns that those before them determine, whose names it gives.</summary>
    internal static (EscalationEncoding Encoding, ImmutableArray<string> LeftOut) Learn(IReadOnlyList<CaseRecord> all)
    {
        ImmutableArray<EscalationLevel> asidePathways = OneSided(all, PathwayOf, EscalationAttribute.Pathway);
        CaseRecord[] fitted = [.. all.Where(item => !asidePathways.Any(level => Holds(level, item)))];
        ImmutableArray<EscalationLevel> aside = [.. asidePathways, .. OneSided(fitted, SourceOf, EscalationAttribute.Source)];
        CaseRecord[] cases = [.. all.Where(item => !aside.Any(level => Holds(level, item)))];
        if (cases.Length == 0)
        {
            throw new ArgumentException("cases: found that on each pathway, or from each source, none escalated or all did; expected one at least where some did.", nameof(all));
        }

        List<EscalationColumn> columns = [];
        ImmutableArray<string> pathways = Levels(cases, PathwayOf, EscalationAttribute.Pathway, columns);
        ImmutableArray<string> sources = Levels(cases, SourceOf, EscalationAttribute.Source, columns);
        double[] ages = [.. cases.Select(item => item.Age).OfType<double>()];
        Add(EscalationAttribute.Age, ages.Length > 0);
        Add(EscalationAttribute.AgeNotKnown, ages.Length > 0 && CanTell(cases.Where(item => item.Age is null)));
        Add(EscalationAttribute.Returned, CanTell(cases.Where(item => item.IsReturn)) && CanTell(cases.Where(item => !item.IsReturn)));
        Add(EscalationAttribute.Deprivation, isThere: true);

        EscalationEncoding whole = new([.. columns], pathways, sources, ages.Length > 0 ? ages.Average() : null, aside);
        List<double[]> kept = [[.. cases.Select(_ => 1.0)]];
        List<EscalationColumn> chosen = [];
        foreach (EscalationColumn column in columns)
        {
            double[] values = [.. cases.Select(item => whole.Value(item, column, forTrees: false))];
            if (ThinQr.Of([.. kept, values]) is not null)
            {
                kept.Add(values);
                chosen.Add(column);
            }
        }

        return (whole with { Columns = [.. chosen] }, [.. columns.Except(chosen).Select(column => column.Name)]);

        void Add(EscalationAttribute attribute, bool isThere)
        {
            if (isThere)
            {
                columns.Add(new EscalationColumn(attribute));
            }
        }
    }

    /// <summary>Returns a referral's numbers; trees are told where an age is not known.</summary>
    internal double[] Row(CaseRecord item, bool forTrees) => [.. Columns.Select(column => Value(item, column, forTrees))];

    /// <summary>Returns the level set aside that a referral is in; null if it is fitted.</summary>
    internal EscalationLevel? AsideOf(CaseRecord item) => Aside.FirstOrDefault(level => Holds(level, item));

    private static string PathwayOf(CaseRecord item) => item.Pathway;

    private static string SourceOf(CaseRecord item) => item.Source ?? EscalationColumn.NotKnown;

    private static bool Holds(EscalationLevel level, CaseRecord item) =>
        string.Equals(level.Attribute == EscalationAttribute.Pathway ? PathwayOf(item) : SourceOf(item), level.Level, StringComparison.Ordinal);

    private static ImmutableArray<EscalationLevel> OneSided(IEnumerable<CaseRecord> cases, Func<CaseRecord, string> levelOf, EscalationAttribute attribute) =>
    [
        .. cases.GroupBy(levelOf, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Where(group => HasEnough(group) && !HasBoth(group))
            .Select(group => new EscalationLevel(attribute, group.Key, group.Count(), group.Count(item => item.HasEscalated))),
    ];

    private double Value(CaseRecord item, EscalationColumn column, bool forTrees) => column.Attribute switch
    {
        EscalationAttribute.Pathway => Is(item.Pathway, Pathways, column),
        EscalationAttribute.Source => Is(SourceOf(item), Sources, column),
        EscalationAttribute.Age => item.Age ?? (forTrees ? double.NaN : MeanAge ?? 0),
        EscalationAttribute.AgeNotKnown => item.Age is null ? 1 : 0,
        EscalationAttribute.Returned => item.IsReturn ? 1 : 0,
        _ => 10 * item.IncomeDeprived,
    };

    private static double Is(string level, ImmutableArray<string> known, EscalationColumn column) =>
        string.Equals(known.Contains(level, StringComparer.Ordinal) ? level : EscalationColumn.Other, column.Level, StringComparison.Ordinal) ? 1 : 0;

    private static bool HasEnough(IEnumerable<CaseRecord> cases) => cases.Skip(FewestOfLevel - 1).Any();

    private static bool HasBoth(IEnumerable<CaseRecord> cases) => cases.Any(item => item.HasEscalated) && cases.Any(item => !item.HasEscalated);

    private static bool CanTell(IEnumerable<CaseRecord> cases) => HasEnough(cases) && HasBoth(cases);

    // The most common level is the one that others are against. Levels too seldom seen are joined; where even together they cannot be told apart, they count as that one.
    private static ImmutableArray<string> Levels(IReadOnlyList<CaseRecord> cases, Func<CaseRecord, string> levelOf, EscalationAttribute attribute, List<EscalationColumn> columns)
    {
        IGrouping<string, CaseRecord>[] groups = [.. cases.GroupBy(levelOf, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)];
        IGrouping<string, CaseRecord>[] kept = [.. groups.Where(CanTell)];
        if (kept.Length == 0)
        {
            return [groups[0].Key];
        }

        string reference = kept[0].Key;
        string[] levels = [.. kept.Select(group => group.Key)];
        columns.AddRange(levels.Skip(1).Order(StringComparer.Ordinal).Select(level => new EscalationColumn(attribute, level, reference)));
        if (CanTell(groups.Except(kept).SelectMany(group => group)))
        {
            columns.Add(new EscalationColumn(attribute, EscalationColumn.Other, reference));
        }

        return [.. levels.Order(StringComparer.Ordinal)];
    }
}
