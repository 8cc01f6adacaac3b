using System.Globalization;

namespace LocalitySim.Simulation;

/// <summary>Is a process that waits for something other than a time.</summary>
/// <param name="Name">The process's name: the one given at its start, or its method's.</param>
/// <param name="Since">The time at which the wait began.</param>
/// <param name="For">What it waits for: the name of the place, or its kind, such as "a resource".</param>
public sealed record WaitingProcess(string Name, double Since, string For)
{
    /// <summary>Returns a sentence without its stop: "Visit waits for desk since 3".</summary>
    /// <returns>The words.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} waits for {For} since {Since:R}");
}
