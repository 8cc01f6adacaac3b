using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is a request for a further service's help with a case.</summary>
/// <remarks>Times are in days from the start of the run; a time that has not come is null.</remarks>
internal sealed class SupportRequest(Case item, SupportLaws laws, Signal allocated) : Assignment(item.HomeArea, allocated)
{
    /// <summary>Gets the case.</summary>
    internal Case Case { get; } = item;

    /// <summary>Gets which help was asked for.</summary>
    internal SupportLaws Laws { get; } = laws;

    /// <summary>Gets or sets when the lead asked for it.</summary>
    internal double RequestedAt { get; set; }

    internal double? StartedAt { get; set; }

    internal double? EndedAt { get; set; }
}
