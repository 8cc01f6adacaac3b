namespace LocalitySim.Tests;

/// <summary>Is a container: a level and two lists.</summary>
internal sealed class PlainContainer(PlainEngine engine, SmallModel.ContainerData data) : IPlainPlace
{
    private readonly List<(PlainProcess Process, double Amount)> takers = [];
    private readonly List<(PlainProcess Process, double Amount)> putters = [];

    public double Level { get; private set; } = data.Level;

    public int WaitingToTake => takers.Count;

    public int WaitingToPut => putters.Count;

    public void Put(PlainProcess process, double amount, double? patience) => Come(process, amount, patience, putters);

    public void Take(PlainProcess process, double amount, double? patience) => Come(process, -amount, patience, takers);

    /// <inheritdoc />
    public void Leave(PlainProcess process)
    {
        takers.RemoveAll(taker => taker.Process == process);
        putters.RemoveAll(putter => putter.Process == process);
        Settle();
    }

    private bool IsPossible(double change) => Level + change >= 0 && (change < 0 || data.Capacity is null || Level + change <= data.Capacity);

    private void Come(PlainProcess process, double change, double? patience, List<(PlainProcess Process, double Amount)> line)
    {
        if (line.Count == 0 && IsPossible(change))
        {
            process.Note(PlainAnswer.Done);
            Level += change;
            Settle();
        }
        else
        {
            line.Add((process, change));
            process.Wait(this, engine.Now + patience, 127);
        }
    }

    private void Settle()
    {
        int before;
        do
        {
            before = takers.Count + putters.Count;
            LetGoOn(takers);
            LetGoOn(putters);
        }
        while (takers.Count + putters.Count < before);
    }

    private void LetGoOn(List<(PlainProcess Process, double Amount)> line)
    {
        while (line.Count > 0 && IsPossible(line[0].Amount))
        {
            (PlainProcess process, double change) = line[0];
            line.RemoveAt(0);
            Level += change;
            process.Wake(PlainAnswer.Done);
        }
    }
}
