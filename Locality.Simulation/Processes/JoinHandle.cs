namespace LocalitySim.Simulation;

/// <summary>Is one use of a pooled <see cref="Join"/>.</summary>
internal readonly struct JoinHandle(Join join)
{
    private readonly int generation = join.Generation;

    internal Simulator Simulator => join.Simulator;

    internal Join Live() =>
        join.Generation == generation
            ? join
            : throw new InvalidOperationException("This wait has been awaited already: call WhenAny or WhenAll again for each wait.");
}
