namespace LocalitySim.Simulation;

/// <summary>Makes the error for a simulation wait in a method that is not a process.</summary>
internal static class OutsideProcess
{
    internal static InvalidOperationException Error() =>
        new("A simulation wait was awaited outside a process: the method must return Process or Process<T>, not Task.");
}
