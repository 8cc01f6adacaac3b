using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Asserts that a model that is warm allocates next to nothing, however long it runs.</summary>
internal static class AllocationCheck
{
#if DEBUG
    // In a debug build state machines are classes: there is nothing to hold.
    private const double BytesPerEvent = double.PositiveInfinity;
#else
    // Queues and pools still grow a little when a line is longer than ever before.
    private const double BytesPerEvent = 0.05;
#endif

    public static void None(ITestOutputHelper output, Simulator simulator, double warmUp, double end, long leastEvents)
    {
        simulator.Run(warmUp);
        long events = simulator.EventCount;
        long bytes = GC.GetAllocatedBytesForCurrentThread();

        simulator.Run(end);

        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        events = simulator.EventCount - events;
        output.WriteLine(FormattableString.Invariant($"{bytes} bytes in {events} events: {(double)bytes / events:F4} an event"));
        Assert.True(events >= leastEvents, $"Only {events} events were measured.");
        Assert.True(bytes < BytesPerEvent * events, $"{bytes} bytes were allocated in {events} events.");
    }
}
