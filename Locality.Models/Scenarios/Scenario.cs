using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is everything that a comparison needs: a place, its services and pathways, the rules, and the candidate structures.</summary>
/// <remarks>Immutable, and so safe to share between threads. Variants are made by <c>with</c>.</remarks>
public sealed record Scenario
{
    /// <summary>Gets the place's name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the question asked, in a sentence.</summary>
    public string Question { get; init; } = "";

    /// <summary>Gets the first day of the run.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Gets the areas and which of them touch.</summary>
    public required Place Place { get; init; }

    /// <summary>Gets the working calendar.</summary>
    public CalendarRules Calendar { get; init; } = new();

    /// <summary>Gets where and when referrals come.</summary>
    public DemandRules Demand { get; init; } = new();

    /// <summary>Gets how workers travel.</summary>
    public Travel Travel { get; init; } = new();

    /// <summary>Gets the managers and coordinators.</summary>
    public Management Management { get; init; } = new();

    /// <summary>Gets the access point.</summary>
    public required FrontDoor FrontDoor { get; init; }

    /// <summary>Gets the services: one or more.</summary>
    public required ImmutableArray<Service> Services { get; init; }

    /// <summary>Gets the delivery models that structures may name.</summary>
    public ImmutableArray<DeliveryModel> DeliveryModels { get; init; } = [];

    /// <summary>Gets the pathways: one or more.</summary>
    public required ImmutableArray<Pathway> Pathways { get; init; }

    /// <summary>Gets the feedbacks of overload.</summary>
    public Feedbacks Feedbacks { get; init; } = new();

    /// <summary>Gets how structures are made comparable in money.</summary>
    public required BudgetRules Budget { get; init; }

    /// <summary>Gets the figures that are not known well: every future draws its own values, and all intervals hold what that does. None means that the figures are taken as they stand.</summary>
    public ImmutableArray<UncertainFigure> Uncertain { get; init; } = [];

    /// <summary>Gets how long and how often to simulate, unless the caller says otherwise.</summary>
    public RunPlan Plan { get; init; } = new();

    /// <summary>Gets the candidate structures: one or more. The first is the baseline.</summary>
    public required ImmutableArray<Structure> Structures { get; init; }

    /// <summary>Gets the groupings that a ranking chooses among; absent means that it chooses among the structures.</summary>
    public Groupings? Groupings { get; init; }

    /// <summary>Reads a scenario from its folder.</summary>
    /// <param name="folder">The path of the folder that holds <c>scenario.yaml</c>, <c>areas.csv</c> and <c>neighbours.csv</c>.</param>
    /// <returns>The scenario.</returns>
    /// <exception cref="ScenarioException">The folder has mistakes: all of them are in the exception.</exception>
    public static Scenario Load(string folder) => ScenarioFolder.Load(folder);

    /// <summary>Returns the structure with an id.</summary>
    /// <param name="id">The structure's id.</param>
    /// <returns>The structure.</returns>
    /// <exception cref="ArgumentException">No structure has that id.</exception>
    public Structure Structure(string id) =>
        Structures.FirstOrDefault(structure => string.Equals(structure.Id, id, StringComparison.Ordinal))
        ?? throw new ArgumentException($"No structure is named '{id}'.", nameof(id));

    /// <summary>Returns the place of a service in <see cref="Services"/>.</summary>
    /// <param name="id">The service's id.</param>
    /// <returns>The index, from 0.</returns>
    /// <exception cref="ArgumentException">No service has that id.</exception>
    public int IndexOfService(string id)
    {
        for (int index = 0; index < Services.Length; index++)
        {
            if (string.Equals(Services[index].Id, id, StringComparison.Ordinal))
            {
                return index;
            }
        }

        throw new ArgumentException($"No service is named '{id}'.", nameof(id));
    }
}
