namespace LocalitySim.Tests;

/// <summary>Says what a process finds when its wait ends.</summary>
internal sealed record PlainAnswer(string What, double? First = null, double? Second = null, double? Third = null)
{
    public const string Interrupted = "interrupted";

    public const string Cancelled = "cancelled";

    public static PlainAnswer Done { get; } = new("done");

    public static PlainAnswer OutOfPatience { get; } = new("out of patience");

    /// <summary>What the process does with it when it goes on.</summary>
    public Action? OnResumption { get; init; }
}
