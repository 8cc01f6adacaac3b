namespace LocalitySim.Models;

/// <summary>Is the recurrent cost of a structure in a year, in pounds.</summary>
/// <param name="Posts">Case-holding posts.</param>
/// <param name="FrontDoor">Screening posts.</param>
/// <param name="Management">Area managers, coordinators and team managers.</param>
/// <param name="Bases">Bases.</param>
/// <param name="Mileage">Expected mileage, with every case at its nominal pace.</param>
public sealed record YearlyCost(double Posts, double FrontDoor, double Management, double Bases, double Mileage)
{
    /// <summary>Gets the sum.</summary>
    public double Total => Posts + FrontDoor + Management + Bases + Mileage;
}
