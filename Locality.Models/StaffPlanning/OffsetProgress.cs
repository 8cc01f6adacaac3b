namespace LocalitySim.Models;

/// <summary>Counts on from what was simulated before.</summary>
internal sealed class OffsetProgress(IProgress<int>? progress, int before) : IProgress<int>
{
    /// <inheritdoc />
    public void Report(int value) => progress?.Report(before + value);
}
