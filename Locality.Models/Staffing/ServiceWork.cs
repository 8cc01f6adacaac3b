namespace LocalitySim.Models;

/// <summary>Is the yearly work that a pathway brings to one service.</summary>
/// <param name="Service">The service's index.</param>
/// <param name="Cases">Cases that wait for a worker to lead or to help.</param>
/// <param name="Hours">Hours, road left out.</param>
/// <param name="PointDays">Points × nominal calendar days.</param>
internal readonly record struct ServiceWork(int Service, double Cases, double Hours, double PointDays);
