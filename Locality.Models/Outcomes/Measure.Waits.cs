namespace LocalitySim.Models;

/// <content>The measures of waits.</content>
public sealed partial class Measure
{
    /// <summary>Gets the mean wait from acceptance to the first lead professional, each wait counted up to 180 days.</summary>
    public static Measure WaitToAllocation { get; } = new("waitRestrictedMean", "Wait for a lead worker, mean to 180 days", "days", BetterWhen.Lower, "Days from the accepting decision to the first named lead or to loss, each counted up to 180 days; open waits are censored, not dropped.") { Greatest = HorizonDays };

    /// <summary>Gets the wait by which half of those accepted have a lead professional.</summary>
    public static Measure MedianWait { get; } = new("waitMedian", "Half have a lead worker after", "days", BetterWhen.Lower, "Days after which the Aalen–Johansen share allocated reaches 50 %.");

    /// <summary>Gets the wait by which nine in ten of those accepted have a lead professional.</summary>
    public static Measure WaitP90 { get; } = new("waitP90", "Nine in ten have a lead worker after", "days", BetterWhen.Lower, "Days after which the Aalen–Johansen share allocated reaches 90 %.");

    /// <summary>Gets the share allocated by day 180.</summary>
    public static Measure Allocated { get; } = new("allocatedBy180", "Allocated by day 180", "%", BetterWhen.Higher, "Aalen–Johansen share of those accepted who have a lead by day 180.") { Greatest = 100 };

    /// <summary>Gets the share lost by day 180.</summary>
    public static Measure Lost { get; } = new("lostBy180", "Lost while waiting by day 180", "%", BetterWhen.Lower, "Aalen–Johansen share of those accepted whose family is lost before it has a lead, by day 180.") { Greatest = 100 };

    /// <summary>Gets the share still waiting at day 180.</summary>
    public static Measure StillWaiting { get; } = new("waitingAt180", "Still waiting at day 180", "%", BetterWhen.Lower, "Aalen–Johansen share of those accepted who have no lead and are not lost at day 180.") { Greatest = 100 };

    /// <summary>Gets the share of contacts screened within the limit.</summary>
    public static Measure ScreenedInTime { get; } = new("screenedInTime", "Contacts screened within the limit", "%", BetterWhen.Higher, "Referrals whose screening decision came within its limit, of those whose limit fell in the window.") { Greatest = 100 };

    /// <summary>Gets the share of assessments signed within the limit.</summary>
    public static Measure AssessedInTime { get; } = new("assessedInTime", "Assessments within the limit", "%", BetterWhen.Higher, "Assessments signed within the statutory limit from referral, of those whose limit fell in the window.") { Greatest = 100 };

    /// <summary>Gets the share of conferences held within the limit.</summary>
    public static Measure ConferencesInTime { get; } = new("conferencesInTime", "Conferences within the limit", "%", BetterWhen.Higher, "Conferences held within the limit from acceptance, of the accepted cases in need of one whose limit fell in the window and whose family was not lost before it.") { Greatest = 100 };

    /// <summary>Gets the mean wait for a further service, each wait counted up to 180 days.</summary>
    public static Measure SupportWait { get; } = new("supportWait", "Wait for a further service, mean to 180 days", "days", BetterWhen.Lower, "Days from the lead's request for a further service's help to its start, each counted up to 180 days; open waits are censored, not dropped.") { Greatest = HorizonDays };

    /// <summary>Gets the mean number of cases that wait for a worker.</summary>
    public static Measure Unallocated { get; } = new("unallocated", "Cases waiting for a worker", "cases", BetterWhen.Lower, "Time average of the cases on the teams' lists: assessments, first allocations and reallocations.");

    /// <summary>Gets the mean number of cases that have waited more than 5 working days.</summary>
    public static Measure OverFive { get; } = new("unallocatedOver5", "… of these, more than 5 working days", "cases", BetterWhen.Lower, "Monthly average of the cases that have stood on a list for more than 5 working days.");

    /// <summary>Gets the mean number of cases that have waited more than 20 working days.</summary>
    public static Measure LongWaiters { get; } = new("unallocatedOver20", "… of these, more than 20 working days", "cases", BetterWhen.Lower, "Monthly average of the cases that have stood on a list for more than 20 working days.");

    /// <summary>Gets the yearly growth of the list.</summary>
    public static Measure ListGrowth { get; } = new("listGrowth", "Growth of that list", "cases a year", BetterWhen.Lower, "Slope of the monthly number of waiting cases over the window.") { Least = null };

    /// <summary>Gets the share of cases that escalate while they wait.</summary>
    public static Measure Escalated { get; } = new("escalated", "Became worse while waiting", "%", BetterWhen.Lower, "Accepted cases whose need escalated before they had a lead.") { Greatest = 100 };

    /// <summary>Gets the wait of the most deprived fifth less that of the least deprived.</summary>
    public static Measure DeprivationGap { get; } = new("deprivationGap", "Wait in the most deprived fifth, less the least", "days", BetterWhen.Lower, "Restricted mean wait of the fifth of children in the most deprived areas, less that of the least deprived fifth.") { Least = null };

    /// <summary>Gets the P90 of the wait of the most deprived fifth over that of the least deprived.</summary>
    public static Measure DeprivationRatio { get; } = new("deprivationRatio", "P90 of the wait, most over least deprived fifth", "times", BetterWhen.Neither, "Days after which nine in ten of the most deprived fifth have a lead, over those of the least deprived fifth; a P90 that is not reached counts as 180 days. Better near 1.");

    /// <summary>Gets the concentration index of waits over areas ranked by deprivation.</summary>
    public static Measure ConcentrationIndex { get; } = new("concentrationIndex", "Concentration of waits by deprivation", "", BetterWhen.Neither, "Concentration index (Kakwani, Wagstaff and van Doorslaer, 1997) of the areas’ restricted mean waits, areas ranked from the most to the least deprived and weighted by children accepted. Below 0: the deprived wait longer. Better near 0.") { Least = -1, Greatest = 1 };
}
