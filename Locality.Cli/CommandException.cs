namespace LocalitySim.Cli;

/// <summary>Ends a command that cannot go on for a reason that its user can see to: its message says all.</summary>
internal sealed class CommandException(string message, Exception inner) : Exception(message, inner);
