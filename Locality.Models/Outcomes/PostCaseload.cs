namespace LocalitySim.Models;

/// <summary>Is what one post held over the monthly looks of one future.</summary>
/// <param name="Locality">The id of the locality, of those with which the structure starts, in which the post has its base at the end.</param>
/// <param name="Service">The service's id.</param>
/// <param name="Fte">The post's size at the end in full-time equivalents: above zero.</param>
/// <param name="PointsPerFte">Points held per full-time equivalent: the mean over the looks at which the post was filled; zero or more.</param>
public sealed record PostCaseload(string Locality, string Service, double Fte, double PointsPerFte);
