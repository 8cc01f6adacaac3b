namespace LocalitySim.Simulation;

/// <summary>Refuses a simulation wait in a method that is not a process.</summary>
internal static class OutsideProcess
{
    /// <summary>Lets the method go on at once, to find the error where it awaits.</summary>
    /// <remarks>An error thrown here would come out on another thread, where it ends the program.</remarks>
    internal static void Refuse(Simulator simulator, Action continuation)
    {
        ArgumentNullException.ThrowIfNull(continuation);
        simulator.SetWake(WakeReason.Refused, null);
        try
        {
            continuation();
        }
        finally
        {
            simulator.SetWake(WakeReason.Normal, null);
        }
    }

    internal static InvalidOperationException Error() =>
        new("A simulation wait was awaited outside a process: the method must return Process or Process<T>, not Task.");
}
