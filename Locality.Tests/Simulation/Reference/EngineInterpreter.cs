using LocalitySim.Simulation;

namespace LocalitySim.Tests;

/// <summary>Runs a small model on the engine and notes what happens.</summary>
internal sealed partial class EngineInterpreter
{
    private const int ReactionKind = 0;
    private const int TimerKind = 1;
    private readonly SmallModel model;
    private readonly Simulator simulator;
    private readonly List<TraceLine> trace = [];
    private readonly Resource[] resources;
    private readonly Signal[] signals;
    private readonly Gate[] gates;
    private readonly BatchGate[] batchGates;
    private readonly Store<int>[] stores;
    private readonly Container[] containers;
    private readonly ProcessorSharingServer[] sharedServers;
    private readonly ServerPool[] pools;
    private readonly Broadcast<int>[] broadcasts;
    private readonly EntityTimers timers;
    private readonly ActionEvent lastTimer;
    private readonly Process?[] handles;
    private readonly bool[] isStarted;
    private readonly bool[] isClaimed;
    private readonly int[] reached;
    private bool isStopped;

    private EngineInterpreter(SmallModel model)
    {
        this.model = model;
        simulator = new Simulator(model.Options);
        resources = [.. model.Resources.Select((data, index) => new Resource(simulator, data.Capacity, $"r{index}", data.QueueLimit))];
        foreach ((int index, SmallModel.ResourceData data) in model.Resources.Index())
        {
            resources[index].Follow(data.Schedule);
        }

        signals = [.. Enumerable.Range(0, model.Signals).Select(_ => new Signal(simulator))];
        gates = [.. model.OpenGates.Select(isOpen => new Gate(simulator, isOpen))];
        batchGates = [.. model.BatchGates.Select(data => new BatchGate(simulator, data.FirstOpening, data.Interval, data.Limit))];
        stores = [.. model.StoreCapacities.Select(capacity => new Store<int>(simulator, capacity))];
        containers = [.. model.Containers.Select(data => new Container(simulator, data.Level, data.Capacity))];
        sharedServers = [.. model.SharedServers.Select(data => new ProcessorSharingServer(simulator, data.Capacity, data.MaximumPace))];
        pools = [.. model.Pools.Select(data => new ServerPool(simulator, data.Servers.Select(Make), data.Options))];
        broadcasts = [.. Enumerable.Range(0, model.Broadcasts).Select(_ => new Broadcast<int>(simulator))];
        timers = new EntityTimers(simulator, TimerKind);

        // The last of the timers is an event with an object.
        lastTimer = new ActionEvent(simulator, () => Handle(TimerKind, model.Timers.Count - 1));
        handles = new Process?[model.Programs.Count];
        isStarted = new bool[model.Programs.Count];
        isClaimed = new bool[model.Programs.Count];
        reached = new int[model.Programs.Count];
    }

    /// <summary>Runs a model. If the engine throws, the exception stands in the place of a last line.</summary>
    public static (List<TraceLine> Trace, Exception? Error) Run(SmallModel model)
    {
        EngineInterpreter interpreter = new(model);
#pragma warning disable CA1031 // Whatever it is, it is to be reported with the model.
        try
        {
            interpreter.Run();
            return (interpreter.trace, null);
        }
        catch (Exception error)
        {
            return (interpreter.trace, error);
        }
#pragma warning restore CA1031
    }

    private Server Make(SmallModel.ServerData data) =>
        new(simulator, "server", data.Speed, data.Shifts.Count == 0 ? null : new ShiftTimetable(data.Shifts, data.Period));

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
        Handler handler = new(this);
        do
        {
            isStopped = false;
            simulator.Run(ref handler, time);
            Note(SmallModel.Outside, "run returns", simulator.EventCount, simulator.PendingCount);
        }
        while (isStopped);
    }

    private void Handle(int kind, int entity)
    {
        int actor = (kind == ReactionKind ? SmallModel.FirstReaction : SmallModel.FirstTimer) - entity;
        Note(actor, "occurs");
        Perform((kind == ReactionKind ? model.Reactions : model.Timers)[entity], actor);
    }

    private void Start(int index)
    {
        if (!isStarted[index])
        {
            isStarted[index] = true;
            Process process = Run(index);
            simulator.Start(process, $"process {index}");
            handles[index] = process;
        }
    }

    private void Note(int actor, string what, double? first = null, double? second = null, double? third = null) =>
        trace.Add(new TraceLine(simulator.Now, actor, what, first, second, third));

    private void NoteState()
    {
        foreach (Resource resource in resources)
        {
            Note(SmallModel.Outside, "resource", resource.InUse, resource.QueueLength, resource.Capacity);
        }

        foreach (Signal signal in signals)
        {
            Note(SmallModel.Outside, "signal", signal.WaitingCount);
        }

        foreach (Gate gate in gates)
        {
            Note(SmallModel.Outside, "gate", gate.QueueLength, gate.IsOpen ? 1 : 0);
        }

        foreach (BatchGate gate in batchGates)
        {
            Note(SmallModel.Outside, "batch gate", gate.QueueLength);
        }

        foreach (Store<int> store in stores)
        {
            Note(SmallModel.Outside, "store", store.Count, store.WaitingToTake, store.WaitingToPut);
        }

        foreach (Container container in containers)
        {
            Note(SmallModel.Outside, "container", container.Level, container.WaitingToTake, container.WaitingToPut);
        }

        foreach (ProcessorSharingServer server in sharedServers)
        {
            Note(SmallModel.Outside, "shared server", server.JobCount, server.TotalWeight, server.Pace);
        }

        foreach (ServerPool pool in pools)
        {
            Note(SmallModel.Outside, "pool", pool.QueueLength, pool.JobCount, pool.Preemptions);
            Note(SmallModel.Outside, "pool's leavers", pool.Completed, pool.Balked, pool.Reneged);
        }

        foreach (Broadcast<int> broadcast in broadcasts)
        {
            Note(SmallModel.Outside, "broadcast", broadcast.WaitingCount);
        }
    }

    private readonly struct Handler(EngineInterpreter interpreter) : IEventHandler
    {
        public void Handle(int kind, int entity) => interpreter.Handle(kind, entity);
    }
}
