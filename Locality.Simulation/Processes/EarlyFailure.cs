namespace LocalitySim.Simulation;

/// <summary>Holds what a process threw before its first wait, when it had no frame and no simulator yet.</summary>
internal sealed class EarlyFailure(Exception error)
{
    internal string? MethodName { get; set; }

    /// <summary>Returns the same exception that a later failure arrives in. Its time is filled in where a simulator is at hand.</summary>
    internal ProcessException AsException(string? name = null) =>
        error as ProcessException ?? new ProcessException(name ?? MethodName ?? nameof(Process), null, error);
}
