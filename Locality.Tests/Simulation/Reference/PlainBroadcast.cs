namespace LocalitySim.Tests;

/// <summary>Is a broadcast: a list of those who listen.</summary>
internal sealed class PlainBroadcast(PlainEngine engine) : IPlainPlace
{
    private readonly List<PlainProcess> listeners = [];

    public int WaitingCount => listeners.Count;

    public void Listen(PlainProcess process, double? patience)
    {
        listeners.Add(process);
        process.Wait(this, engine.Now + patience, 127);
    }

    public void Send(int value)
    {
        listeners.ForEach(process => process.Wake(new PlainAnswer("done", value)));
        listeners.Clear();
    }

    /// <inheritdoc />
    public void Leave(PlainProcess process) => listeners.Remove(process);
}
