using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is what moves what in the simulation of a scenario: an influence diagram, or causal loop diagram, of the mechanisms that it has switched on.</summary>
/// <remarks>
/// <para>
/// It is read off the scenario, and nothing is simulated. All services, pathways and localities stand in it together: a link is there if it is there for
/// any of them. A sign says which way, not how much, and holds while all else stays as it is. Two paths between the same variables may cancel:
/// without upkeep more open cases close no slower and no faster once a worker has more than the hours for them (each moves on the slower, and
/// there are the more of them), so that overload alone feeds nothing. What is done once on a date, such as a redraw, stands outside.
/// </para>
/// <para>
/// Sources: Coyle, "System Dynamics Modelling" (1996), chapter 2 (influence diagrams); Sterman, "Business Dynamics" (2000), chapter 5 (signs, delays
/// and loops). Bath and North East Somerset's preventative strategy set out its aims in such a diagram.
/// </para>
/// </remarks>
public sealed record InfluenceDiagram
{
    /// <summary>The most feedback loops that are listed: more than anybody reads.</summary>
    public const int MostLoops = 40;

    private InfluenceDiagram()
    {
    }

    /// <summary>Gets the variables that a link begins or ends at, in the order of <see cref="InfluenceVariable.All"/>.</summary>
    public required ImmutableArray<InfluenceVariable> Variables { get; init; }

    /// <summary>Gets the links, at most one from one variable to another, in the order of the variables that they begin at and then of those that they end at.</summary>
    public required ImmutableArray<InfluenceLink> Links { get; init; }

    /// <summary>Gets the feedback loops, the shortest first, at most <see cref="MostLoops"/>; among loops as long as each other in the order of their variables.</summary>
    public required ImmutableArray<InfluenceLoop> Loops { get; init; }

    /// <summary>Gets whether there are more loops than are listed.</summary>
    public required bool HasMoreLoops { get; init; }

    /// <summary>Draws the diagram of a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <returns>The diagram.</returns>
    public static InfluenceDiagram Of(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ImmutableArray<InfluenceLink> links =
        [
            .. DemandInfluences.Of(scenario).Concat(WaitingInfluences.Of(scenario)).Concat(WorkInfluences.Of(scenario)).Concat(StaffInfluences.Of(scenario))
                .OrderBy(link => InfluenceVariable.All.IndexOf(link.From))
                .ThenBy(link => InfluenceVariable.All.IndexOf(link.To)),
        ];
        ImmutableArray<InfluenceVariable> variables = [.. InfluenceVariable.All.Where(variable => links.Any(link => link.From == variable || link.To == variable))];
        ImmutableArray<InfluenceLoop> loops = FeedbackLoops.Of(variables, links, MostLoops + 1);
        return new InfluenceDiagram
        {
            Variables = variables,
            Links = links,
            Loops = [.. loops.Take(MostLoops)],
            HasMoreLoops = loops.Length > MostLoops,
        };
    }

    /// <summary>Returns the link from one variable to another; null where there is none.</summary>
    /// <param name="from">The variable that moves the other.</param>
    /// <param name="to">The variable that is moved.</param>
    /// <returns>The link.</returns>
    public InfluenceLink? Link(InfluenceVariable from, InfluenceVariable to) => Links.FirstOrDefault(link => link.From == from && link.To == to);
}
