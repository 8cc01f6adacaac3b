namespace LocalitySim.Models;

/// <summary>Is what a structure borrows from another one in single respects, so that a difference between two can be split into its parts.</summary>
/// <param name="ManagersOf">The structure whose number of localities counts for managers, coordinators and links with partners: its total is shared evenly.</param>
/// <param name="MoneyOf">The structure whose freed money buys posts.</param>
/// <param name="RoadsOf">The structure from whose bases families are visited, whoever goes; null means from the worker's own base.</param>
internal sealed record StructureVariation(Structure ManagersOf, Structure MoneyOf, Structure? RoadsOf);
