using System.Globalization;

namespace LocalitySim.Simulation;

/// <summary>Says that a process failed: which one, and at what simulated time.</summary>
/// <param name="processName">The process's name.</param>
/// <param name="time">The simulated time of the failure.</param>
/// <param name="innerException">What the process threw.</param>
#pragma warning disable CA1032 // It always has a process, a time and a cause.
public sealed class ProcessException(string processName, double time, Exception innerException)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"Process '{processName}' failed at time {time:R}: {innerException?.Message}"), innerException)
#pragma warning restore CA1032
{
    /// <summary>Gets the process's name: the one given at its start, or its method's.</summary>
    public string ProcessName { get; } = processName;

    /// <summary>Gets the simulated time of the failure.</summary>
    public double Time { get; } = time;
}
