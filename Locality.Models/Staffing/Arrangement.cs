using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is what is in force at one time: localities, teams, posts, delivery models and the front door. Immutable.</summary>
internal sealed class Arrangement
{
    private static readonly DeliveryModel None = new() { Id = "" };

    private readonly double[][] teamFte;
    private readonly double[] localityFte;

    /// <summary>Makes an arrangement of given posts.</summary>
    internal Arrangement(Scenario scenario, Structure structure, ImmutableArray<Post> posts)
    {
        Scenario = scenario;
        Structure = structure;
        Map = new StructureMap(structure, scenario.Place);
        Services = [.. scenario.Services.Select(service => ServiceMap.Of(structure, service, Map))];
        Delivery = [.. structure.Localities.Select(locality => ModelOf(scenario, structure, locality))];
        FrontDoor = structure.FrontDoor ?? scenario.FrontDoor;
        Placed = posts;
        Posts = WithDesks(posts);
        teamFte = [.. Services.Select(service => new double[service.TeamNames.Length])];
        localityFte = new double[structure.Localities.Length];
        foreach (Post post in Posts)
        {
            teamFte[post.Service][post.Team] += post.Fte;
            localityFte[post.Locality] += post.Fte;
        }
    }

    internal Scenario Scenario { get; }

    internal Structure Structure { get; }

    internal StructureMap Map { get; }

    /// <summary>Gets each service's teams.</summary>
    internal ImmutableArray<ServiceMap> Services { get; }

    /// <summary>Gets each locality's delivery model.</summary>
    internal ImmutableArray<DeliveryModel> Delivery { get; }

    internal FrontDoor FrontDoor { get; }

    /// <summary>Gets the posts where they work: at a hub's desks as far as these go.</summary>
    internal ImmutableArray<Post> Posts { get; }

    /// <summary>Gets the posts at their own bases, before hubs' desks are given out: what a dated change starts from.</summary>
    internal ImmutableArray<Post> Placed { get; }

    /// <summary>Makes the arrangement with which a structure starts.</summary>
    internal static Arrangement Of(Scenario scenario, Structure structure, double boughtFte) =>
        new(scenario, structure, [.. Establishment.Posts(scenario, structure, boughtFte)]);

    /// <summary>Returns the hours a week that the holder of a post has for cases when at work.</summary>
    internal double CaseHours(Post post)
    {
        Service service = Scenario.Services[post.Service];
        if (Services[post.Service].Deployment != Deployment.Locality)
        {
            return post.Fte * WorkingWeek.HoursForCases(service, None, 0);
        }

        DeliveryModel model = Delivery[post.Locality];
        double sitting = 0;
        if (model.Panel is { } panel)
        {
            double fte = teamFte[post.Service][post.Team];
            sitting = fte > 0 ? panel.SittingHours.Value * 5 / panel.Interval.Value / fte : 0;
        }

        return post.Fte * WorkingWeek.HoursForCases(service, model, sitting);
    }

    /// <summary>Returns the full-time equivalents whose base is in a locality.</summary>
    internal double FteOf(int locality) => localityFte[locality];

    /// <summary>Returns the supervision that the holder of a post receives, in hours a week.</summary>
    internal double SupervisionHours(Post post) => post.Fte * ((Services[post.Service].Deployment == Deployment.Locality
        ? Delivery[post.Locality].SupervisionHours
        : null) ?? Scenario.Services[post.Service].SupervisionHours).Value;

    private static DeliveryModel ModelOf(Scenario scenario, Structure structure, Locality locality)
    {
        string? id = structure.Delivery.FirstOrDefault(choice => choice.Localities.Contains(locality.Id, StringComparer.Ordinal))?.Model ?? structure.DeliveryModel;
        return scenario.DeliveryModels.FirstOrDefault(model => string.Equals(model.Id, id, StringComparison.Ordinal)) ?? None;
    }

    /// <summary>
    /// Gives a hub's desks to the posts of its locality, the lowest numbers of each service first and service after service.
    /// Those without one are at the locality's other bases, if it has any.
    /// </summary>
    private ImmutableArray<Post> WithDesks(ImmutableArray<Post> posts)
    {
        int?[] desks = [.. Delivery.Select(model => model.Hub is { } hub ? hub.Desks ?? int.MaxValue : (int?)null)];
        return [.. posts.Select(post =>
        {
            if (Services[post.Service].Deployment != Deployment.Locality || desks[post.Locality] is not { } left)
            {
                return post;
            }

            int[] bases = Map.BaseAreas[post.Locality];
            if (left > 0)
            {
                desks[post.Locality]--;
                return post with { BaseArea = bases[0] };
            }

            return post.BaseArea == bases[0] && bases.Length > 1
                ? post with { BaseArea = bases[1 + (int)(post.Number % (uint)(bases.Length - 1))] }
                : post;
        })];
    }
}
