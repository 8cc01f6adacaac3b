using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is one referral of one child, from contact to closure: what is drawn for it, where it stands, and what has happened.</summary>
/// <remarks>Times are in days from the start of the run; a time that has not come is null.</remarks>
internal sealed class Case(CaseIdentity identity, Signal allocated)
{
    /// <summary>Gets who and which this is, the same in every structure.</summary>
    internal CaseIdentity Identity { get; } = identity;

    /// <summary>Gets or sets the index of the pathway now: escalation may change it.</summary>
    internal int Pathway { get; set; } = identity.Pathway;

    /// <summary>Gets the signal that a worker has been found.</summary>
    internal Signal Allocated { get; } = allocated;

    /// <summary>Gets or sets the worker who holds it.</summary>
    internal Caseworker? Worker { get; set; }

    /// <summary>Gets or sets the worker whom the child knows, and the number of that post's holder at the time.</summary>
    internal (Caseworker Worker, int Holder)? Known { get; set; }

    /// <summary>Gets or sets the worker who finished the assessment.</summary>
    internal Caseworker? Assessor { get; set; }

    /// <summary>Gets or sets the points it takes of its worker's limit now.</summary>
    internal double Points { get; set; }

    /// <summary>Gets or sets the place in the list: lower first.</summary>
    internal int Priority { get; set; }

    /// <summary>Gets or sets since when it stands in a list; with the turn it decides the order within a priority.</summary>
    internal double ListedSince { get; set; }

    /// <summary>Gets or sets when it entered the list that it stands in.</summary>
    internal double EnteredAt { get; set; }

    /// <summary>Gets or sets the number of its entry into the list.</summary>
    internal long Turn { get; set; }

    internal double? ReferredAt { get; set; }

    internal double? AssessedAt { get; set; }

    internal double? AcceptedAt { get; set; }

    internal double? AllocatedAt { get; set; }

    internal double? EndedAt { get; set; }

    /// <summary>Gets or sets when the child was referred before, or that case closed.</summary>
    internal (double Referred, double Closed)? Previous { get; set; }

    internal CaseOutcome Outcome { get; set; }

    internal bool Escalated { get; set; }

    /// <summary>Gets or sets the number of lead professionals so far.</summary>
    internal int Leads { get; set; }

    /// <summary>Gets or sets the number of different workers so far, the assessor included; a return to an earlier one counts again.</summary>
    internal int Workers { get; set; }

    /// <summary>Gets the days that it waited from acceptance to its first lead, up to a time.</summary>
    internal double WaitedBy(double time) => AcceptedAt is { } accepted ? (AllocatedAt ?? EndedAt ?? time) - accepted : 0;
}
