namespace LocalitySim.Simulation;

/// <summary>Ends the wait of a process that another one interrupted.</summary>
/// <param name="cause">What the interrupting process handed over.</param>
#pragma warning disable CA1032 // It is thrown by the engine alone, always with its cause.
public sealed class InterruptedException(object? cause) : Exception("The process was interrupted.")
#pragma warning restore CA1032
{
    /// <summary>Gets what the interrupting process handed over.</summary>
    public object? Cause { get; } = cause;
}
