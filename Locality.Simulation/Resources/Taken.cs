using System.Diagnostics.CodeAnalysis;

namespace LocalitySim.Simulation;

/// <summary>Says what a process got that waited for an item of a <see cref="Store{T}"/>.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="Granted">Whether it got an item: false if patience ran out first.</param>
/// <param name="Item">The item, if granted.</param>
public readonly record struct Taken<T>([property: MemberNotNullWhen(true, nameof(Taken<>.Item))] bool Granted, T? Item);
