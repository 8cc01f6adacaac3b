namespace LocalitySim.Simulation;

/// <summary>Says how a <see cref="Simulator"/> is set up. The results are the same with any options.</summary>
public sealed record SimulatorOptions
{
    /// <summary>Gets whether each grant of a <see cref="Resource"/> is noted with the process that holds it. Default: false.</summary>
    /// <remarks><see cref="Simulator.FindDeadlock"/> needs it. It costs an allocation for each grant.</remarks>
    public bool TrackHolders { get; init; }

    /// <summary>Gets how pending events are kept. Default: by their number, which is best nearly always; the others are there to be measured.</summary>
    public CalendarForm Calendar { get; init; }
}
