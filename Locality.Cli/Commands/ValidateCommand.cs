using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using LocalitySim.Models;
using Spectre.Console;

namespace LocalitySim.Cli;

/// <summary>Is <c>locality validate FOLDER</c>: checks a scenario and says what it holds.</summary>
internal static class ValidateCommand
{
    /// <summary>Makes the command.</summary>
    internal static Command Create()
    {
        Argument<string> folder = ScenarioArgument.Create();
        Option<string?> json = JsonOutput.CreateOption();
        Command command = new("validate", "Check a scenario's files: every mistake at once, each with its place and what was expected.") { folder, json };
        command.SetAction(parsed => (int)Run(
            parsed.GetRequiredValue(folder),
            parsed.GetValue(json),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error));
        return command;
    }

    private static ExitCode Run(string folder, string? json, TextWriter output, TextWriter error)
    {
        ScenarioReading reading = ScenarioArgument.Read(folder, error);
        JsonOutput.Write(json, new Report(reading.Problems, reading.Warnings), output);
        if (reading.Scenario is not Scenario scenario)
        {
            return ExitCode.BadInput;
        }

        if (!JsonOutput.TakesOutput(json))
        {
            Summarise(scenario, output);
        }

        return ExitCode.Done;
    }

    private static void Summarise(Scenario scenario, TextWriter output)
    {
        AreaGraph graph = new(scenario.Place);
        IAnsiConsole console = Terminal.On(output);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{scenario.Name}: {Count(scenario.Place.Areas.Length, "area", "areas")}, {Count(scenario.Place.Children, "child", "children")}"));

        Grid services = Columns(2);
        foreach (Service service in scenario.Services)
        {
            services.AddRow(new Text(service.Name), new Text(string.Create(CultureInfo.InvariantCulture, $"{service.Fte.Value:#,0.##} FTE")));
        }

        output.WriteLine("Services");
        console.Write(services);

        Grid structures = Columns(3);
        foreach (Structure structure in scenario.Structures)
        {
            int apart = structure.Localities.Count(locality => !graph.IsContiguous(locality.Areas));
            structures.AddRow(
                new Text(structure.Id),
                new Text(apart == 0 ? "contiguous" : string.Create(CultureInfo.InvariantCulture, $"{apart} not contiguous")),
                new Text(Count(structure.Localities.Length, "locality", "localities")));
        }

        output.WriteLine("Structures");
        console.Write(structures);
    }

    private static Grid Columns(int count)
    {
        // The last column is flush right, so that no line ends in spaces.
        Grid grid = new();
        for (int column = 0; column < count; column++)
        {
            bool isLast = column == count - 1;
            grid.AddColumn(new GridColumn
            {
                Alignment = isLast ? Justify.Right : Justify.Left,
                NoWrap = true,
                Padding = new Padding(column == 0 ? 2 : 0, 0, isLast ? 0 : 2, 0),
            });
        }

        return grid;
    }

    private static string Count(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {(count == 1 ? one : many)}");

    private sealed record Report(ImmutableArray<ScenarioProblem> Problems, ImmutableArray<ScenarioWarning> Warnings);
}
