namespace LocalitySim.Simulation;

/// <summary>Holds what a process threw before its first wait, when it had no frame and no simulator yet.</summary>
internal sealed class EarlyFailure(Exception error)
{
    internal Exception Error { get; } = error;

    internal string? MethodName { get; set; }
}
