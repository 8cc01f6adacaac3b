namespace LocalitySim.Models;

/// <summary>Is one locality at work: its front door, its managers and how its services work together.</summary>
/// <param name="Id">The locality's id.</param>
/// <param name="FrontDoor">The front door, shared with others where the scenario says so.</param>
/// <param name="Managers">The managers.</param>
/// <param name="Delivery">How the services work together.</param>
internal sealed record LocalitySite(string Id, FrontDoorSite FrontDoor, ManagerPool Managers, DeliverySite Delivery);
