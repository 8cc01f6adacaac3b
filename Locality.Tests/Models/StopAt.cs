namespace LocalitySim.Tests;

/// <summary>Stops a run once it has reported so many futures or runs.</summary>
internal sealed class StopAt(int runs, CancellationTokenSource stop) : IProgress<int>
{
    public void Report(int value)
    {
        if (value >= runs)
        {
            stop.Cancel();
        }
    }
}
