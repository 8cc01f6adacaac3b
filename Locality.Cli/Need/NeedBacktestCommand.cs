using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Is <c>locality need backtest</c>: forecasts past years as if they were to come, and compares with "same as last year".</summary>
internal sealed class NeedBacktestCommand
{
    private readonly NeedDataOptions data = new(asArgument: true);

    private readonly Option<string?> years = new("--test-years")
    {
        Description = "The years to forecast: 2022..2025. The last four, if absent. Settings are chosen on years before them alone.",
        HelpName = "FROM..TO",
    };

    private readonly Option<int?> ahead = new("--years-ahead")
    {
        Description = "How many years lie between what is known and the year forecast: 1 if absent.",
        HelpName = "N",
        CustomParser = InvariantNumber.ParseWhole<int>,
    };

    private readonly Option<string?> json = JsonOutput.CreateOption();

    private NeedBacktestCommand()
    {
    }

    internal static Command Create()
    {
        NeedBacktestCommand options = new();
        Command command = new("backtest", "Forecast past years from what was known before them, and say how much better than 'same as last year' that was.");
        options.data.AddTo(command);
        command.Add(options.years);
        command.Add(options.ahead);
        command.Add(options.json);
        command.SetAction((parsed, cancellation) => Task.FromResult((int)options.Run(parsed, cancellation)));
        return command;
    }

    private ExitCode Run(ParseResult parsed, CancellationToken cancellation)
    {
        (TextWriter output, TextWriter error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        List<string> refusals = [];
        if (data.Read(parsed, refusals, error) is not { } read)
        {
            return ExitCode.BadInput;
        }

        string? target = parsed.GetValue(json);
        refusals.AddRange(RunRefusals.FindFile("--json", target));
        NeedData kept = refusals.Count > 0 ? read.Data : read.Data.Without(read.LeftOut);
        if (parsed.GetValue(ahead) is < 1 or > NeedModel.MostYearsAhead)
        {
            refusals.Add(string.Create(CultureInfo.InvariantCulture, $"--years-ahead: found {parsed.GetValue(ahead)}; expected 1 to {NeedModel.MostYearsAhead}"));
        }

        ImmutableArray<int> test = YearsOf(parsed.GetValue(years), kept, refusals);
        if (refusals.Count > 0)
        {
            refusals.ForEach(error.WriteLine);
            return ExitCode.BadInput;
        }

        NeedBacktest backtest;
        try
        {
            backtest = ProgressBar.Show(error, "Forecasting past years", kept.Targets.Length, progress => NeedBacktest.Run(kept, test, horizon: parsed.GetValue(ahead) ?? 1, progress: progress, cancellation: cancellation));
        }
        catch (ArgumentException refusal)
        {
            error.WriteLine(RefusalText.Of(refusal));
            return ExitCode.BadInput;
        }

        if (!JsonOutput.TakesOutput(target))
        {
            NeedBacktestTable.Write(backtest, read.Data, read.LeftOut, output);
        }

        JsonOutput.Write(target, NeedBacktestJson.Of(backtest, read.LeftOut), output);
        return backtest.Targets.Length < kept.Targets.Length ? ExitCode.Cancelled : ExitCode.Done;
    }

    private static ImmutableArray<int> YearsOf(string? text, NeedData data, List<string> refusals)
    {
        if (text is null)
        {
            try
            {
                return NeedModel.TestYearsOf(data);
            }
            catch (ArgumentException refusal)
            {
                refusals.Add(RefusalText.Of(refusal));
                return [];
            }
        }

        int[] ends = [.. text.Split("..", StringSplitOptions.TrimEntries).Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? year : 0)];
        if (ends.Length is not (1 or 2) || Array.Exists(ends, end => end < data.Panel.FirstPeriod || end > data.Panel.LastPeriod) || ends[0] > ends[^1])
        {
            refusals.Add(string.Create(CultureInfo.InvariantCulture, $"--test-years: found '{text}'; expected a year, or FROM..TO, within {data.Panel.FirstPeriod} to {data.Panel.LastPeriod}"));
            return [];
        }

        return [.. Enumerable.Range(ends[0], ends[^1] - ends[0] + 1)];
    }
}
