using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is a post and whoever holds it: one server of its own under the work law, with a limit in points.</summary>
/// <remarks>
/// The work law: every open case uses up its nominal working days at the pace min(1, (H − Σ upkeep) ÷ Σ w), where H is the
/// hours a week left for cases and w the hours a week that a case takes at the nominal pace, travel included.
/// </remarks>
internal sealed class Caseworker
{
    private readonly Service service;
    private readonly double pointsLimit;
    private int awayCount;

    internal Caseworker(Simulator simulator, WorkingCalendar calendar, Post post, Service service, Team team)
    {
        this.service = service;
        Post = post;
        Team = team;
        pointsLimit = service.PointsPerFte.Value * post.Fte;
        CaseHours = post.Fte * WorkingWeek.HoursForCases(service);
        Server = new ProcessorSharingServer(simulator, CaseHours, maximumPace: 1, calendar);
    }

    internal Post Post { get; }

    internal Team Team { get; }

    /// <summary>Gets the server that the cases share. Its capacity is in hours a week, its work in working days.</summary>
    internal ProcessorSharingServer Server { get; }

    /// <summary>Gets H: the hours a week left for cases when the holder is at work.</summary>
    internal double CaseHours { get; }

    /// <summary>Gets whether somebody holds the post.</summary>
    internal bool IsFilled { get; private set; } = true;

    /// <summary>Gets the number of people who have held the post before this one.</summary>
    internal int Holder { get; private set; }

    /// <summary>Gets whether this is the holder's first year.</summary>
    internal bool IsFirstYear { get; private set; }

    /// <summary>Gets the points held.</summary>
    internal double HeldPoints { get; private set; }

    /// <summary>Gets the points that the holder may hold.</summary>
    internal double PointsLimit => IsFirstYear ? pointsLimit * service.FirstYearLimit.Value : pointsLimit;

    /// <summary>Gets the points held over the limit; kept, because each allocation compares it for every worker of the team.</summary>
    internal double HeldShare { get; private set; }

    /// <summary>Gets the number of cases held.</summary>
    internal int HeldCases { get; private set; }

    /// <summary>Gets whether the holder is there to take a case.</summary>
    internal bool IsAvailable => IsFilled && awayCount == 0;

    /// <summary>Gets hours required over hours available: above 1 where cases move on slower than they should.</summary>
    internal double Load => CaseHours > 0 ? (Server.TotalWeight + Server.TotalStandingLoad) / CaseHours : 0;

    /// <summary>Tells whether a case of some points fits under the limit.</summary>
    internal bool Fits(double points) => IsAvailable && HeldPoints + points <= PointsLimit + 1e-9;

    /// <summary>Takes a case under the limit.</summary>
    internal void Hold(double points)
    {
        HeldPoints += points;
        HeldCases++;
        HeldShare = HeldPoints / PointsLimit;
    }

    /// <summary>Lets a case go, and offers the free points to those who wait.</summary>
    internal void Release(double points)
    {
        HeldCases--;
        HeldPoints = HeldCases == 0 ? 0 : HeldPoints - points;
        HeldShare = HeldPoints / PointsLimit;
        Team.Offer(this);
    }

    /// <summary>Sends the holder away for a while: cases keep their points and stand still.</summary>
    internal void GoAway()
    {
        awayCount++;
        Server.Capacity = 0;
    }

    /// <summary>Brings the holder back.</summary>
    internal void ComeBack()
    {
        awayCount--;
        if (IsAvailable)
        {
            Server.Capacity = CaseHours;
            Team.Offer(this);
        }
    }

    /// <summary>Empties the post: its cases are put out, their progress kept.</summary>
    internal void Leave()
    {
        IsFilled = false;
        Holder++;
        Server.Capacity = 0;
        HeldPoints = 0;
        HeldShare = 0;
        HeldCases = 0;
        Server.EvictAll();
    }

    /// <summary>Fills the post with somebody new.</summary>
    internal void Fill(bool firstYear)
    {
        IsFilled = true;
        IsFirstYear = firstYear;
        if (IsAvailable)
        {
            Server.Capacity = CaseHours;
            Team.Offer(this);
        }
    }

    /// <summary>Ends the holder's first year.</summary>
    internal void EndFirstYear()
    {
        IsFirstYear = false;
        HeldShare = HeldPoints / PointsLimit;
        Team.Offer(this);
    }
}
