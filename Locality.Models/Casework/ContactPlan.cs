namespace LocalitySim.Models;

/// <summary>Is how the contacts of one piece of work take place while one worker does it.</summary>
/// <param name="Hours">Hours a week of contact and recording.</param>
/// <param name="RoadHours">Hours a week on the road.</param>
internal readonly record struct ContactPlan(double Hours, double RoadHours);
