namespace LocalitySim.Tests;

/// <summary>Is a step of a small process: a wait, or something done at once. What is done at once may also be done by an event.</summary>
/// <remarks>Objects and processes go by their index in the <see cref="SmallModel"/>.</remarks>
internal abstract record Step
{
    internal sealed record Delay(double Length, int Priority) : Step;

    internal sealed record DelayUntil(double Time, int Priority) : Step;

    internal sealed record Acquire(int Resource, int Priority, double? Patience, int Units) : Step;

    internal sealed record AwaitSignal(int Signal, double? Limit) : Step;

    internal sealed record PassGate(int Gate, double? Patience) : Step;

    internal sealed record PassBatchGate(int Gate, int Priority) : Step;

    internal sealed record PutItem(int Store, int Item, double? Patience) : Step;

    /// <summary>Takes an item; with a parity, only one that is even or odd.</summary>
    internal sealed record TakeItem(int Store, int? Parity, double? Patience) : Step;

    internal sealed record PutAmount(int Container, double Amount, double? Patience) : Step;

    internal sealed record TakeAmount(int Container, double Amount, double? Patience) : Step;

    /// <summary>Has work done by a processor-sharing server.</summary>
    internal sealed record Share(int Server, double Work, double Weight, double StandingLoad) : Step;

    /// <summary>Has work done by a server pool.</summary>
    internal sealed record Serve(int Pool, double Work, int Priority, double? Patience) : Step;

    internal sealed record Listen(int Broadcast, double? Patience) : Step;

    /// <summary>Awaits a process, which is started if it was not.</summary>
    internal sealed record AwaitProcess(int Process, double? Limit) : Step;

    /// <summary>Awaits a process with a result, which starts a process that was not started, and awaits it.</summary>
    internal sealed record CallForResult(int Process) : Step;

    internal sealed record AwaitSeveral(bool All, double? Limit, Target First, Target Second, Target Third) : Step;

    /// <summary>Gives back the lease of a resource that was got first, if there is one. Only a process does it.</summary>
    internal sealed record Release(int Resource) : Step;

    internal sealed record SetCapacity(int Resource, int Capacity) : Step;

    internal sealed record ChangePriority(int Resource, int Process, int Priority) : Step;

    internal sealed record Fire(int Signal) : Step;

    internal sealed record FireOne(int Signal) : Step;

    internal sealed record OpenGate(int Gate) : Step;

    internal sealed record CloseGate(int Gate) : Step;

    internal sealed record SetSharedCapacity(int Server, double Capacity) : Step;

    internal sealed record EvictAll(int Server) : Step;

    internal sealed record Send(int Broadcast, int Value) : Step;

    internal sealed record Interrupt(int Process) : Step;

    internal sealed record Cancel(int Process) : Step;

    internal sealed record Spawn(int Process) : Step;

    /// <summary>Schedules an event by kind and entity.</summary>
    internal sealed record Schedule(int Reaction, double After, int Priority) : Step;

    internal sealed record SetTimer(int Timer, double After, int Priority) : Step;

    internal sealed record CancelTimer(int Timer) : Step;

    /// <summary>Ends the run, which is taken up again.</summary>
    internal sealed record Stop : Step;

    /// <summary>Is one of several things to wait for.</summary>
    internal readonly record struct Target(bool IsSignal, int Index);
}
