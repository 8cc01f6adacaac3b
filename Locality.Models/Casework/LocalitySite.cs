namespace LocalitySim.Models;

/// <summary>Is one locality at work: its front door, its teams and its managers.</summary>
/// <param name="AccessPoint">The front door, shared with the others where the authority has only one.</param>
/// <param name="Teams">The team of each service, by the service's index.</param>
/// <param name="Managers">The managers.</param>
internal sealed record LocalitySite(AccessPoint AccessPoint, Team[] Teams, ManagerPool Managers);
