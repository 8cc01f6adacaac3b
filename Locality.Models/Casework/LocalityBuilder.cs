using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Builds the localities of a structure in a simulator.</summary>
internal static class LocalityBuilder
{
    internal static LocalitySite[] Build(StructureBasis basis, Simulator simulator)
    {
        Scenario scenario = basis.Scenario;
        double[] need = basis.Map.ByLocality(basis.Demand.NeedShares);
        FrontDoor door = scenario.FrontDoor;
        AccessPoint? shared = door.Scope == Deployment.Authority
            ? new AccessPoint(simulator, basis.Calendar, door, door.Fte.Value)
            : null;
        var sites = new LocalitySite[basis.Structure.Localities.Length];
        for (int locality = 0; locality < sites.Length; locality++)
        {
            Team[] teams = [.. scenario.Services.Select(_ => new Team(simulator, basis.Travel))];
            double fte = 0;
            double supervision = 0;
            foreach (Post post in basis.Posts)
            {
                if (post.Locality != locality)
                {
                    continue;
                }

                Service service = scenario.Services[post.Service];
                Team team = teams[post.Service];
                team.Add(new Caseworker(simulator, basis.Calendar, post, service, team));
                fte += post.Fte;
                supervision += post.Fte * service.SupervisionHours.Value;
            }

            ManagerPool managers = new(
                simulator,
                basis.Calendar,
                ManagerHours.Fte(scenario.Management, fte),
                ManagerHours.FreePerWeek(scenario.Management, fte, supervision));
            AccessPoint accessPoint = shared ?? new AccessPoint(simulator, basis.Calendar, door, door.Fte.Value * need[locality]);
            sites[locality] = new LocalitySite(accessPoint, teams, managers);
        }

        return sites;
    }
}
