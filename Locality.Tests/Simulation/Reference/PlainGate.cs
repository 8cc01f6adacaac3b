namespace LocalitySim.Tests;

/// <summary>Is a gate: open or closed, and a list of those who wait.</summary>
internal sealed class PlainGate(PlainEngine engine, bool isOpen) : IPlainPlace
{
    private readonly List<PlainProcess> waiters = [];

    public bool IsOpen { get; private set; } = isOpen;

    public int QueueLength => waiters.Count;

    public void Pass(PlainProcess process, double? patience)
    {
        if (IsOpen)
        {
            process.Note(PlainAnswer.Done);
        }
        else
        {
            waiters.Add(process);
            process.Wait(this, engine.Now + patience, 127);
        }
    }

    public void Open()
    {
        IsOpen = true;
        waiters.ForEach(process => process.Wake(PlainAnswer.Done));
        waiters.Clear();
    }

    public void Close() => IsOpen = false;

    /// <inheritdoc />
    public void Leave(PlainProcess process) => waiters.Remove(process);
}
