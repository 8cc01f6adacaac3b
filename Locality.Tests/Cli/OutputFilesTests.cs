using System.Globalization;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using LocalitySim.Cli;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Every command that simulates writes its results as tables where it is asked to.</summary>
public sealed class OutputFilesTests
{
    private static readonly string[] Ends = ["mean", "lower", "upper"];

    private const string Difference = "--years 1.2 --structures one,two --seed 3 --replications";

    public static TheoryData<string, string> Commands() => new()
    {
        { "compare --years 1 --replications 2", "breakdown_differences breakdowns budget dictionary differences future_quantiles futures localities months structures transitions" },
        { "rank --years 0.8 --first-stage 3", "candidates dictionary localities measures" },
        { "staff --years 0.8 --replications 12 --structure two --target p90wait<=20days", "dictionary posts" },
        { "staff --years 0.8 --replications 12 --structure two --split mean", "dictionary split_posts split_services" },
        { $"sensitivity --parameters staff.fte {Difference} 2", "base dictionary tornado" },
        { $"sensitivity --method morris --trajectories 2 --parameters demand.referrals,staff.fte {Difference} 2", "dictionary elementary_effects" },
        { "sensitivity --method sobol --points 64 --parameters staff.fte --years 0.7 --structures one,two --replications 2", "dictionary variance variance_shares" },
        { $"breakeven staff.fte {Difference} 2", "break_even dictionary differences" },
        { $"waterfall {Difference} 2", "dictionary difference parts" },
        { "uncertainty --years 0.8 --replications 10 --uncertain staff.fte", "dictionary differences regret sources worth_knowing" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Tables_come_as_csv_and_as_a_valid_workbook(string command, string tables)
    {
        using SmallScenario small = Small();
        string csv = Path.Combine(small.Folder, "new", "out");
        string xlsx = Path.Combine(small.Folder, "out.xlsx");
        string[] words = command.Split(' ');
        string[] options = [.. words[1..].Select(word => word.Replace("p90wait<=20days", "p90 wait <= 20 working days", StringComparison.Ordinal))];
        CommandRun run = CommandRun.Of([words[0], small.Folder, .. options, "--csv", csv, "--xlsx", xlsx]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        string[] files = [.. Directory.GetFiles(csv, "*.csv").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];
        Assert.Equal(tables.Split(' '), files);
        Assert.True(File.Exists(Path.Combine(csv, "manifest.json")));
        using SpreadsheetDocument document = SpreadsheetDocument.Open(xlsx, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(error => error.Description));
        Assert.Equal(files.Length + 1, document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Count());
    }

    [Fact]
    public void The_tables_have_the_numbers_of_the_json_document()
    {
        using SmallScenario small = Small();
        string csv = Path.Combine(small.Folder, "out");
        CommandRun run = CommandRun.Of("compare", small.Folder, "--years", "1", "--replications", "3", "--json", "-", "--csv", csv);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement[] levels = [.. document.RootElement.GetProperty("structures").EnumerateArray().Concat(document.RootElement.GetProperty("cashReleased").EnumerateArray().Select(item => item.GetProperty("structure")))];
        Assert.Equal(levels.SelectMany(item => item.GetProperty("measures").EnumerateArray()).Select(Numbers), Tail(csv, "structures", 3));
        JsonElement[] differences = [.. document.RootElement.GetProperty("differences").EnumerateArray().Concat(document.RootElement.GetProperty("cashReleased").EnumerateArray().Select(item => item.GetProperty("difference")))];
        Assert.Equal(
            differences.SelectMany(item => item.GetProperty("measures").EnumerateArray()).Select(Numbers),
            Tail(csv, "differences", 6).Select(row => string.Join(',', row.Split(',').Take(3))));
    }

    [Fact]
    public void Places_that_cannot_take_files_are_refused_before_the_run_all_at_once()
    {
        using SmallScenario small = Small();
        string file = Path.Combine(small.Folder, SmallScenario.Yaml);
        string inFile = Path.Combine(file, "out");
        string nowhere = Path.Combine(small.Folder, "none", "out.xlsx");
        string[] options = ["--replications", "100000", "--years", "3"];
        Assert.Equal(
            $"--csv: found '{inFile}'; expected a folder, or the name of a new one\n--xlsx: found '{nowhere}'; expected a file in a folder that exists\n",
            Refused(["compare", small.Folder, .. options, "--csv", inFile, "--xlsx", nowhere]));
        Assert.Equal($"--xlsx: found '{small.Folder}'; expected a file in a folder that exists\n", Refused(["compare", small.Folder, .. options, "--xlsx", small.Folder]));
        string both = Path.Combine(small.Folder, "out");
        Assert.Equal($"--xlsx: found '{both}', which is the file of --json too; expected a file of its own\n", Refused(["compare", small.Folder, .. options, "--xlsx", both, "--json", both]));
        Assert.Contains("--xlsx: found ''; expected a file in a folder that exists\n", Refused(["rank", small.Folder, "--xlsx", ""]), StringComparison.Ordinal);
        Assert.Contains($"--csv: found '{file}'; expected a folder", Refused(["staff", small.Folder, "--csv", file]), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(small.Folder, "none")));
    }

    private static string Refused(string[] args)
    {
        CommandRun run = CommandRun.Of(args);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal("", run.Output);
        return run.Error;
    }

    private static string Numbers(JsonElement measure) =>
        string.Join(',', Ends.Select(name => measure.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble().ToString(CultureInfo.InvariantCulture) : ""));

    private static IEnumerable<string> Tail(string folder, string table, int columns) =>
        File.ReadAllLines(Path.Combine(folder, $"{table}.csv")).Skip(1).Select(line => string.Join(',', line.Split(',')[^columns..].Take(3)));

    private static SmallScenario Small() => new SmallScenario().Append(
        SmallScenario.Yaml, "  - id: one\n    name: One\n    localities:\n      - { id: all, areas: [Ash, Beech, Cedar], bases: [Beech] }\n");
}
