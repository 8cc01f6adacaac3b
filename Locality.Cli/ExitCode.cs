namespace LocalitySim.Cli;

/// <summary>Says how a command ended. Scripts may rely on these numbers.</summary>
public enum ExitCode
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>The options or the scenario are wrong; nothing was run.</summary>
    BadInput = 2,

    /// <summary>The run failed.</summary>
    Failed = 3,

    /// <summary>The user stopped it (Ctrl-C).</summary>
    Cancelled = 130,
}
