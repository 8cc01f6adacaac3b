namespace LocalitySim.Models;

/// <content>The measures of continuity and of what families meet.</content>
public sealed partial class Measure
{
    /// <summary>Gets the share of episodes with one lead professional.</summary>
    public static Measure OneLead { get; } = new("oneLead", "Episodes with one lead worker", "%", BetterWhen.Higher, "Episodes begun and closed in the run, closed in the window, that had one lead professional. Each child counts; further tiers are left out.") { Greatest = 100 };

    /// <summary>Gets the share of episodes with three or more workers.</summary>
    public static Measure ThreeWorkers { get; } = new("threeWorkers", "Episodes with three or more workers", "%", BetterWhen.Lower, "The same episodes, with three or more workers in turn, the assessor included.") { Greatest = 100 };

    /// <summary>Gets the changes of worker in a year of a child.</summary>
    public static Measure WorkerChanges { get; } = new("workerChanges", "Changes of worker in a child’s year", "changes", BetterWhen.Lower, "The same episodes: changes of worker, from the assessor to the lead included, over the child-years from referral to closure.");

    /// <summary>Gets the share of referrals that follow another within 365 days.</summary>
    public static Measure Returned { get; } = new("returned", "Referrals within a year of the last one", "%", BetterWhen.Lower, "Referrals of the window that follow the child's previous referral within 365 days.") { Greatest = 100 };

    /// <summary>Gets the share of referrals that follow a closure within 365 days.</summary>
    public static Measure ReturnedSinceClosure { get; } = new("returnedSinceClosure", "Referrals within a year of closure", "%", BetterWhen.Lower, "Referrals of the window that follow the end of the child's previous case within 365 days.") { Greatest = 100 };

    /// <summary>Gets the assessments per child.</summary>
    public static Measure AssessmentsPerChild { get; } = new("assessmentsPerChild", "Assessments told, per child", "times", BetterWhen.Lower, "The same episodes as for one lead worker: assessments begun, at ways in and by further services too. How often the story is told at length.");

    /// <summary>Gets the access points per child.</summary>
    public static Measure AccessPointsPerChild { get; } = new("accessPointsPerChild", "Access points, per child", "times", BetterWhen.Lower, "The same episodes: access points that the family came to.");

    /// <summary>Gets the most professionals who work with a family at once.</summary>
    public static Measure ProfessionalsAtOnce { get; } = new("professionalsAtOnce", "Professionals with a family at once", "people", BetterWhen.Neither, "The same episodes: the mean over children of the most professionals who worked with the family at one time.");

    /// <summary>Gets the kilometres that families travel.</summary>
    public static Measure FamilyKilometres { get; } = new("familyKilometres", "Kilometres that families travel", "km a child a year", BetterWhen.Lower, "Kilometres that families travel to the services, over the children in their cases and years.");
}
