using LocalitySim.Simulation;

namespace LocalitySim.Tests;

/// <summary>Makes small random models with many ties: times are halves, and few.</summary>
internal sealed class SmallModelGenerator
{
    private readonly Dice dice;
    private readonly StepGenerator steps;

    private SmallModelGenerator(Dice dice)
    {
        this.dice = dice;
        steps = new StepGenerator(dice);
    }

    /// <summary>Makes the model of a number: always the same one.</summary>
    public static SmallModel Make(int number) => new SmallModelGenerator(new Dice((ulong)number + 1)).Make(number, number % 3);

    private SmallModel Make(int number, int form)
    {
        int programs = steps.Processes;
        return new SmallModel
        {
            Number = number,
            Options = new SimulatorOptions { Calendar = (CalendarForm)form, TrackHolders = dice.Chance(30) },
            Horizon = dice.Of(12, 20),
            Pause = dice.Chance(30) ? (dice.From(0, 10) / 2.0, steps.Instant(SmallModel.Outside)) : null,
            Resources = Objects(_ => new SmallModel.ResourceData(dice.Of(0, 1, 1, 2, 3), dice.Chance(30) ? dice.Of(0, 1, 2, 3) : null, CapacitySchedule())),
            Signals = StepGenerator.Objects,
            OpenGates = Objects(_ => dice.Chance(30)),
            BatchGates = Objects(_ => new SmallModel.BatchGateData(dice.Of(0, 0.5, 1, 3), dice.Of(0.5, 1, 2, 3), dice.Of<int?>(1, 1, 2, null))),
            StoreCapacities = Objects(_ => dice.Of<int?>(1, 1, 2, 3, null)),
            Containers = Objects(_ => dice.Chance(70) ? new SmallModel.ContainerData(dice.From(0, 4), dice.From(4, 6)) : new SmallModel.ContainerData(dice.From(0, 2), null)),
            SharedServers = Objects(_ => new SmallModel.SharedServerData(dice.Of(0, 1, 1, 2, 4), dice.Of<double?>(1, 1, 2, 0.5, null))),
            Pools = Objects(_ => Pool()),
            Broadcasts = StepGenerator.Objects,
            Programs = dice.Several(programs, programs, index => new SmallModel.Program(dice.Several(3, 10, _ => steps.Next(index)), index < 3 || dice.Chance(70), dice.Chance(25))),
            Reactions = dice.Several(StepGenerator.Reactions, StepGenerator.Reactions, index => steps.Instant(SmallModel.FirstReaction - index)),
            Timers = dice.Several(StepGenerator.Timers, StepGenerator.Timers, index => steps.Instant(SmallModel.FirstTimer - index)),
            FirstEvents = dice.Several(0, 3, _ => new Step.Schedule(dice.Below(StepGenerator.Reactions), steps.Length(), steps.EventPriority())),
        };
    }

    private T[] Objects<T>(Func<int, T> make) => dice.Several(StepGenerator.Objects, StepGenerator.Objects, make);

    private CapacityChange[] CapacitySchedule()
    {
        double time = 0;
        return dice.Chance(30) ? dice.Several(1, 4, _ => new CapacityChange(time += steps.Length(), dice.Below(4))) : [];
    }

    private SmallModel.PoolData Pool()
    {
        ServerPoolOptions options = new()
        {
            Choice = (ServerChoice)dice.Below(3),
            QueueLimit = dice.Chance(30) ? dice.Of(0, 1, 2) : null,
            Preemption = (PreemptionRule)dice.Below(4),
            OffShift = (OffShiftRule)dice.Below(3),
        };
        return new SmallModel.PoolData(options, dice.Several(1, 3, _ => Server()));
    }

    private SmallModel.ServerData Server()
    {
        double speed = dice.Of(1, 1, 2, 0.5);
        if (dice.Chance(50))
        {
            return new SmallModel.ServerData(speed, [], null);
        }

        double? period = dice.Chance(50) ? dice.Of(4, 6) : null;
        bool isOn = dice.Chance(50);
        double time = dice.Of(0, 0.5, 1);
        int changes = period is null ? dice.From(1, 4) : 2;
        return new SmallModel.ServerData(speed, dice.Several(changes, changes, index => new ShiftChange(index == 0 ? time : time += dice.Of(0.5, 1, 2), isOn ^= true)), period);
    }
}
