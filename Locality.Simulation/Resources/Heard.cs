using System.Diagnostics.CodeAnalysis;

namespace LocalitySim.Simulation;

/// <summary>Says what a process heard that waited for a <see cref="Broadcast{T}"/>.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="Came">Whether a value came: false if patience ran out first.</param>
/// <param name="Value">The value, if one came.</param>
public readonly record struct Heard<T>([property: MemberNotNullWhen(true, nameof(Heard<>.Value))] bool Came, T? Value);
