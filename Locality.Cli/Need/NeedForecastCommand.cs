using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Is <c>locality need forecast FOLDER --year Y</c>: forecasts the need of a scenario's authority, and splits it among its areas.</summary>
internal sealed class NeedForecastCommand
{
    private readonly Argument<string> folder = ScenarioArgument.Create();

    private readonly Option<int?> year = new("--year") { Description = "The year to forecast: the year to 31 March. The one after the data's last, if absent.", HelpName = "Y", CustomParser = InvariantNumber.ParseWhole<int> };

    private readonly Option<string?> authority = new("--authority") { Description = "The authority's name or code in the data. The scenario's name, if absent.", HelpName = "NAME" };

    private readonly Option<string?> model = new("--model") { Description = "A model that 'need fit' saved. Fitted anew, if absent.", HelpName = "FILE" };

    private readonly Option<string> pathway = NeedPathway.CreateOption();

    private readonly NeedDataOptions data = new(asArgument: false);

    private readonly Option<string?> file = new("--out") { Description = "Where to write the forecast, for '--need FILE' of the commands that simulate.", HelpName = "FILE" };

    private readonly Option<string?> json = JsonOutput.CreateOption();

    private NeedForecastCommand()
    {
    }

    internal static Command Create()
    {
        NeedForecastCommand options = new();
        Command command = new("forecast", "Forecast the need of a scenario's authority with intervals, and split it among its areas and months.") { options.folder, options.year, options.authority, options.model, options.pathway };
        options.data.AddTo(command);
        command.Add(options.file);
        command.Add(options.json);
        command.SetAction((parsed, cancellation) => Task.FromResult((int)options.Run(parsed, cancellation)));
        return command;
    }

    private ExitCode Run(ParseResult parsed, CancellationToken cancellation)
    {
        (TextWriter output, TextWriter error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        List<string> refusals = [];
        if (ScenarioArgument.Read(parsed.GetRequiredValue(folder), error).Scenario is not { } scenario || data.Read(parsed, refusals, error) is not { } read)
        {
            return ExitCode.BadInput;
        }

        (NeedData table, ImmutableArray<string> leftOut) = read;
        int? unit = NeedAuthority.Find(table, parsed.GetValue(authority), scenario.Name, leftOut, refusals);
        int wanted = parsed.GetValue(year) ?? table.Panel.LastPeriod + 1;
        if (wanted - table.Panel.LastPeriod is < 1 or > NeedModel.MostYearsAhead)
        {
            refusals.Add(string.Create(CultureInfo.InvariantCulture, $"--year: found {wanted}; expected {table.Panel.LastPeriod + 1} to {table.Panel.LastPeriod + NeedModel.MostYearsAhead}: the data end in {table.Panel.LastPeriod}"));
        }

        string id = parsed.GetValue(pathway)!;
        refusals.AddRange(NeedPathway.Find(scenario, id));
        refusals.AddRange(RunRefusals.FindFile("--out", parsed.GetValue(file)));
        refusals.AddRange(RunRefusals.FindFile("--json", parsed.GetValue(json)));
        NeedModel? saved = NeedAuthority.ReadModel(parsed.GetValue(model), error, out bool isBad);
        refusals.ForEach(error.WriteLine);
        if (refusals.Count > 0 || isBad || unit is null)
        {
            return ExitCode.BadInput;
        }

        NeedForecast forecast;
        try
        {
            saved ??= ProgressBar.Show(error, "Fitting", table.Targets.Length, progress => NeedModel.Fit(table, leftOut, [wanted - table.Panel.LastPeriod], progress: progress, cancellation: cancellation));
            forecast = NeedForecast.Of(saved, table, unit.Value, wanted);
        }
        catch (ArgumentException refusal)
        {
            error.WriteLine(RefusalText.Of(refusal));
            return ExitCode.BadInput;
        }

        NeedRates? rates = forecast.Targets.Any(target => target.Target == NeedTarget.Referrals) ? NeedRates.Of(forecast, scenario, id) : null;
        if (!JsonOutput.TakesOutput(parsed.GetValue(json)))
        {
            NeedForecastTable.Write(forecast, rates, scenario, output);
        }

        JsonOutput.Write(parsed.GetValue(json), NeedForecastOutput.Of(forecast, rates), output);
        if (parsed.GetValue(file) is { } path)
        {
            TextFile.Write("--out", path, NeedForecastJson.Write(forecast));
        }

        return ExitCode.Done;
    }
}
