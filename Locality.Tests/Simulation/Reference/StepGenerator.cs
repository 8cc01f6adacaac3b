namespace LocalitySim.Tests;

/// <summary>Makes the steps of a small model. Few subjects a model, so that those who come meet.</summary>
internal sealed class StepGenerator
{
    /// <summary>The number of objects of each kind.</summary>
    internal const int Objects = 2;

    internal const int Reactions = 4;

    internal const int Timers = 3;

    private readonly Dice dice;
    private readonly Func<int, Step>[] subjects;
    private readonly Func<int, Step>[] instants;
    private readonly int used;

    internal StepGenerator(Dice dice)
    {
        this.dice = dice;
        Processes = dice.From(5, 15);
        used = dice.From(1, Objects);
        Func<int, Step>[] everySubject =
            [Resource, Resource, Signal, Gate, BatchGate, Store, Container, Shared, Shared, Pool, Pool, Broadcast, Interruption, Composition, Composition, Event];
        subjects = dice.Several(2, 4, _ => dice.Of(everySubject));
        instants = [.. subjects, Interruption, Event];
    }

    /// <summary>Gets the number of processes.</summary>
    internal int Processes { get; }

    /// <summary>Makes a step of a process.</summary>
    internal Step Next(int process) =>
        dice.Below(20) switch
        {
            < 6 => new Step.Delay(Length(), EventPriority()),
            < 7 => new Step.DelayUntil(dice.Below(20) / 2.0, EventPriority()),
            _ => dice.Of(subjects)(process),
        };

    /// <summary>Makes a step that takes no time. Events set off later ones only, so that they end.</summary>
    internal Step Instant(int actor)
    {
        while (true)
        {
            Step step = dice.Of(instants)(actor);
            if (step is Step.Fire or Step.FireOne or Step.OpenGate or Step.CloseGate or Step.SetCapacity or Step.ChangePriority or Step.SetSharedCapacity
                or Step.EvictAll or Step.Send or Step.Interrupt or Step.Cancel or Step.Spawn or Step.CancelTimer or Step.Stop
                || (step is Step.Schedule schedule && actor > SmallModel.FirstTimer && (actor == SmallModel.Outside || schedule.Reaction > SmallModel.FirstReaction - actor))
                || (step is Step.SetTimer timer && (actor > SmallModel.FirstTimer || timer.Timer > SmallModel.FirstTimer - actor)))
            {
                return step;
            }
        }
    }

    internal double Length() => dice.Of(0, 0.5, 1, 1, 1.5, 2, 3);

    internal int EventPriority() => dice.Chance(80) ? 0 : dice.Of(-128, -1, 1, 127);

    private double? Patience() => dice.Of<double?>(null, null, null, 0, 0.5, 1, 1, 2);

    private int Priority() => dice.Of(0, 0, 0, 1, 1, -1);

    private int Object() => dice.Below(used);

    private int Process() => dice.Below(Processes);

    private Step Resource(int actor) => dice.Below(10) switch
    {
        < 5 => new Step.Acquire(Object(), Priority(), Patience(), dice.Of(1, 1, 1, 2, 3)),
        < 7 => new Step.Release(Object()),
        < 8 => new Step.SetCapacity(Object(), dice.Below(4)),
        _ => new Step.ChangePriority(Object(), Process(), dice.From(-1, 2)),
    };

    private Step Signal(int actor) => dice.Below(10) switch
    {
        < 5 => new Step.AwaitSignal(Object(), Patience()),
        < 8 => new Step.FireOne(Object()),
        _ => new Step.Fire(Object()),
    };

    private Step Gate(int actor) => dice.Below(10) switch
    {
        < 6 => new Step.PassGate(Object(), Patience()),
        < 8 => new Step.OpenGate(Object()),
        _ => new Step.CloseGate(Object()),
    };

    private Step BatchGate(int actor) => dice.Chance(75) ? new Step.PassBatchGate(Object(), Priority()) : Interruption(actor);

    private Step Store(int actor) => dice.Chance(50)
        ? new Step.PutItem(Object(), dice.Below(20), Patience())
        : new Step.TakeItem(Object(), dice.Of<int?>(null, null, 0, 1), Patience());

    private Step Container(int actor) => dice.Chance(50)
        ? new Step.PutAmount(Object(), dice.From(1, 8) / 2.0, Patience())
        : new Step.TakeAmount(Object(), dice.From(1, 8) / 2.0, Patience());

    private Step Shared(int actor) => dice.Below(10) switch
    {
        < 7 => new Step.Share(Object(), dice.Of(0, 0.5, 1, 1, 1.5, 2, 4), dice.Of(1, 1, 1, 2, 0.5), dice.Of(0, 0, 0, 0.5)),
        < 9 => new Step.SetSharedCapacity(Object(), dice.Of(0, 1, 2, 4)),
        _ => new Step.EvictAll(Object()),
    };

    private Step.Serve Pool(int actor) => new(Object(), dice.Of(0, 0.5, 1, 1, 1.5, 2, 4), Priority(), Patience());

    private Step Broadcast(int actor) => dice.Chance(65) ? new Step.Listen(Object(), Patience()) : new Step.Send(Object(), dice.Below(20));

    private Step Interruption(int actor) => dice.Chance(70) ? new Step.Interrupt(Process()) : new Step.Cancel(Process());

    private Step Composition(int actor) => dice.Below(10) switch
    {
        < 2 => new Step.Spawn(Process()),
        < 5 => new Step.AwaitProcess(Process(), Patience()),
        < 7 => new Step.CallForResult(Process()),
        _ => new Step.AwaitSeveral(dice.Chance(40), Patience(), Target(), Target(), Target()),
    };

    private Step Event(int actor) => dice.Below(20) switch
    {
        < 7 => new Step.Schedule(dice.Below(Reactions), Length(), EventPriority()),
        < 16 => new Step.SetTimer(dice.Below(Timers), Length(), EventPriority()),
        < 19 => new Step.CancelTimer(dice.Below(Timers)),
        _ => new Step.Stop(),
    };

    private Step.Target Target() => dice.Chance(30) ? new Step.Target(true, Object()) : new Step.Target(false, Process());
}
