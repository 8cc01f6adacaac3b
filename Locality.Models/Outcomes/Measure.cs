using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is something that is measured in each future of each structure.</summary>
/// <remarks>The set is fixed: the static members are all there are, and <see cref="All"/> lists them in the order of the tables.</remarks>
public sealed class Measure
{
    private Measure(string name, string label, string unit, BetterWhen better, string definition)
    {
        Name = name;
        Label = label;
        Unit = unit;
        Better = better;
        Definition = definition;
    }

    /// <summary>Gets the days up to which waits are followed in the restricted mean and in the shares.</summary>
    public static int HorizonDays => 180;

    /// <summary>Gets the mean wait from acceptance to the first lead professional, each wait counted up to 180 days.</summary>
    public static Measure WaitToAllocation { get; } = new("waitRestrictedMean", "Wait for a lead worker, mean to 180 days", "days", BetterWhen.Lower, "Days from the accepting decision to the first named lead or to loss, each counted up to 180 days; open waits are censored, not dropped.");

    /// <summary>Gets the wait by which half of those accepted have a lead professional.</summary>
    public static Measure MedianWait { get; } = new("waitMedian", "Half have a lead worker after", "days", BetterWhen.Lower, "Days after which the Aalen–Johansen share allocated reaches 50 %.");

    /// <summary>Gets the wait by which nine in ten of those accepted have a lead professional.</summary>
    public static Measure WaitP90 { get; } = new("waitP90", "Nine in ten have a lead worker after", "days", BetterWhen.Lower, "Days after which the Aalen–Johansen share allocated reaches 90 %.");

    /// <summary>Gets the share allocated by day 180.</summary>
    public static Measure Allocated { get; } = new("allocatedBy180", "Allocated by day 180", "%", BetterWhen.Higher, "Aalen–Johansen share of those accepted who have a lead by day 180.");

    /// <summary>Gets the share lost by day 180.</summary>
    public static Measure Lost { get; } = new("lostBy180", "Lost while waiting by day 180", "%", BetterWhen.Lower, "Aalen–Johansen share of those accepted whose family is lost before it has a lead, by day 180.");

    /// <summary>Gets the share still waiting at day 180.</summary>
    public static Measure StillWaiting { get; } = new("waitingAt180", "Still waiting at day 180", "%", BetterWhen.Lower, "Aalen–Johansen share of those accepted who have no lead and are not lost at day 180.");

    /// <summary>Gets the share of assessments signed within the limit.</summary>
    public static Measure AssessedInTime { get; } = new("assessedInTime", "Assessments within the limit", "%", BetterWhen.Higher, "Assessments signed within the statutory limit from referral, of those whose limit fell in the window.");

    /// <summary>Gets the mean number of cases that wait for a worker.</summary>
    public static Measure Unallocated { get; } = new("unallocated", "Cases waiting for a worker", "cases", BetterWhen.Lower, "Time average of the cases on the teams' lists: assessments, first allocations and reallocations.");

    /// <summary>Gets the mean number of cases that have waited more than 20 working days.</summary>
    public static Measure LongWaiters { get; } = new("unallocatedOver20", "… of these, more than 20 working days", "cases", BetterWhen.Lower, "Monthly average of the cases that have stood on a list for more than 20 working days.");

    /// <summary>Gets the yearly growth of the list.</summary>
    public static Measure ListGrowth { get; } = new("listGrowth", "Growth of that list", "cases a year", BetterWhen.Lower, "Slope of the monthly number of waiting cases over the window.");

    /// <summary>Gets the share of cases that escalate while they wait.</summary>
    public static Measure Escalated { get; } = new("escalated", "Became worse while waiting", "%", BetterWhen.Lower, "Accepted cases whose need escalated before they had a lead.");

    /// <summary>Gets the wait of the most deprived fifth less that of the least deprived.</summary>
    public static Measure DeprivationGap { get; } = new("deprivationGap", "Wait in the most deprived fifth, less the least", "days", BetterWhen.Lower, "Restricted mean wait of the fifth of children in the most deprived areas, less that of the least deprived fifth.");

    /// <summary>Gets the spread of points per full-time equivalent over workers.</summary>
    public static Measure CaseloadSpread { get; } = new("caseloadSpread", "Spread of caseloads over workers (CV)", "%", BetterWhen.Lower, "Standard deviation over mean of points per full-time equivalent, over filled posts, monthly average.");

    /// <summary>Gets the heaviest caseload over the mean.</summary>
    public static Measure CaseloadMax { get; } = new("caseloadMax", "Heaviest caseload over the mean", "times", BetterWhen.Lower, "Largest points per full-time equivalent over the mean, over filled posts, monthly average.");

    /// <summary>Gets the Gini coefficient of points per full-time equivalent over areas.</summary>
    public static Measure AreaGini { get; } = new("areaGini", "Inequality of load over areas (Gini)", "", BetterWhen.Neither, "Gini coefficient over areas, weighted by children, of points held or waiting per filled full-time equivalent of the area's locality, monthly average. It falls by itself where localities merge, and is zero where there is one: no merit of a merger.");

    /// <summary>Gets the cases held per full-time equivalent.</summary>
    public static Measure CasesPerFte { get; } = new("casesPerFte", "Cases per full-time worker", "cases", BetterWhen.Neither, "Cases held over filled full-time equivalents, monthly average.");

    /// <summary>Gets hours required over hours available.</summary>
    public static Measure Load { get; } = new("load", "Hours required over hours available", "%", BetterWhen.Lower, "Hours that the open cases require at the nominal pace, over the hours that holders at work have for cases; may exceed 100.");

    /// <summary>Gets the share of episodes with one lead professional.</summary>
    public static Measure OneLead { get; } = new("oneLead", "Episodes with one lead worker", "%", BetterWhen.Higher, "Episodes begun and closed in the run, closed in the window, that had one lead professional.");

    /// <summary>Gets the share of episodes with three or more workers.</summary>
    public static Measure ThreeWorkers { get; } = new("threeWorkers", "Episodes with three or more workers", "%", BetterWhen.Lower, "The same episodes, with three or more workers in turn, the assessor included.");

    /// <summary>Gets the share of referrals that follow another within 365 days.</summary>
    public static Measure Returned { get; } = new("returned", "Referrals within a year of the last one", "%", BetterWhen.Lower, "Referrals of the window that follow the child's previous referral within 365 days.");

    /// <summary>Gets the share of referrals that follow a closure within 365 days.</summary>
    public static Measure ReturnedSinceClosure { get; } = new("returnedSinceClosure", "Referrals within a year of closure", "%", BetterWhen.Lower, "Referrals of the window that follow the end of the child's previous case within 365 days.");

    /// <summary>Gets the hours on the road over paid hours.</summary>
    public static Measure TravelShare { get; } = new("travelShare", "Paid time on the road", "%", BetterWhen.Lower, "Travel hours over the paid hours of filled posts.");

    /// <summary>Gets the recurrent cost of a year.</summary>
    public static Measure Cost { get; } = new("cost", "Recurrent cost", "£000 a year", BetterWhen.Lower, "Posts, front door, management, bases and planned mileage; set-up cost stands apart.");

    /// <summary>Gets every measure, in the order of the tables.</summary>
    public static ImmutableArray<Measure> All { get; } =
    [
        WaitToAllocation, MedianWait, WaitP90, Allocated, Lost, StillWaiting, AssessedInTime, Unallocated, LongWaiters, ListGrowth,
        Escalated, DeprivationGap, CaseloadSpread, CaseloadMax, AreaGini, CasesPerFte, Load, OneLead, ThreeWorkers, Returned,
        ReturnedSinceClosure, TravelShare, Cost,
    ];

    /// <summary>Gets the name used in files.</summary>
    public string Name { get; }

    /// <summary>Gets the name that people read.</summary>
    public string Label { get; }

    /// <summary>Gets the unit; empty where the measure is a pure number.</summary>
    public string Unit { get; }

    /// <summary>Gets which way it is better.</summary>
    public BetterWhen Better { get; }

    /// <summary>Gets what exactly is measured, in a sentence.</summary>
    public string Definition { get; }

    /// <summary>Gets the least value that is possible; null where there is none.</summary>
    public double? Least => ReferenceEquals(this, ListGrowth) || ReferenceEquals(this, DeprivationGap) ? null : 0;

    /// <summary>Gets the greatest value that is possible; null where there is none.</summary>
    public double? Greatest => string.Equals(Unit, "%", StringComparison.Ordinal) && !ReferenceEquals(this, Load) && !ReferenceEquals(this, CaseloadSpread)
        ? 100
        : ReferenceEquals(this, WaitToAllocation) ? HorizonDays : null;

    /// <summary>Returns the name used in files.</summary>
    public override string ToString() => Name;

    /// <summary>Gets whether this is a quantile of the wait, which may not be reached.</summary>
    public bool IsWaitQuantile => ReferenceEquals(this, MedianWait) || ReferenceEquals(this, WaitP90);
}
