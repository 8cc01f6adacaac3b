namespace LocalitySim.Simulation;

/// <summary>Says that a server goes on or off duty at a time.</summary>
/// <param name="Time">The simulated time, or the time since the beginning of the period of a timetable that repeats: zero or more.</param>
/// <param name="OnDuty">Whether the server is on duty from then on.</param>
public readonly record struct ShiftChange(double Time, bool OnDuty);
