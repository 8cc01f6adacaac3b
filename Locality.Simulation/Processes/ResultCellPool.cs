namespace LocalitySim.Simulation;

/// <summary>Keeps the free result cells of one type in one simulator.</summary>
internal sealed class ResultCellPool<TResult>(Simulator simulator)
{
    private readonly Stack<ResultCell<TResult>> free = new();

    internal ResultCell<TResult> Rent() => free.TryPop(out ResultCell<TResult>? cell) ? cell : new ResultCell<TResult>(simulator);

    internal void Return(ResultCell<TResult> cell)
    {
        cell.Clear();
        free.Push(cell);
    }
}
