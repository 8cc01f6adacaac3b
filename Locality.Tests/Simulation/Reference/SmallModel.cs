using System.Globalization;
using System.Text;
using LocalitySim.Simulation;

namespace LocalitySim.Tests;

/// <summary>Is a small model: what there is, and what the processes and events do.</summary>
/// <remarks>
/// Everything is made in the order of the members below, then the processes that start at once are started in order, then the first
/// events are scheduled. An event of a reaction, and a timer, does one step that takes no time.
/// </remarks>
internal sealed record SmallModel
{
    /// <summary>The actor of the pause between two runs, and of the first of the events and timers.</summary>
    internal const int Outside = -1;

    internal const int FirstReaction = -2;

    internal const int FirstTimer = -102;

    public required int Number { get; init; }

    public required SimulatorOptions Options { get; init; }

    public required double Horizon { get; init; }

    /// <summary>Where the run is broken off once, and a step is done from outside.</summary>
    public required (double Time, Step Step)? Pause { get; init; }

    public required IReadOnlyList<ResourceData> Resources { get; init; }

    public required int Signals { get; init; }

    public required IReadOnlyList<bool> OpenGates { get; init; }

    public required IReadOnlyList<BatchGateData> BatchGates { get; init; }

    public required IReadOnlyList<int?> StoreCapacities { get; init; }

    public required IReadOnlyList<ContainerData> Containers { get; init; }

    public required IReadOnlyList<SharedServerData> SharedServers { get; init; }

    public required IReadOnlyList<PoolData> Pools { get; init; }

    public required int Broadcasts { get; init; }

    public required IReadOnlyList<Program> Programs { get; init; }

    public required IReadOnlyList<Step> Reactions { get; init; }

    public required IReadOnlyList<Step> Timers { get; init; }

    public required IReadOnlyList<Step.Schedule> FirstEvents { get; init; }

    /// <summary>Writes the model for one who has to find out why two traces differ.</summary>
    public string Describe()
    {
        StringBuilder text = new();
        Line($"model {Number}: {Options}, to {Horizon}, pause {Pause}");
        List("resource", Resources.Select(data => $"{data} [{string.Join(", ", data.Schedule)}]"));
        List("gate open", OpenGates);
        List("batch gate", BatchGates);
        List("store of capacity", StoreCapacities);
        List("container", Containers);
        List("shared server", SharedServers);
        List("pool", Pools.Select(data => $"{data.Options} {string.Join(", ", data.Servers.Select(server => $"{server} [{string.Join(", ", server.Shifts)}]"))}"));
        for (int index = 0; index < Programs.Count; index++)
        {
            Line($"process {index}{(Programs[index].StartsAtOnce ? "" : ", not at once")}{(Programs[index].SurvivesCancelling ? ", survives" : "")}");
            List("  step", Programs[index].Steps);
        }

        List("event", Reactions);
        List("timer", Timers);
        List("at first", FirstEvents);
        return text.ToString();

        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));

        void List<T>(string name, IEnumerable<T> values)
        {
            foreach ((int index, T value) in values.Index())
            {
                Line($"{name} {index}: {value}");
            }
        }
    }

    internal sealed record ResourceData(int Capacity, int? QueueLimit, IReadOnlyList<CapacityChange> Schedule);

    internal sealed record BatchGateData(double FirstOpening, double Interval, int? Limit);

    internal sealed record ContainerData(double Level, double? Capacity);

    internal sealed record SharedServerData(double Capacity, double? MaximumPace);

    /// <summary>Is a server of a pool; without shifts it is always on duty.</summary>
    internal sealed record ServerData(double Speed, IReadOnlyList<ShiftChange> Shifts, double? Period);

    internal sealed record PoolData(ServerPoolOptions Options, IReadOnlyList<ServerData> Servers);

    /// <summary>Is what a process does. One that survives goes on with its next step when it is cancelled.</summary>
    internal sealed record Program(IReadOnlyList<Step> Steps, bool StartsAtOnce, bool SurvivesCancelling);
}
