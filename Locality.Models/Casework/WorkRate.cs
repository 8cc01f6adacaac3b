namespace LocalitySim.Models;

/// <summary>Is what work takes of a worker at the nominal pace.</summary>
/// <param name="Hours">Hours a week, road apart.</param>
/// <param name="ContactsPerWeek">Contacts a week, which decide the road.</param>
/// <param name="Upkeep">Hours a week that it takes whether or not it moves on.</param>
/// <param name="ContactHours">The part of <paramref name="Hours"/> that is spent with the family, and takes a room if that is at a hub.</param>
internal readonly record struct WorkRate(double Hours, double ContactsPerWeek, double Upkeep, double ContactHours);
