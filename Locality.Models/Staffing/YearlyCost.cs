namespace LocalitySim.Models;

/// <summary>Is the recurrent cost of a structure in a year, in pounds.</summary>
/// <param name="Posts">Case-holding posts.</param>
/// <param name="AgencyCover">What agency cover of the usual vacancies costs on top of the posts.</param>
/// <param name="FrontDoor">Screening posts.</param>
/// <param name="Management">Area managers, coordinators, administrators, team managers and leaders.</param>
/// <param name="Bases">Bases, and what delivery models cost on top.</param>
/// <param name="Mileage">Expected mileage, with every case at its nominal pace.</param>
public sealed record YearlyCost(double Posts, double AgencyCover, double FrontDoor, double Management, double Bases, double Mileage)
{
    /// <summary>Gets the sum.</summary>
    public double Total => Posts + AgencyCover + FrontDoor + Management + Bases + Mileage;
}
