namespace LocalitySim.Models;

/// <summary>Is what comes to a team over what it can do.</summary>
/// <param name="Locality">The locality's id.</param>
/// <param name="Service">The service's id.</param>
/// <param name="CasesPerYear">Cases accepted in a year.</param>
/// <param name="HoursLoad">Hours required over hours available, travel left out; infinite where nobody is there to work them.</param>
/// <param name="PointsLoad">Points × nominal days required over those available; infinite where nobody is there to hold them.</param>
public sealed record TeamLoad(string Locality, string Service, double CasesPerYear, double HoursLoad, double PointsLoad)
{
    /// <summary>Gets the larger load.</summary>
    public double Load => Math.Max(HoursLoad, PointsLoad);

    /// <summary>Gets whether the list keeps growing: the load is 1 or more.</summary>
    public bool IsOverloaded => Load >= 1;

    /// <summary>Gets by how many cases a year the list grows.</summary>
    public double ListGrowthPerYear => IsOverloaded ? CasesPerYear * (1 - (1 / Load)) : 0;
}
