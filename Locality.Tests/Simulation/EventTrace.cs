using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Notes what happens and when, to be compared with times worked out by hand.</summary>
internal sealed class EventTrace(Simulator simulator)
{
    private readonly List<(double Time, string What)> entries = [];

    public void Note(string what) => entries.Add((simulator.Now, what));

    public void ShouldBe(params (double Time, string What)[] expected) => Assert.Equal(expected, entries);
}
