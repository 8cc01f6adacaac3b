namespace LocalitySim.Models;

/// <summary>Is how the contacts of one piece of work take place while one worker does it, at the nominal pace.</summary>
/// <param name="Hours">Hours a week of contact and recording, missed appointments included.</param>
/// <param name="RoadHours">Hours a week on the road.</param>
/// <param name="Hub">The hub where some contacts take place; null where all are at home.</param>
/// <param name="RoomHours">Hours a week of its rooms.</param>
/// <param name="FamilyKilometres">Kilometres a week that the family travels to it and back.</param>
internal readonly record struct ContactPlan(double Hours, double RoadHours, Hub? Hub = null, double RoomHours = 0, double FamilyKilometres = 0);
