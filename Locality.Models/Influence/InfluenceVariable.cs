using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is something that more or less of it moves something else in the simulation. The set is fixed: the static members are all there are.</summary>
public sealed class InfluenceVariable
{
    private InfluenceVariable(string name, string label, string definition)
    {
        Name = name;
        Label = label;
        Definition = definition;
    }

    /// <summary>Gets the level of need.</summary>
    public static InfluenceVariable Need { get; } = new("need", "Level of need", "The level of first referrals in the authority, with its drift where it has one.");

    /// <summary>Gets the school holidays.</summary>
    public static InfluenceVariable SchoolHolidays { get; } = new("schoolHolidays", "School holidays", "Days on which schools are closed.");

    /// <summary>Gets the contacts at hubs.</summary>
    public static InfluenceVariable Hub { get; } = new("hub", "Families seen at a hub", "Contacts that take place at a hub and not at home.");

    /// <summary>Gets the referrals.</summary>
    public static InfluenceVariable Referrals { get; } = new("referrals", "Referrals", "Children referred, returns included.");

    /// <summary>Gets the time to the screening decision.</summary>
    public static InfluenceVariable Screening { get; } = new("screening", "Time to screening", "Time from contact to the screening decision.");

    /// <summary>Gets the assessments.</summary>
    public static InfluenceVariable Assessments { get; } = new("assessments", "Assessments", "Assessments that referrals bring.");

    /// <summary>Gets the assessments in time.</summary>
    public static InfluenceVariable AssessmentsInTime { get; } = new("assessmentsInTime", "Assessments in time", "Share of assessments signed within their limit.");

    /// <summary>Gets the children accepted.</summary>
    public static InfluenceVariable Accepted { get; } = new("accepted", "Children accepted", "Children whose wait for a lead worker begins, further tiers included.");

    /// <summary>Gets the time until a panel decides.</summary>
    public static InfluenceVariable Panel { get; } = new("panel", "Time until a panel decides", "Time from acceptance to the sitting that decides.");

    /// <summary>Gets the children who wait.</summary>
    public static InfluenceVariable WaitingList { get; } = new("waitingList", "Children on the waiting list", "Cases without a worker, those whose worker has left included.");

    /// <summary>Gets the wait for a lead worker.</summary>
    public static InfluenceVariable Wait { get; } = new("wait", "Wait for a lead worker", "Time from acceptance to the first lead worker.");

    /// <summary>Gets the families lost.</summary>
    public static InfluenceVariable Lost { get; } = new("lost", "Families lost while waiting", "Families that give up before they have a lead worker.");

    /// <summary>Gets the needs that grow worse.</summary>
    public static InfluenceVariable Escalated { get; } = new("escalated", "Needs that escalate while waiting", "Cases that become worse before they have a lead worker.");

    /// <summary>Gets the allocations.</summary>
    public static InfluenceVariable Allocations { get; } = new("allocations", "Cases allocated", "Cases that are given a worker.");

    /// <summary>Gets the wait for a manager.</summary>
    public static InfluenceVariable ManagerWait { get; } = new("managerWait", "Wait for a manager", "Time until a manager has signed off, allocated or closed.");

    /// <summary>Gets the open cases.</summary>
    public static InfluenceVariable OpenCases { get; } = new("openCases", "Open cases with a worker", "Cases in casework that a worker holds.");

    /// <summary>Gets the caseload.</summary>
    public static InfluenceVariable Caseload { get; } = new("caseload", "Caseload per worker", "Points that a worker holds, over the worker's limit.");

    /// <summary>Gets the help of further services.</summary>
    public static InfluenceVariable Supports { get; } = new("supports", "Help by further services", "Requests for help to services beside the lead.");

    /// <summary>Gets the changes of worker.</summary>
    public static InfluenceVariable WorkerChanges { get; } = new("workerChanges", "Changes of worker", "How often a case goes from one worker to another.");

    /// <summary>Gets the work left in a case.</summary>
    public static InfluenceVariable WorkPerCase { get; } = new("workPerCase", "Work in a case", "Working days at the nominal pace until a case can close.");

    /// <summary>Gets the time on the road.</summary>
    public static InfluenceVariable TravelTime { get; } = new("travelTime", "Travel time", "Workers' time on the road for one visit.");

    /// <summary>Gets the missed appointments.</summary>
    public static InfluenceVariable Missed { get; } = new("missed", "Missed appointments", "Appointments at a hub that the family misses.");

    /// <summary>Gets the upkeep.</summary>
    public static InfluenceVariable Upkeep { get; } = new("upkeep", "Upkeep of open cases", "Hours that open cases take whether or not they move on.");

    /// <summary>Gets the hours required.</summary>
    public static InfluenceVariable HoursRequired { get; } = new("hoursRequired", "Hours required", "Hours a week that the work in hand requires at the nominal pace.");

    /// <summary>Gets the hours available.</summary>
    public static InfluenceVariable HoursAvailable { get; } = new("hoursAvailable", "Hours available", "Hours a week that workers who are there have for cases.");

    /// <summary>Gets the load.</summary>
    public static InfluenceVariable Load { get; } = new("load", "Load", "Hours required over hours available.");

    /// <summary>Gets the pace.</summary>
    public static InfluenceVariable Pace { get; } = new("pace", "Pace of work", "How fast a piece of work moves on, over the nominal pace.");

    /// <summary>Gets the closures.</summary>
    public static InfluenceVariable Closures { get; } = new("closures", "Cases closed", "Cases whose casework ends.");

    /// <summary>Gets the returns.</summary>
    public static InfluenceVariable Returns { get; } = new("returns", "Re-referrals", "Children who are referred again.");

    /// <summary>Gets the posts.</summary>
    public static InfluenceVariable Posts { get; } = new("posts", "Posts", "Posts that hold cases, filled or not.");

    /// <summary>Gets those who leave.</summary>
    public static InfluenceVariable Turnover { get; } = new("turnover", "Workers who leave", "Holders of posts who leave.");

    /// <summary>Gets the vacancies.</summary>
    public static InfluenceVariable Vacancies { get; } = new("vacancies", "Vacant posts", "Posts that no employee holds.");

    /// <summary>Gets the new workers.</summary>
    public static InfluenceVariable NewWorkers { get; } = new("newWorkers", "Workers in their first year", "Holders in their first year in post.");

    /// <summary>Gets the agency workers.</summary>
    public static InfluenceVariable AgencyCover { get; } = new("agencyCover", "Agency workers", "Vacant posts that an agency worker holds.");

    /// <summary>Gets the sickness.</summary>
    public static InfluenceVariable Sickness { get; } = new("sickness", "Sickness", "Working time lost to sickness.");

    /// <summary>Gets the leave.</summary>
    public static InfluenceVariable Leave { get; } = new("leave", "Leave", "Weeks in which workers are on leave, those of term-time contracts included.");

    /// <summary>Gets the hours outside cases.</summary>
    public static InfluenceVariable OtherHours { get; } = new("otherHours", "Paid hours outside casework", "Training, meetings, duty, supervision and other work.");

    /// <summary>Gets every variable, in the order of a case's life and then of the staff's.</summary>
    public static ImmutableArray<InfluenceVariable> All { get; } =
    [
        Need, SchoolHolidays, Hub, Referrals, Screening, Assessments, AssessmentsInTime, Accepted, Panel, WaitingList, Wait, Lost, Escalated,
        Allocations, ManagerWait, OpenCases, Caseload, Supports, WorkerChanges, WorkPerCase, TravelTime, Missed, Upkeep, HoursRequired,
        HoursAvailable, Load, Pace, Closures, Returns, Posts, Turnover, Vacancies, NewWorkers, AgencyCover, Sickness, Leave, OtherHours,
    ];

    /// <summary>Gets the short name, the same in every scenario.</summary>
    public string Name { get; }

    /// <summary>Gets the name that people read.</summary>
    public string Label { get; }

    /// <summary>Gets what it is, in a sentence.</summary>
    public string Definition { get; }

    /// <summary>Returns the short name.</summary>
    public override string ToString() => Name;
}
