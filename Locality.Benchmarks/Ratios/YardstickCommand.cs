using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace LocalitySim.Benchmarks;

/// <summary>Compares the engine with the yardstick: each pair in turn, so that what slows the machine slows both.</summary>
internal sealed class YardstickCommand
{
    private const string Ladder = "ladder, Philox";
    private const string Heap = "heap, Philox";
    private const string OtherGenerator = "heap, xoshiro";
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };
    private readonly int pairs;
    private readonly List<RatioRow> rows = [];
    private readonly List<FormRow> forms = [];
    private readonly Dictionary<string, MeasuredProgram> yardsticks;

    private YardstickCommand(int pairs, YardstickCompiler compiler)
    {
        this.pairs = pairs;
        yardsticks = new(StringComparer.Ordinal)
        {
            [Heap] = compiler.Compile("PHILOX"),
            [Ladder] = compiler.Compile("PHILOX", "LADDER"),
            [OtherGenerator] = compiler.Compile(),
        };
    }

    /// <summary>Runs the comparison and prints the table.</summary>
    /// <param name="pairs">The number of pairs of runs for each row.</param>
    /// <param name="jsonFile">Where the table goes as JSON too; absent for nowhere.</param>
    /// <param name="only">The one model that is run; absent for all.</param>
    /// <returns>The exit code.</returns>
    internal static int Run(int pairs, string? jsonFile, string? only)
    {
        using YardstickCompiler compiler = new();
        YardstickCommand command = new(pairs, compiler);
        RatioTable table = command.Measure(only);
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Allocated once warm, NET:   {table.AllocatedBytesPerEvent:F4} bytes an event"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Peak memory, NET:           {table.PeakMemoryMb:F1} MB"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Two threads over one, NET:  {table.TwoThreadSpeedup:F2}"));
        Console.WriteLine($"{table.Processor}, {table.Runtime}");
        if (jsonFile is not null)
        {
            File.WriteAllText(jsonFile, JsonSerializer.Serialize(table, Json) + "\n");
        }

        return 0;
    }

    private RatioTable Measure(string? only)
    {
        Console.WriteLine($"{"model",-5} {"pending",8} {"law",-12} {"written as",-10} {"yardstick",-15} {"rate/s",8} {"yardstick",9} {"ratio",6}  (least to greatest)");
        List<Measurement> net = [];
        foreach (string api in new[] { "handlers", "async" })
        {
            foreach (string yardstick in new[] { Heap, OtherGenerator })
            {
                if (only is null or "net")
                {
                    net.AddRange(Add("net", null, null, api, yardstick, ["net", api, "5000"], ["net", "5000"]));
                }

                if (only is null or "mm1")
                {
                    Add("mm1", null, null, api, yardstick, ["mm1", api, "5e6"], ["mm1", "5e6"]);
                }
            }
        }

        if (only is null or "hold")
        {
            AddHold();
        }

        return new RatioTable(
            ProcessorName(),
            RuntimeInformation.FrameworkDescription,
            [.. rows.Where(IsPlain)],
            [.. rows.Where(row => !IsPlain(row))],
            forms,
            net.Count > 0 ? net.Max(run => (double)run.AllocatedBytes!.Value / run.Events!.Value) : 0,
            net.Count > 0 ? net.Max(run => run.PeakMegabytes) : 0,
            ThreadSpeedup.Measure());
    }

    private void AddHold()
    {
        foreach (int pending in new[] { 1000, 1_000_000 })
        {
            AddHold(pending, Heap);
        }

        AddHold(100_000, OtherGenerator);
        Console.WriteLine();
        Console.WriteLine($"{"model",-5} {"pending",8} {"law",-12} {"chosen",8} {"heap",8} {"ladder",8} {"C heap",8} {"C ladder",8}  times slower than the better of ours, and of C");
        foreach (string law in HoldHandlers.Laws)
        {
            foreach (int pending in new[] { 20, 4000, 100_000 })
            {
                AddForms(pending, law);
            }
        }
    }

    private void AddHold(int pending, string yardstick)
    {
        string size = pending.ToString(CultureInfo.InvariantCulture);
        string law = HoldHandlers.Laws[0];
        Add("hold", pending, law, "handlers", yardstick, ["hold", "handlers", size, law], ["hold", size, law]);
    }

    private void AddForms(int pending, string law)
    {
        string size = pending.ToString(CultureInfo.InvariantCulture);
        List<double[]> rounds = [];
        for (int round = 0; round < pairs; round++)
        {
            rounds.Add(
            [
                MeasuredProgram.Engine.Run("hold", "handlers", size, law).Rate,
                MeasuredProgram.Engine.Run("hold", "heap", size, law).Rate,
                MeasuredProgram.Engine.Run("hold", "ladder", size, law).Rate,
                yardsticks[Heap].Run("hold", size, law).Rate,
                yardsticks[Ladder].Run("hold", size, law).Rate,
            ]);
        }

        double[] rates = [.. Enumerable.Range(0, rounds[0].Length).Select(form => Median.Of(rounds.Select(round => round[form])))];
        double[] ratios = [.. rounds.Select(round => round[0] / round[3])];
        FormRow row = new(
            pending,
            law,
            rates[0],
            rates[1],
            rates[2],
            rates[3],
            rates[4],
            Median.Of(rounds.Select(round => Math.Max(round[1], round[2]) / round[0])),
            Median.Of(rounds.Select(round => Math.Max(round[3], round[4]) / round[0])));
        forms.Add(row);
        rows.Add(new RatioRow("hold", pending, law, "handlers", Heap, rates[0], rates[3], Median.Of(ratios), ratios.Min(), ratios.Max()));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"hold  {pending,8} {law,-12} {Millions(rates[0])} {Millions(rates[1])} {Millions(rates[2])} {Millions(rates[3])} {Millions(rates[4])}  {row.SlowerThanOwn,5:F2} {row.SlowerThanYardstick,5:F2}"));
    }

    private static string Millions(double rate) => string.Create(CultureInfo.InvariantCulture, $"{rate / 1e6,6:F2} M");

    private List<Measurement> Add(string model, int? pending, string? law, string api, string yardstick, string[] ours, string[] theirs)
    {
        List<Measurement> runs = [];
        List<double> rates = [];
        List<double> ratios = [];
        for (int pair = 0; pair < pairs; pair++)
        {
            Measurement reference = yardsticks[yardstick].Run(theirs);
            Measurement run = MeasuredProgram.Engine.Run(ours);
            runs.Add(run);
            rates.Add(reference.Rate);
            ratios.Add(run.Rate / reference.Rate);
        }

        RatioRow row = new(
            model, pending, law, api, yardstick, Median.Of(runs.Select(run => run.Rate)), Median.Of(rates), Median.Of(ratios), ratios.Min(), ratios.Max());
        rows.Add(row);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{row.Model,-5} {row.Pending,8} {row.Law,-12} {row.Api,-10} {row.Yardstick,-15} {row.Rate / 1e6,6:F2} M {row.YardstickRate / 1e6,7:F2} M {row.Ratio,6:F2}  ({row.LeastRatio:F2} to {row.GreatestRatio:F2})"));
        return runs;
    }

    private static bool IsPlain(RatioRow row) =>
        string.Equals(row.Yardstick, Heap, StringComparison.Ordinal);

    private static string ProcessorName()
    {
        const string Information = "/proc/cpuinfo";
        string? line = File.Exists(Information)
            ? File.ReadLines(Information).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
