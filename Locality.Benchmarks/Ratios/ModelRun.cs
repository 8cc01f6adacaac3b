using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace LocalitySim.Benchmarks;

/// <summary>Runs one model in this process, timed once it is compiled and warm, and prints what it has shown as name=value pairs.</summary>
internal static class ModelRun
{
    // The just-in-time compiler works in the background: it is given models to watch and time to work.
    private const int WarmUpRounds = 5;
    private const int ModelsPerRound = 40;
    private const int PauseMilliseconds = 150;

    /// <summary>Runs the model that the words describe: <c>mm1|net API SIZE</c> or <c>hold FORM PENDING LAW</c>.</summary>
    internal static void Run(ReadOnlySpan<string> words)
    {
        string model = words[0];
        string api = words[1];
        double size = double.Parse(words[2], CultureInfo.InvariantCulture);
        string law = words.Length > 3 ? words[3] : HoldHandlers.Laws[0];
        (double warmUp, double start, double measured) = model switch
        {
            "hold" => (20_000, Math.Max(1_000_000, size * 2), 5_000_000),
            "net" => (20, Math.Max(3000, size / 5), size),
            _ => (4000, size / 10, size),
        };
        WarmUp(() => Make(model, api, Math.Min(size, 2000), law), warmUp);

        IModel timed = Make(model, api, size, law);

        // The start is left out: queues and pools grow to the size that they need.
        timed.Advance(start);
        long units = timed.Units;
        long events = timed.Simulator.EventCount;
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan before = ProcessorTime();
        timed.Advance(measured);
        double seconds = (ProcessorTime() - before).TotalSeconds;
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;

        StringBuilder line = new();
        line.Append(CultureInfo.InvariantCulture, $"units={timed.Units - units} seconds={seconds:F6} bytes={bytes} events={timed.Simulator.EventCount - events}");
        for (int stage = 0; stage < timed.Waits.Count; stage++)
        {
            line.Append(CultureInfo.InvariantCulture, $" wait{stage}={timed.Waits[stage].Mean:F6}");
        }

        using var process = System.Diagnostics.Process.GetCurrentProcess();
        line.Append(CultureInfo.InvariantCulture, $" megabytes={process.PeakWorkingSet64 / 1024.0 / 1024.0:F1}");
        Console.WriteLine(line);
    }

    private static IModel Make(string model, string api, double size, string law) => (model, api) switch
    {
        ("mm1", "handlers") => new QueueHandlers(seed: 42),
        ("mm1", "async") => new QueueProcesses(seed: 42),
        ("net", "handlers") => new NetHandlers(seed: 42),
        ("net", "async") => new NetProcesses(seed: 42),
        ("hold", _) => new HoldHandlers(seed: 42, (int)size, law, Form(api)),
        _ => throw new ArgumentException($"Model {model} by {api}: expected mm1 or net by handlers or async, or hold by handlers, heap or ladder.", nameof(model)),
    };

    private static Simulation.CalendarForm Form(string name) => name switch
    {
        "heap" => Simulation.CalendarForm.Heap,
        "ladder" => Simulation.CalendarForm.Ladder,
        _ => Simulation.CalendarForm.Automatic,
    };

    private static void WarmUp(Func<IModel> make, double amount)
    {
        for (int round = 0; round < WarmUpRounds; round++)
        {
            for (int index = 0; index < ModelsPerRound; index++)
            {
                make().Advance(amount);
            }

            Thread.Sleep(PauseMilliseconds);
        }
    }

    private static TimeSpan ProcessorTime()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
