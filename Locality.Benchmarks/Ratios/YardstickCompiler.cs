using System.Diagnostics;

namespace LocalitySim.Benchmarks;

/// <summary>Compiles the yardstick with the system's C compiler.</summary>
internal sealed class YardstickCompiler : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("yardstick-").FullName;

    /// <summary>Compiles the yardstick.</summary>
    /// <param name="macros">What is defined: LADDER, PHILOX.</param>
    /// <returns>The program.</returns>
    /// <exception cref="InvalidOperationException">There is no C compiler, or it failed.</exception>
    internal MeasuredProgram Compile(params string[] macros)
    {
        string compiler = Environment.GetEnvironmentVariable("CC") ?? "cc";
        string source = Path.Combine(AppContext.BaseDirectory, "yardstick", "des.c");
        string target = Path.Combine(folder, $"des-{string.Join('-', macros)}");
        string[] arguments = ["-O3", "-march=native", .. macros.Select(macro => $"-D{macro}"), source, "-o", target, "-lm"];
        try
        {
            using var process = System.Diagnostics.Process.Start(new ProcessStartInfo(compiler, arguments))!;
            process.WaitForExit();
            return process.ExitCode == 0
                ? new MeasuredProgram(target)
                : throw new InvalidOperationException($"The C compiler '{compiler}' could not compile {source}.");
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException($"C compiler: found none called '{compiler}'; expected one, such as gcc. Install it, or name yours in the variable CC.", missing);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
