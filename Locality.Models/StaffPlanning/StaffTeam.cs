namespace LocalitySim.Models;

/// <summary>Is a team whose posts are asked about.</summary>
/// <param name="Service">The service's index.</param>
/// <param name="Team">The index of the team among the service's teams.</param>
/// <param name="Locality">The team's name: a locality's id, an upper-tier area's name, or <c>authority</c>.</param>
/// <param name="ServiceId">The service's id.</param>
/// <param name="Leads">Whether the service leads a pathway: waits are for a lead, else for its help beside one.</param>
internal sealed record StaffTeam(int Service, int Team, string Locality, string ServiceId, bool Leads)
{
    internal string Name => $"{ServiceId} {Locality}";
}
