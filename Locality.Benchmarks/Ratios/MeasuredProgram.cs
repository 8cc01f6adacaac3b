using System.Diagnostics;
using System.Globalization;

namespace LocalitySim.Benchmarks;

/// <summary>Is a program that runs one model and prints one line of name=value pairs.</summary>
/// <param name="FileName">The program.</param>
/// <param name="Arguments">What it is always called with.</param>
internal sealed record MeasuredProgram(string FileName, params string[] Arguments)
{
    /// <summary>Gets this program, called to run one model.</summary>
    internal static MeasuredProgram Engine { get; } = new(Environment.ProcessPath!, Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal)
        ? [typeof(MeasuredProgram).Assembly.Location, "model"]
        : ["model"]);

    /// <summary>Runs the program and reads what it prints.</summary>
    /// <exception cref="InvalidOperationException">The program failed.</exception>
    internal Measurement Run(params IEnumerable<string> arguments)
    {
        string[] all = [.. Arguments, .. arguments];
        ProcessStartInfo start = new(FileName, all) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = System.Diagnostics.Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{FileName} {string.Join(' ', all)} ended with {process.ExitCode}: {errors.GetAwaiter().GetResult()}");
        }

        return Read(output);
    }

    private static Measurement Read(string output)
    {
        Dictionary<string, double> values = output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => double.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        double[] waits = [.. Enumerable.Range(0, 3).Select(stage => $"wait{stage}").Where(values.ContainsKey).Select(name => values[name])];
        return new Measurement(
            (long)values["units"],
            values["seconds"],
            waits,
            values.TryGetValue("bytes", out double bytes) ? (long)bytes : null,
            values.TryGetValue("events", out double events) ? (long)events : null,
            values["megabytes"]);
    }
}
