using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is a feedback loop: links that lead from a variable back to it, through no variable twice.</summary>
/// <param name="Links">The links in order; each begins where the one before it ends, and the first where the last ends. The first begins at the variable that comes first in <see cref="InfluenceVariable.All"/>.</param>
public sealed record InfluenceLoop(ImmutableArray<InfluenceLink> Links)
{
    /// <summary>Gets whether what starts it feeds on itself: the number of negative links is even. Else the loop is balancing: it works against what starts it.</summary>
    /// <remarks>Source: Sterman, "Business Dynamics" (2000), section 5.2.2: the polarity of a loop is the product of the signs of its links.</remarks>
    public bool IsReinforcing => Links.Count(link => link.Sign == InfluenceSign.Negative) % 2 == 0;

    /// <summary>Gets whether any of its links is delayed.</summary>
    public bool IsDelayed => Links.Any(link => link.IsDelayed);
}
