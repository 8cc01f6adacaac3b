using LocalitySim.Simulation;

namespace LocalitySim.Benchmarks;

/// <summary>The uses of chance in the models.</summary>
internal static class Uses
{
    internal static readonly Purpose Arrival = new(1, "arrival");
    internal static readonly Purpose Service = new(2, "service");
    internal static readonly Purpose Return = new(3, "return");
    internal static readonly Purpose Increment = new(4, "increment");
}
