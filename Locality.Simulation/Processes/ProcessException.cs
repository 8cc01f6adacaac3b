using System.Globalization;

namespace LocalitySim.Simulation;

/// <summary>Says that a process failed: which one, and at what simulated time.</summary>
/// <remarks>
/// A failure arrives in this exception whether it came before or after the first wait, at the process that awaits the failed one,
/// and otherwise at <see cref="Simulator.Start(Process, string?)"/> or <see cref="Simulator.Run"/>. It passes through further
/// processes as it is.
/// </remarks>
#pragma warning disable CA1032 // It always has a process and a cause.
public sealed class ProcessException : Exception
#pragma warning restore CA1032
{
    /// <summary>Makes the exception.</summary>
    /// <param name="processName">The process's name.</param>
    /// <param name="time">The simulated time of the failure, if it is known.</param>
    /// <param name="innerException">What the process threw.</param>
    public ProcessException(string processName, double? time, Exception innerException)
        : base(null, innerException)
    {
        ProcessName = processName;
        Time = time;
    }

    /// <summary>Gets the process's name: the one given at its start, or its method's.</summary>
    public string ProcessName { get; }

    /// <summary>Gets the simulated time of the failure.</summary>
    /// <remarks>
    /// A process that fails before its first wait knows no simulator. If its awaiter catches the exception on the spot, the time
    /// is absent: it is that of the catching. It is filled in when the exception leaves the awaiter.
    /// </remarks>
    public double? Time { get; private set; }

    /// <inheritdoc />
    public override string Message
    {
        get
        {
            string time = Time is { } known ? string.Create(CultureInfo.InvariantCulture, $" at time {known:R}") : "";
            return $"Process '{ProcessName}' failed{time}: {InnerException?.Message}";
        }
    }

    /// <summary>Fills in the time if it is absent.</summary>
    internal ProcessException At(double time)
    {
        Time ??= time;
        return this;
    }
}
