using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is a column of a table of authorities and years.</summary>
/// <param name="Name">The heading.</param>
/// <param name="Series">The series of the panel that it becomes: counts as rates per 10,000 children.</param>
/// <param name="Kind">What the numbers are.</param>
internal sealed record NeedColumn(string Name, string Series, NeedColumnKind Kind)
{
    internal const string Children = "children";
    internal const string Idaci = "idaci";

    /// <summary>Gets the columns that hold numbers.</summary>
    internal static ImmutableArray<NeedColumn> All { get; } =
    [
        new(Children, Children, NeedColumnKind.Children),
        new(Idaci, "income deprivation", NeedColumnKind.Share),
        new("referrals", NeedTarget.Referrals.Series, NeedColumnKind.Count),
        new("in_need", NeedTarget.InNeed.Series, NeedColumnKind.Count),
        new("in_need_starts", NeedTarget.InNeedStarts.Series, NeedColumnKind.Count),
        new("in_need_ends", "in-need ends", NeedColumnKind.Count),
        new("section_47_rate", NeedTarget.Section47.Series, NeedColumnKind.Rate),
        new("protection_plan_rate", NeedTarget.ProtectionPlans.Series, NeedColumnKind.Rate),
        new("conference_rate", "initial conferences", NeedColumnKind.Rate),
        new("looked_after_rate", "looked after", NeedColumnKind.Rate),
        new("re_referral_percent", "re-referrals", NeedColumnKind.Percent),
        new("no_further_action_percent", "no further action", NeedColumnKind.Percent),
        new("not_in_need_percent", "assessed not in need", NeedColumnKind.Percent),
        new("assessed_in_time_percent", "assessed in time", NeedColumnKind.Percent),
        new("police_percent", "referred by police", NeedColumnKind.Percent),
        new("school_percent", "referred by schools", NeedColumnKind.Percent),
        new("short_episodes_percent", "episodes under 3 months", NeedColumnKind.Percent),
        new("long_episodes_percent", "episodes over 2 years", NeedColumnKind.Percent),
        new("domestic_abuse_percent", "domestic abuse", NeedColumnKind.Percent),
        new("neglect_percent", "neglect", NeedColumnKind.Percent),
        new("vacancy_percent", "vacancies", NeedColumnKind.Percent),
        new("turnover_percent", "turnover", NeedColumnKind.Percent),
        new("agency_percent", "agency workers", NeedColumnKind.Percent),
        new("free_meals_percent", "free school meals", NeedColumnKind.Percent),
        new("ehcp_percent", "education, health and care plans", NeedColumnKind.Percent),
        new("sen_support_percent", "special needs support", NeedColumnKind.Percent),
    ];

    /// <summary>Gets the largest number that the column may hold.</summary>
    internal double Most => Kind switch
    {
        NeedColumnKind.Share => 1,
        NeedColumnKind.Percent => 100,
        NeedColumnKind.Rate => 10_000,
        _ => 10_000_000,
    };

    /// <summary>Gets what a number of the column must be, in words.</summary>
    internal string Expected => Kind switch
    {
        NeedColumnKind.Share => "a share from 0 to 1",
        NeedColumnKind.Percent => "a percentage from 0 to 100",
        NeedColumnKind.Rate => "a rate per 10,000 children, from 0 to 10,000",
        NeedColumnKind.Children => "a whole number above zero",
        _ => "a whole number, zero or more",
    };
}
