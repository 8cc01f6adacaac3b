using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is the sharing of staff anew among localities, once or every year: a commissioning cycle.</summary>
public sealed record Reallocation
{
    /// <summary>Gets what staff are shared by.</summary>
    [Sourced(Standing.Judged, "South Gloucestershire 2010: assess need, plan, supply, review, each year.")]
    public ReallocationBasis By { get; init; } = ReallocationBasis.Referrals;

    /// <summary>Gets the ids of the services; none means all that have several teams.</summary>
    public ImmutableArray<string> Services { get; init; } = [];

    /// <summary>Gets whether it is done again every year.</summary>
    [Sourced(Standing.Judged, "South Gloucestershire 2010: once a year.")]
    public bool EveryYear { get; init; } = true;

    /// <summary>Gets the least gain for which a post moves, in posts: how far a team must be from its share. Below one, a post moves whenever rounding says so.</summary>
    [Sourced(Standing.Judged, "One post: less is noise.")]
    public double Threshold { get; init; } = 1;
}
