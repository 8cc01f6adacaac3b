using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is a post and whoever holds it: one server of its own under the work law, with a limit in points.</summary>
/// <remarks>
/// The work law: every open case uses up its nominal working days at the pace min(1, (H − Σ upkeep) ÷ Σ w), where H is the
/// hours a week left for cases and w the hours a week that a case takes at the nominal pace, travel included.
/// </remarks>
internal sealed class Caseworker
{
    private readonly Simulator simulator;
    private readonly Service service;
    private readonly WorkingCalendar calendar;
    private readonly double pointsLimit;
    private int awayCount;
    private bool isOnDuty;
    private double dip;
    private double otherWork;
    private double otherWorkRate;
    private double otherWorkSince;

    internal Caseworker(Simulator simulator, WorkingCalendar calendar, Post post, Service service, Team team)
        : this(simulator, calendar, post, service, team, post.Fte * WorkingWeek.HoursForCases(service, new DeliveryModel { Id = "" }, 0))
    {
    }

    internal Caseworker(Simulator simulator, WorkingCalendar calendar, Post post, Service service, Team team, double caseHours)
    {
        this.service = service;
        this.calendar = calendar;
        this.simulator = simulator;
        Post = post;
        Team = team;
        pointsLimit = service.PointsPerFte.Value * post.Fte;
        CaseHours = caseHours;
        Server = new ProcessorSharingServer(simulator, CaseHours, maximumPace: 1, calendar);
        SumOtherWork();
    }

    internal Post Post { get; private set; }

    internal Team Team { get; private set; }

    /// <summary>Gets the server that the cases share. Its capacity is in hours a week, its work in working days.</summary>
    internal ProcessorSharingServer Server { get; }

    /// <summary>Gets H: the hours a week left for cases when the holder is at work.</summary>
    internal double CaseHours { get; private set; }

    /// <summary>Gets whether somebody holds the post.</summary>
    internal bool IsFilled { get; private set; } = true;

    /// <summary>Gets whether an agency worker holds the post.</summary>
    internal bool IsAgency { get; private set; }

    /// <summary>Gets whether the post is there no longer.</summary>
    internal bool IsAbolished { get; private set; }

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

    /// <summary>Gets the hours of work outside cases so far: those of each week in which the post is filled and its holder at work, on duty or not.</summary>
    internal double OtherWorkHours => otherWork + (otherWorkRate * (calendar.ToServiceTime(simulator.Now) - otherWorkSince));

    /// <summary>Gets or sets the number of the last duty, counted over all rotas; 0 where there was none.</summary>
    internal long DutyTurn { get; set; }

    /// <summary>Tells whether a case of some points fits under the limit. One heavier than a full limit fits a worker who holds nothing else.</summary>
    internal bool Fits(double points) => IsAvailable && (HeldPoints + points <= PointsLimit + 1e-9 || (HeldCases == 0 && points > pointsLimit));

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
        SetCapacity();
    }

    /// <summary>Brings the holder back.</summary>
    internal void ComeBack()
    {
        awayCount--;
        SetCapacity();
        OfferRoom();
    }

    /// <summary>Sets whether the holder is on duty: there, and able to take a case, but without time for casework.</summary>
    internal void SetDuty(bool onDuty)
    {
        isOnDuty = onDuty;
        SetCapacity();
    }

    /// <summary>Sets the share of hours that the holder loses to a change of everybody's place.</summary>
    internal void SetDip(double share)
    {
        dip = share;
        SetCapacity();
    }

    /// <summary>Empties the post: its cases are put out, their progress kept.</summary>
    internal void Leave()
    {
        IsFilled = false;
        IsAgency = false;
        Holder++;
        SetCapacity();
        HeldPoints = 0;
        HeldShare = 0;
        HeldCases = 0;
        Server.EvictAll();
    }

    /// <summary>Fills the post with somebody new.</summary>
    internal void Fill(bool firstYear, bool agency = false)
    {
        if (IsAbolished)
        {
            return;
        }

        IsFilled = true;
        IsAgency = agency;
        IsFirstYear = firstYear;
        SetCapacity();
        OfferRoom();
    }

    /// <summary>Ends the holder's first year.</summary>
    internal void EndFirstYear()
    {
        IsFirstYear = false;
        HeldShare = HeldPoints / PointsLimit;
        Team.Offer(this);
    }

    /// <summary>Ends the post for good: its cases are put out.</summary>
    internal void Abolish()
    {
        IsAbolished = true;
        Leave();
    }

    /// <summary>Gives the post another team, base or week. Its cases are put out, so that each may see whether it can stay.</summary>
    internal void MoveTo(Post post, Team team, double caseHours)
    {
        Post = post;
        Team = team;
        CaseHours = caseHours;
        SetCapacity();
        Server.EvictAll();
    }

    /// <summary>Gives the post other numbers for the same team and locality: nobody notices.</summary>
    internal void Renumber(Post post) => Post = post;

    private void SetCapacity()
    {
        Server.Capacity = IsAvailable && !isOnDuty ? CaseHours * (1 - dip) : 0;
        SumOtherWork();
    }

    /// <summary>Adds up the work outside cases at the rate until now, and sets the rate from now on, in hours a working day.</summary>
    private void SumOtherWork()
    {
        if (service.OtherWork.IsEmpty)
        {
            return;
        }

        double now = calendar.ToServiceTime(simulator.Now);
        otherWork += otherWorkRate * (now - otherWorkSince);
        otherWorkSince = now;
        otherWorkRate = IsAvailable ? Post.Fte * WorkingWeek.OtherWorkHours(service) / 5 : 0;
    }

    private void OfferRoom()
    {
        if (IsAvailable)
        {
            Team.Offer(this);
        }
    }
}
