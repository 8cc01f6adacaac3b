using System.CommandLine;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Is the argument <c>FOLDER</c>, the same in every command that reads a scenario.</summary>
internal static class ScenarioArgument
{
    /// <summary>Makes the argument.</summary>
    internal static Argument<string> Create() =>
        new("FOLDER") { Description = "The folder that holds scenario.yaml, areas.csv and neighbours.csv." };

    /// <summary>Reads a scenario, and writes its problems and warnings, one to a line.</summary>
    internal static ScenarioReading Read(string folder, TextWriter error)
    {
        ScenarioReading reading = ScenarioFolder.Read(folder);
        if (!reading.Problems.IsEmpty)
        {
            error.WriteLine(ScenarioException.Describe(reading.Problems));
        }

        foreach (ScenarioWarning warning in reading.Warnings)
        {
            error.WriteLine($"warning: {warning}");
        }

        return reading;
    }

    /// <summary>Writes the warnings that a changed plan brings: another number of years may outrun the bank holidays, of which the files alone say nothing.</summary>
    internal static void ReportFurther(ScenarioReading reading, Scenario changed, TextWriter error)
    {
        if (changed.Plan == reading.Scenario?.Plan)
        {
            return;
        }

        foreach (ScenarioWarning warning in ScenarioFolder.Warnings(changed)
            .Where(warning => !reading.Warnings.Any(known => (known.Path, known.Found).Equals((warning.Path, warning.Found)))))
        {
            error.WriteLine($"warning: {warning}");
        }
    }
}
