namespace LocalitySim.Tests;

/// <summary>Is a store of numbers: three lists, of items, of those who take and of those who put.</summary>
internal sealed class PlainStore(PlainEngine engine, int? capacity) : IPlainPlace
{
    private readonly List<int> items = [];
    private readonly List<(PlainProcess Process, int? Parity)> takers = [];
    private readonly List<(PlainProcess Process, int Item)> putters = [];

    public int Count => items.Count;

    public int WaitingToTake => takers.Count;

    public int WaitingToPut => putters.Count;

    private bool HasRoom => capacity is null || items.Count < capacity;

    public void Put(PlainProcess process, int item, double? patience)
    {
        if (HasRoom)
        {
            process.Note(PlainAnswer.Done);
            ComeIn(item);
        }
        else
        {
            putters.Add((process, item));
            process.Wait(this, engine.Now + patience, 127);
        }
    }

    public void Take(PlainProcess process, int? parity, double? patience)
    {
        int place = items.FindIndex(item => WillDo(item, parity));
        if (place < 0)
        {
            takers.Add((process, parity));
            process.Wait(this, engine.Now + patience, 127);
            return;
        }

        process.Note(new PlainAnswer("done", items[place]));
        items.RemoveAt(place);
        while (HasRoom && putters.Count > 0)
        {
            // One who put is woken before the one who gets what was put.
            (PlainProcess putter, int item) = putters[0];
            putters.RemoveAt(0);
            putter.Wake(PlainAnswer.Done);
            ComeIn(item);
        }
    }

    /// <inheritdoc />
    public void Leave(PlainProcess process)
    {
        takers.RemoveAll(taker => taker.Process == process);
        putters.RemoveAll(putter => putter.Process == process);
    }

    private static bool WillDo(int item, int? parity) => parity is null || item % 2 == parity;

    private void ComeIn(int item)
    {
        int place = takers.FindIndex(taker => WillDo(item, taker.Parity));
        if (place < 0)
        {
            items.Add(item);
            return;
        }

        PlainProcess process = takers[place].Process;
        takers.RemoveAt(place);
        process.Wake(new PlainAnswer("done", item));
    }
}
