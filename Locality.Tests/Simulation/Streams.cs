using LocalitySim.Simulation;

namespace LocalitySim.Tests;

/// <summary>Fixed-seed streams for tests.</summary>
internal static class Streams
{
    internal static RandomStream Any(uint entity) => new RandomStreams(20260101, 0).Stream(new Purpose(7, "test"), entity: entity);
}
