namespace LocalitySim.Simulation;

/// <summary>What a random stream is for: one named use of chance, such as "service time".</summary>
/// <param name="Id">The number that keys the stream, 0 to 65,535. Two purposes with the same number share their draws.</param>
/// <param name="Name">A name for messages and manifests; it does not affect any draw.</param>
public readonly record struct Purpose(ushort Id, string Name);
