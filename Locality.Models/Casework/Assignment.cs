using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is work that one service does for one family: it stands in a team's list until a worker has room, and is then held by that worker.</summary>
internal class Assignment(int homeArea, Signal allocated)
{
    /// <summary>Gets the index of the family's home area.</summary>
    internal int HomeArea { get; } = homeArea;

    /// <summary>Gets the signal that a worker has been found.</summary>
    internal Signal Allocated { get; } = allocated;

    /// <summary>Gets or sets the index of the service whose team does the work now.</summary>
    internal int Service { get; set; }

    /// <summary>Gets or sets the worker who holds it.</summary>
    internal Caseworker? Worker { get; set; }

    /// <summary>Gets or sets the worker whom the child knows, and the number of that post's holder at the time.</summary>
    internal (Caseworker Worker, int Holder)? Known { get; set; }

    /// <summary>Gets or sets the worker, and the number of that post's holder, who keeps it although its area is now another team's; null if nobody does.</summary>
    internal (Caseworker Worker, int Holder)? KeptBy { get; set; }

    /// <summary>Gets or sets how often a dated change took it from a worker who stayed in post.</summary>
    internal int Transfers { get; set; }

    /// <summary>Gets or sets whether it stands still between the worker from whom a dated change took it and the list of the next.</summary>
    internal bool IsInTransfer { get; set; }

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

    /// <summary>Gets or sets the list that it stands in; null while it stands in none.</summary>
    internal Team? ListedIn { get; set; }
}
