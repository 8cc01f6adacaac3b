namespace LocalitySim.Tests;

/// <summary>Runs a small model on the plain engine and notes what happens.</summary>
internal sealed partial class PlainInterpreter
{
    private readonly SmallModel model;
    private readonly PlainEngine engine = new();
    private readonly List<PlainResource> resources;
    private readonly List<PlainSignal> signals;
    private readonly List<PlainGate> gates;
    private readonly List<PlainBatchGate> batchGates;
    private readonly List<PlainStore> stores;
    private readonly List<PlainContainer> containers;
    private readonly List<PlainSharedServer> sharedServers;
    private readonly List<PlainPool> pools;
    private readonly List<PlainBroadcast> broadcasts;
    private readonly List<PlainProcess> processes;
    private readonly PlainCalendar.Entry?[] timers;
    private readonly HashSet<int> started = [];
    private readonly HashSet<int> claimed = [];
    private bool isStopped;

    private PlainInterpreter(SmallModel model)
    {
        this.model = model;
        resources = [.. model.Resources.Select(data => new PlainResource(engine, data.Capacity, data.QueueLimit))];
        foreach ((int index, SmallModel.ResourceData data) in model.Resources.Index())
        {
            resources[index].Follow(data.Schedule, 0);
        }

        signals = [.. Enumerable.Range(0, model.Signals).Select(_ => new PlainSignal(engine))];
        gates = [.. model.OpenGates.Select(isOpen => new PlainGate(engine, isOpen))];
        batchGates = [.. model.BatchGates.Select(data => new PlainBatchGate(engine, data))];
        stores = [.. model.StoreCapacities.Select(capacity => new PlainStore(engine, capacity))];
        containers = [.. model.Containers.Select(data => new PlainContainer(engine, data))];
        sharedServers = [.. model.SharedServers.Select(data => new PlainSharedServer(engine, data))];
        pools = [.. model.Pools.Select(data => new PlainPool(engine, data))];
        broadcasts = [.. Enumerable.Range(0, model.Broadcasts).Select(_ => new PlainBroadcast(engine))];
        processes = [.. model.Programs.Select((program, index) => new PlainProcess(engine, index, program.Steps, program.SurvivesCancelling, Do))];
        timers = new PlainCalendar.Entry?[model.Timers.Count];
    }

    public static List<TraceLine> Run(SmallModel model)
    {
        PlainInterpreter interpreter = new(model);
        interpreter.Run();
        return interpreter.engine.Trace;
    }

    private void Run()
    {
        for (int index = 0; index < model.Programs.Count; index++)
        {
            if (model.Programs[index].StartsAtOnce)
            {
                Start(index);
            }
        }

        foreach (Step.Schedule first in model.FirstEvents)
        {
            Perform(first, SmallModel.Outside);
        }

        if (model.Pause is { } pause)
        {
            RunTo(pause.Time);
            Perform(pause.Step, SmallModel.Outside);
        }

        RunTo(model.Horizon);
        NoteState();
    }

    private void RunTo(double time)
    {
        do
        {
            isStopped = false;
            engine.Run(time);
            Note(SmallModel.Outside, "run returns", engine.EventCount, engine.PendingCount);
        }
        while (isStopped);
    }

    private void Start(int index)
    {
        if (started.Add(index))
        {
            processes[index].Start();
        }
    }

    private void Note(int actor, string what, double? first = null, double? second = null, double? third = null) =>
        engine.Note(actor, what, first, second, third);

    private void NoteState()
    {
        resources.ForEach(resource => Note(SmallModel.Outside, "resource", resource.InUse, resource.QueueLength, resource.Capacity));
        signals.ForEach(signal => Note(SmallModel.Outside, "signal", signal.WaitingCount));
        gates.ForEach(gate => Note(SmallModel.Outside, "gate", gate.QueueLength, gate.IsOpen ? 1 : 0));
        batchGates.ForEach(gate => Note(SmallModel.Outside, "batch gate", gate.QueueLength));
        stores.ForEach(store => Note(SmallModel.Outside, "store", store.Count, store.WaitingToTake, store.WaitingToPut));
        containers.ForEach(container => Note(SmallModel.Outside, "container", container.Level, container.WaitingToTake, container.WaitingToPut));
        sharedServers.ForEach(server => Note(SmallModel.Outside, "shared server", server.JobCount, server.TotalWeight, server.Pace));
        foreach (PlainPool pool in pools)
        {
            Note(SmallModel.Outside, "pool", pool.QueueLength, pool.JobCount, pool.Preemptions);
            Note(SmallModel.Outside, "pool's leavers", pool.Completed, pool.Balked, pool.Reneged);
        }

        broadcasts.ForEach(broadcast => Note(SmallModel.Outside, "broadcast", broadcast.WaitingCount));
    }
}
