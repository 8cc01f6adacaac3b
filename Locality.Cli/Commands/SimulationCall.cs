using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Is one call of a command that simulates: the scenario it read, what the options say, and where its words go.</summary>
internal sealed class SimulationCall(string folder, ScenarioReading reading, Scenario scenario, RunPlan plan, int? threads, string? json, TextWriter output, TextWriter error, List<string> refusals)
{
    internal string Folder => folder;

    /// <summary>Gets the scenario as its files have it, but for the figures that an option makes uncertain.</summary>
    internal Scenario Scenario => scenario;

    /// <summary>Gets the scenario's plan with what the options change.</summary>
    internal RunPlan Plan { get; set; } = plan;

    internal int? Threads => threads;

    internal string? Json => json;

    internal TextWriter Error => error;

    /// <summary>Gets what is wrong with the options: all of it is found before any of it is said.</summary>
    internal List<string> Refusals => refusals;

    /// <summary>Returns whether the options ask for something impossible, and says what.</summary>
    internal bool IsRefused()
    {
        Refusals.AddRange(RunRefusals.Find(Plan, Threads, Json));
        Refusals.ForEach(error.WriteLine);
        return Refusals.Count > 0;
    }

    /// <summary>Simulates, with a progress bar where a person looks on. Warnings that the changed plan brings come first.</summary>
    internal T Simulate<T>(int futures, Func<IProgress<int>, T> work)
    {
        ScenarioArgument.ReportFurther(reading, scenario with { Plan = Plan }, error);
        return ProgressBar.Show(error, "Simulating futures", futures, work);
    }

    /// <summary>Writes the results: words, unless JSON takes standard output, and JSON where it was asked for.</summary>
    internal void Write<T>(Action<TextWriter> words, Func<T> results)
    {
        if (!JsonOutput.TakesOutput(json))
        {
            words(output);
        }

        if (json is not null)
        {
            JsonOutput.Write(json, results(), output);
        }
    }
}
