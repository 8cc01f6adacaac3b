namespace LocalitySim.Simulation;

/// <summary>Is one of several things that a process waits for: the end of a process, or a signal.</summary>
/// <remarks>A process or a signal turns into one by itself. A process counts as soon as it has finished, a signal when it fires next.</remarks>
public readonly struct WaitTarget
{
    private WaitTarget(Process process, Signal? signal)
    {
        Process = process;
        Signal = signal;
    }

    internal Process Process { get; }

    internal Signal? Signal { get; }

    internal bool IsFinished => Signal is null && Process.IsFinished;

    /// <summary>Waits for the end of a process.</summary>
    /// <param name="process">The process.</param>
    public static implicit operator WaitTarget(Process process) => FromProcess(process);

    /// <summary>Waits for a signal.</summary>
    /// <param name="signal">The signal.</param>
    public static implicit operator WaitTarget(Signal signal) => FromSignal(signal);

    /// <summary>Waits for the end of a process.</summary>
    /// <param name="process">The process. One with a result is awaited afterwards to take that.</param>
    /// <returns>What to wait for.</returns>
    public static WaitTarget FromProcess(Process process) => new(process, null);

    /// <summary>Waits for a signal.</summary>
    /// <param name="signal">The signal.</param>
    /// <returns>What to wait for.</returns>
    public static WaitTarget FromSignal(Signal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        return new WaitTarget(default, signal);
    }
}
