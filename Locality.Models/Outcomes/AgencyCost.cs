namespace LocalitySim.Models;

/// <summary>Is what a partner agency pays in a year for a structure as it starts, in pounds.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Posts">Case-holding posts that it employs.</param>
/// <param name="AgencyCover">What agency cover of their usual vacancies costs on top.</param>
/// <param name="FrontDoor">Screening posts: at the agency of the service that the budget names.</param>
/// <param name="Management">Managers, coordinators and administrators: there too.</param>
/// <param name="Bases">Bases and what delivery models cost on top: there too.</param>
/// <param name="Mileage">Expected mileage of its services.</param>
/// <param name="Transfers">What it pays into the pooled budget; what the agency of the service that the budget names receives is below zero. Over all agencies, nothing.</param>
public sealed record AgencyCost(
    string Agency, double Posts, double AgencyCover, double FrontDoor, double Management, double Bases, double Mileage, double Transfers)
{
    /// <summary>Gets what it pays after transfers.</summary>
    public double Total => Posts + AgencyCover + FrontDoor + Management + Bases + Mileage + Transfers;
}
