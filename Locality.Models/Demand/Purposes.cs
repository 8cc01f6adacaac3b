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

    /// <summary>How many children of a family are referred together, their age band, and who refers.</summary>
    internal static readonly Purpose Family = new(14, "family");

    /// <summary>Whether a case is urgent, needs a conference, and which further services it wants.</summary>
    internal static readonly Purpose Wants = new(15, "wants");

    /// <summary>How long the help of further services lasts, and how long a request takes.</summary>
    internal static readonly Purpose Support = new(16, "support");

    /// <summary>How long a conference takes to arrange.</summary>
    internal static readonly Purpose Conference = new(17, "conference");

    /// <summary>Which access point a contact comes through, and whether it is the right one.</summary>
    internal static readonly Purpose Access = new(18, "access");

    /// <summary>The gaps between walk-in referrals of an area and pathway.</summary>
    internal static readonly Purpose WalkIn = new(19, "walk-in");

    /// <summary>Whether and for how long agency workers cover a vacancy.</summary>
    internal static readonly Purpose AgencyCover = new(20, "agency cover");

    /// <summary>How long a new post takes to recruit.</summary>
    internal static readonly Purpose Recruitment = new(21, "recruitment");

    /// <summary>How late a dated change comes.</summary>
    internal static readonly Purpose Lateness = new(22, "lateness");

    /// <summary>The drift of an area's own level of demand.</summary>
    internal static readonly Purpose AreaDrift = new(23, "drift of an area");

    /// <summary>Whether a closure goes on at another tier.</summary>
    internal static readonly Purpose TierStep = new(24, "tier step");

    /// <summary>How long casework lasts before a transfer, for planning only.</summary>
    internal static readonly Purpose StagePlanning = new(25, "stage planning");

    /// <summary>Futures drawn again from those simulated; by resample.</summary>
    internal static readonly Purpose Resample = new(26, "resample");

    /// <summary>The value of a figure that is not known well; by the figure's name.</summary>
    internal static readonly Purpose UncertainFigure = new(30, "uncertain figure");
}
