using System.Diagnostics;
using System.Globalization;

namespace LocalitySim.Tests;

/// <summary>A run of the benchmarks' program in a process of its own, and the name=value pairs that it printed.</summary>
internal static class EngineProcess
{
    public static Dictionary<string, string> Run(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Locality.Benchmarks.dll");
        ProcessStartInfo start = new("dotnet", ["exec", program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = System.Diagnostics.Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Exit code {process.ExitCode}: {errors.GetAwaiter().GetResult()}"));
        }

        return output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
    }
}
