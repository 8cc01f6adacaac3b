using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Names what random numbers are drawn for. The number of a purpose is part of every draw: it never changes, and is never used again.</summary>
internal static class Purposes
{
    /// <summary>The gaps between first referrals of an area and pathway.</summary>
    internal static readonly Purpose FirstReferrals = new(1, "first referrals");

    /// <summary>The drift of the authority's level of demand.</summary>
    internal static readonly Purpose Drift = new(2, "drift of demand");

    /// <summary>The multiplier of an area's demand in a month.</summary>
    internal static readonly Purpose AreaMonth = new(3, "area's month");

    /// <summary>Which child of the area a first referral is for.</summary>
    internal static readonly Purpose Child = new(4, "child");

    /// <summary>How long screening takes and how it ends.</summary>
    internal static readonly Purpose Screening = new(5, "screening");

    /// <summary>How long an assessment takes and what it finds.</summary>
    internal static readonly Purpose Assessment = new(6, "assessment");

    /// <summary>How long a case lasts and how heavy it is.</summary>
    internal static readonly Purpose Casework = new(7, "casework");

    /// <summary>How long a family waits before it is lost or its need escalates.</summary>
    internal static readonly Purpose Waiting = new(8, "waiting");

    /// <summary>Whether and when a child comes back; drawn by the generation that closes.</summary>
    internal static readonly Purpose Return = new(9, "return");

    /// <summary>Whether a post is filled on the first day.</summary>
    internal static readonly Purpose PostAtStart = new(10, "post at start");

    /// <summary>When the holder of a post leaves, and how long the post then holds nobody.</summary>
    internal static readonly Purpose Turnover = new(11, "turnover");

    /// <summary>When the holder of a post is sick.</summary>
    internal static readonly Purpose Absence = new(12, "absence");

    /// <summary>When the holder of a post is on leave.</summary>
    internal static readonly Purpose Leave = new(13, "leave");
}
