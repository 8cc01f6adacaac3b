using System.Globalization;

namespace LocalitySim.Simulation;

/// <content>Tells who waits for what.</content>
public sealed partial class Simulator
{
    /// <summary>The number of processes that the text on waiting processes names.</summary>
    private const int NamedProcesses = 20;

    private readonly List<ProcessFrame> frames = [];

    /// <summary>Makes a simulator at time 0.</summary>
    public Simulator()
        : this(new SimulatorOptions())
    {
    }

    /// <summary>Makes a simulator at time 0.</summary>
    /// <param name="options">How it is set up.</param>
    public Simulator(SimulatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        calendar = new EventCalendar(options.Calendar);
        Holders = options.TrackHolders ? new HolderTable() : null;
    }

    /// <summary>Gets who holds what, if that is tracked.</summary>
    internal HolderTable? Holders { get; }

    /// <summary>Tells whether processes wait though nothing is pending: unless something from outside wakes them, they wait for ever.</summary>
    /// <returns>Whether it is so. Servers that wait for customers are no fault; see <see cref="DescribeWaiting"/>.</returns>
    public bool IsStalled() => PendingCount == 0 && WaitingFrames().Any();

    /// <summary>Lists the processes that wait for something other than a time, those that have waited longest first.</summary>
    /// <returns>The processes. One in a <see cref="Delay"/> is left out; one whose patience is limited is not.</returns>
    public IReadOnlyList<WaitingProcess> WaitingProcesses() => [.. WaitingFrames().Select(Report)];

    /// <summary>Says who waits for what: "At 12 nothing is pending and 1 process waits: Visit for desk since 3."</summary>
    /// <returns>A sentence. It names up to 20 processes, those that have waited longest, and counts the others.</returns>
    public string DescribeWaiting()
    {
        IReadOnlyList<WaitingProcess> waiting = WaitingProcesses();
        string pending = PendingCount switch
        {
            0 => "nothing is pending",
            1 => "1 event is pending",
            _ => string.Create(CultureInfo.InvariantCulture, $"{PendingCount} events are pending"),
        };
        string count = waiting.Count switch
        {
            0 => "no process waits",
            1 => "1 process waits: ",
            _ => string.Create(CultureInfo.InvariantCulture, $"{waiting.Count} processes wait: "),
        };
        string named = string.Join("; ", waiting.Take(NamedProcesses).Select(
            process => string.Create(CultureInfo.InvariantCulture, $"{process.Name} for {process.For} since {process.Since:R}")));
        string others = waiting.Count > NamedProcesses
            ? string.Create(CultureInfo.InvariantCulture, $"; and {waiting.Count - NamedProcesses} more")
            : "";
        return string.Create(CultureInfo.InvariantCulture, $"At {Now:R} {pending} and {count}{named}{others}.");
    }

    /// <summary>Finds processes that wait for one another in a circle, and so for ever.</summary>
    /// <returns>The deadlock; null if there is none.</returns>
    /// <remarks>
    /// <para>A process is stuck if it waits without a limit of time for a unit of a <see cref="Resource"/> whose units are all held by stuck
    /// processes, for a stuck process, for any of several that are all stuck, or for all of several of which one is. Whoever waits
    /// for a signal, a gate or a server is not: anybody may wake it. Nor is one that waits for a unit whose holder has finished
    /// without giving it back: another may have got the lease.</para>
    /// <para>Interruption, cancelling or a greater capacity can still free a stuck process. It is found by a fixpoint over the wait-for
    /// graph (Coffman, Elphick and Shoshani, System Deadlocks, ACM Computing Surveys 3(2), 1971). Call it between events, or from an
    /// event or process of its own.</para>
    /// </remarks>
    /// <exception cref="InvalidOperationException">The simulator does not track holders.</exception>
    public Deadlock? FindDeadlock() =>
        Holders is { } holders
            ? Deadlock.Of(new StuckProcesses(WaitingFrames(), holders))
            : throw new InvalidOperationException(
                "Who holds what is not known: make the simulator by new Simulator(new SimulatorOptions { TrackHolders = true }) to find deadlocks.");

    internal static WaitingProcess Report(ProcessFrame frame) => new(frame.Name, frame.Since, frame.WaitingPlace!.Description);

    internal void AddFrame(ProcessFrame frame) => frames.Add(frame);

    /// <summary>Returns the frames that wait in a place: by the beginning of the wait, then in the order in which the frames were made.</summary>
    private IEnumerable<ProcessFrame> WaitingFrames() =>
        frames.Where(frame => frame is { IsWaiting: true, WaitingPlace: not null }).OrderBy(frame => frame.Since);
}
