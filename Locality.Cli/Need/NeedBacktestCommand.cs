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

    private NeedBacktestCommand()
    {
    }

    internal static Command Create()
    {
        NeedBacktestCommand options = new();
        Command command = new("backtest", "Forecast past years from what was known before them, and say how much better than 'same as last year' that was.");
        return options.data.Complete(command, [options.years, options.ahead], options.Run);
    }

    private ExitCode Run(NeedCall call, ParseResult parsed, CancellationToken cancellation)
    {
        NeedData kept = call.Refusals.Count > 0 ? call.Data : call.Data.Without(call.LeftOut);
        if (parsed.GetValue(ahead) is < 1 or > NeedModel.MostYearsAhead)
        {
            call.Refusals.Add(string.Create(CultureInfo.InvariantCulture, $"--years-ahead: found {parsed.GetValue(ahead)}; expected 1 to {NeedModel.MostYearsAhead}"));
        }

        ImmutableArray<int> test = YearsOf(parsed.GetValue(years), kept, call.Refusals);
        if (call.IsRefused()
            || call.Try(() => call.Show("Forecasting past years", kept.Targets.Length, progress => NeedBacktest.Run(kept, test, horizon: parsed.GetValue(ahead) ?? 1, progress: progress, cancellation: cancellation))) is not { } backtest)
        {
            return ExitCode.BadInput;
        }

        call.Write(output => NeedBacktestTable.Write(backtest, call.Data, call.LeftOut, output), () => NeedBacktestJson.Of(backtest, call.LeftOut));
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
