namespace LocalitySim.Simulation;

/// <summary>Is what a simulation process may await. Awaiting anything else inside a process, such as a task, does not compile.</summary>
public interface ISimulationAwaiter
{
    /// <summary>Gets the simulator that will resume the process.</summary>
    Simulator Simulator { get; }

    /// <summary>Makes the process wait.</summary>
    /// <param name="frame">The process's frame.</param>
    void Suspend(ProcessFrame frame);
}
