namespace LocalitySim.Models;

/// <summary>Says which team of a service serves which area in a structure, and where each team has its bases.</summary>
internal sealed class ServiceMap
{
    private ServiceMap(Deployment deployment, int[] teamOfLocality, string[] names, StructureMap map)
    {
        Deployment = deployment;
        TeamNames = names;
        TeamOfArea = [.. map.LocalityOfArea.Select(locality => teamOfLocality[locality])];
        Bases = [.. names.Select((_, team) => (Base[])
            [.. Enumerable.Range(0, teamOfLocality.Length)
                .Where(locality => teamOfLocality[locality] == team)
                .SelectMany(locality => map.BaseAreas[locality].Select(area => new Base(locality, area)))])];
    }

    /// <summary>Gets how widely one team works.</summary>
    internal Deployment Deployment { get; }

    /// <summary>Gets the teams' names: a locality's id, an upper-tier area's name, or <c>authority</c>.</summary>
    internal string[] TeamNames { get; }

    /// <summary>Gets the index of the team that serves each area.</summary>
    internal int[] TeamOfArea { get; }

    /// <summary>Gets each team's bases: those of its localities, in their order.</summary>
    internal Base[][] Bases { get; }

    /// <summary>Makes the map of a service in a structure.</summary>
    internal static ServiceMap Of(Structure structure, Service service, StructureMap map)
    {
        Deployment deployment = PlacementOf(structure, service)?.Deployment ?? service.Deployment;
        List<string> names = [];
        int[] teamOfLocality = new int[structure.Localities.Length];
        for (int locality = 0; locality < teamOfLocality.Length; locality++)
        {
            string name = deployment switch
            {
                Deployment.Authority => "authority",
                Deployment.UpperTierArea => structure.Localities[locality].UpperTierArea ?? structure.Localities[locality].Id,
                _ => structure.Localities[locality].Id,
            };
            int team = names.IndexOf(name);
            if (team < 0)
            {
                team = names.Count;
                names.Add(name);
            }

            teamOfLocality[locality] = team;
        }

        return new ServiceMap(deployment, teamOfLocality, [.. names], map);
    }

    /// <summary>Returns how a structure places a service, where it says so.</summary>
    internal static ServicePlacement? PlacementOf(Structure structure, Service service) =>
        structure.Services.FirstOrDefault(item => string.Equals(item.Service, service.Id, StringComparison.Ordinal));

    /// <summary>Returns the areas that a team serves.</summary>
    internal HashSet<int> AreasOf(int team) => [.. Enumerable.Range(0, TeamOfArea.Length).Where(area => TeamOfArea[area] == team)];

    /// <summary>Sums the areas' values by team.</summary>
    internal double[] ByTeam(double[] areaValues)
    {
        double[] sums = new double[TeamNames.Length];
        for (int area = 0; area < areaValues.Length; area++)
        {
            sums[TeamOfArea[area]] += areaValues[area];
        }

        return sums;
    }
}
