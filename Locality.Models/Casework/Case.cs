using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is one referral of one child, or of brothers and sisters together, from contact to closure: what is drawn for it, where it stands, and what has happened.</summary>
/// <remarks>Times are in days from the start of the run; a time that has not come is null.</remarks>
internal sealed class Case(CaseIdentity identity, Signal allocated) : Assignment(identity.Area, allocated)
{
    /// <summary>Gets who and which this is, the same in every structure.</summary>
    internal CaseIdentity Identity { get; } = identity;

    /// <summary>Gets or sets the index of the pathway now: escalation may change it.</summary>
    internal int Pathway { get; set; } = identity.Pathway;

    /// <summary>Gets the index of the pathway on which the referral came or the tier began.</summary>
    internal int FirstPathway { get; init; } = identity.Pathway;

    /// <summary>Gets or sets the number of children.</summary>
    internal int Children { get; set; } = 1;

    /// <summary>Gets or sets the index of the age band in the first pathway's list; null where ages are not told apart.</summary>
    internal int? AgeBand { get; set; }

    /// <summary>Gets or sets the index of the source in the first pathway's list; null where sources are not told apart.</summary>
    internal int? Source { get; set; }

    /// <summary>Gets or sets whether it is urgent once accepted.</summary>
    internal bool IsUrgent { get; set; }

    /// <summary>Gets or sets whether it needs a conference once accepted.</summary>
    internal bool NeedsConference { get; set; }

    /// <summary>Gets or sets the further services that it wants.</summary>
    internal WantedSupport[] Wants { get; set; } = [];

    /// <summary>Gets or sets the worker who finished the assessment.</summary>
    internal Caseworker? Assessor { get; set; }

    internal double? ReferredAt { get; set; }

    internal double? ScreenedAt { get; set; }

    internal double? AssessedAt { get; set; }

    internal double? AcceptedAt { get; set; }

    internal double? AllocatedAt { get; set; }

    /// <summary>Gets or sets when the conference was due and when it took place.</summary>
    internal double? ConferenceDueAt { get; set; }

    internal double? ConferenceAt { get; set; }

    internal double? EndedAt { get; set; }

    /// <summary>Gets or sets when the child was referred before, or that case closed.</summary>
    internal (double Referred, double Closed)? Previous { get; set; }

    internal CaseOutcome Outcome { get; set; }

    /// <summary>Gets or sets when its need grew worse while it waited.</summary>
    internal double? EscalatedAt { get; set; }

    internal bool Escalated => EscalatedAt is not null;

    /// <summary>Gets or sets the case of which this one is the next tier; null for a referral.</summary>
    internal Case? SteppedFrom { get; set; }

    /// <summary>Gets when the child was referred, for a later tier the referral that it goes back to.</summary>
    internal double? FirstReferredAt => SteppedFrom is { } earlier ? earlier.FirstReferredAt : ReferredAt;

    /// <summary>Gets or sets the number of lead professionals so far.</summary>
    internal int Leads { get; set; }

    /// <summary>Gets or sets the number of different workers so far, the assessor included; a return to an earlier one counts again.</summary>
    internal int Workers { get; set; }

    /// <summary>Gets when each new person took it, the assessor first.</summary>
    internal List<WorkerChange> WorkerChanges { get; } = [];

    /// <summary>Gets or sets the number of access points that the family came to.</summary>
    internal int AccessPoints { get; set; }

    /// <summary>Gets or sets the number of assessments begun, at access points and by further services too: how often the story was told at length.</summary>
    internal int Assessments { get; set; }

    /// <summary>Gets or sets the number of professionals who work with the family now, and the most so far.</summary>
    internal int Professionals { get; set; }

    internal int MostProfessionals { get; set; }

    /// <summary>Gets or sets whether a panel decided on it.</summary>
    internal bool WentToPanel { get; set; }

    /// <summary>Gets the days that it waited from acceptance to its first lead, up to a time.</summary>
    internal double WaitedBy(double time) => AcceptedAt is { } accepted ? (AllocatedAt ?? EndedAt ?? time) - accepted : 0;

    /// <summary>Notes who has it now, if that is somebody new.</summary>
    internal void NoteWorker(double time)
    {
        if (Known is { } known && (WorkerChanges.Count == 0 || WorkerChanges[^1].Worker != known.Worker || WorkerChanges[^1].Holder != known.Holder))
        {
            WorkerChanges.Add(new WorkerChange(time, known.Worker, known.Holder));
        }
    }

    /// <summary>Counts a professional who begins or ends work with the family.</summary>
    internal void CountProfessional(int change)
    {
        Professionals += change;
        MostProfessionals = Math.Max(MostProfessionals, Professionals);
    }
}
