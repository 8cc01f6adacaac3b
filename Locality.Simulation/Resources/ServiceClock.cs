namespace LocalitySim.Simulation;

/// <summary>Turns simulated time into service time, which stands still while nobody works, and back.</summary>
/// <remarks>A server that runs on a clock needs no event for closing and opening, however often that happens.</remarks>
public abstract class ServiceClock
{
    /// <summary>Gets the clock on which service never stops: service time is simulated time.</summary>
    public static ServiceClock AlwaysOpen { get; } = new OpenClock();

    /// <summary>Returns the service time that has passed up to a simulated time.</summary>
    /// <param name="time">The simulated time: zero or more.</param>
    /// <returns>The service time: it never falls, and never grows faster than simulated time.</returns>
    public abstract double ToServiceTime(double time);

    /// <summary>Returns the first simulated time at which a service time has passed.</summary>
    /// <param name="serviceTime">The service time: zero or more.</param>
    /// <returns>The simulated time.</returns>
    public abstract double ToTime(double serviceTime);

    private sealed class OpenClock : ServiceClock
    {
        public override double ToServiceTime(double time) => time;

        public override double ToTime(double serviceTime) => serviceTime;
    }
}
