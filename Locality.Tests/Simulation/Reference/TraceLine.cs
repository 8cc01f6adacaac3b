namespace LocalitySim.Tests;

/// <summary>Says what happened to whom: the same in the engine and in the plain one, to the last bit.</summary>
/// <param name="Time">The time.</param>
/// <param name="Actor">The process; an event or a timer where negative.</param>
/// <param name="What">What happened.</param>
/// <param name="First">What goes with it.</param>
/// <param name="Second">What else goes with it.</param>
/// <param name="Third">What further goes with it.</param>
internal readonly record struct TraceLine(double Time, int Actor, string What, double? First = null, double? Second = null, double? Third = null);
