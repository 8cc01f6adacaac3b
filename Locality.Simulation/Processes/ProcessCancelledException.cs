namespace LocalitySim.Simulation;

/// <summary>Ends the wait of a process that was cancelled, so that its <c>using</c> and <c>finally</c> run. Let it pass.</summary>
/// <remarks>Whoever awaits the result of a cancelled <see cref="Process{TResult}"/> gets it too: there is no result.</remarks>
#pragma warning disable CA1032 // It is thrown by the engine alone.
public sealed class ProcessCancelledException : Exception
#pragma warning restore CA1032
{
    internal ProcessCancelledException()
        : base("The process was cancelled.")
    {
    }

    internal ProcessCancelledException(string processName)
        : base($"Process '{processName}' was cancelled and has no result.")
    {
    }
}
