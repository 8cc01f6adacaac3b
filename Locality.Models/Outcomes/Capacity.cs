namespace LocalitySim.Models;

/// <summary>Shares what teams have among the areas that they serve.</summary>
internal static class Capacity
{
    /// <summary>Returns what each area has, where a team's posts count for its areas by their need; by equal parts where none has any.</summary>
    /// <param name="arrangement">Which team serves which area.</param>
    /// <param name="needShares">Each area's share of need.</param>
    /// <param name="posts">The service, team and size of each post.</param>
    internal static double[] ByArea(Arrangement arrangement, double[] needShares, IEnumerable<(int Service, int Team, double Size)> posts)
    {
        double[][] teams = [.. arrangement.Services.Select(map => new double[map.TeamNames.Length])];
        foreach ((int service, int team, double size) in posts)
        {
            teams[service][team] += size;
        }

        double[] areas = new double[needShares.Length];
        for (int service = 0; service < teams.Length; service++)
        {
            ServiceMap map = arrangement.Services[service];
            double[] need = map.ByTeam(needShares);
            double[] members = map.ByTeam([.. needShares.Select(_ => 1.0)]);
            for (int area = 0; area < areas.Length; area++)
            {
                int team = map.TeamOfArea[area];
                areas[area] += teams[service][team] * (need[team] > 0 ? needShares[area] / need[team] : 1 / members[team]);
            }
        }

        return areas;
    }
}
