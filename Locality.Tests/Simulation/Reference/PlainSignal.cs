namespace LocalitySim.Tests;

/// <summary>Is a signal: a list of those who wait, and of what is to be done for each.</summary>
internal sealed class PlainSignal(PlainEngine engine) : IPlainPlace
{
    private readonly List<(object Waiter, Action Come)> waiters = [];

    public int WaitingCount => waiters.Count;

    public void Wait(PlainProcess process, double? limit)
    {
        Add(process, () => process.Wake(PlainAnswer.Done));
        process.Wait(this, engine.Now + limit, 127);
    }

    public void Add(object waiter, Action come) => waiters.Add((waiter, come));

    public void Remove(object waiter) => waiters.RemoveAll(entry => entry.Waiter == waiter);

    public bool FireOne()
    {
        if (waiters.Count == 0)
        {
            return false;
        }

        Action come = waiters[0].Come;
        waiters.RemoveAt(0);
        come();
        return true;
    }

    public void Fire()
    {
        while (FireOne())
        {
        }
    }

    /// <inheritdoc />
    public void Leave(PlainProcess process) => Remove(process);
}
