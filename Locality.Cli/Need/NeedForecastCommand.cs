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

    private NeedForecastCommand()
    {
    }

    internal static Command Create()
    {
        NeedForecastCommand options = new();
        Command command = new("forecast", "Forecast the need of a scenario's authority with intervals, and split it among its areas and months.");
        return options.data.Complete(command, [options.folder, options.year, options.authority, options.model, options.pathway, options.file], options.Run);
    }

    private ExitCode Run(NeedCall call, ParseResult parsed, CancellationToken cancellation)
    {
        if (ScenarioArgument.Read(parsed.GetRequiredValue(folder), call.Error).Scenario is not { } scenario)
        {
            return ExitCode.BadInput;
        }

        NeedData table = call.Data;
        int? unit = NeedAuthority.Find(table, parsed.GetValue(authority), scenario.Name, call.LeftOut, call.Refusals);
        int wanted = parsed.GetValue(year) ?? table.Panel.LastPeriod + 1;
        if (wanted - table.Panel.LastPeriod is < 1 or > NeedModel.MostYearsAhead)
        {
            call.Refusals.Add(string.Create(CultureInfo.InvariantCulture, $"--year: found {wanted}; expected {table.Panel.LastPeriod + 1} to {table.Panel.LastPeriod + NeedModel.MostYearsAhead}: the data end in {table.Panel.LastPeriod}"));
        }

        string id = parsed.GetValue(pathway)!;
        call.Refusals.AddRange(NeedPathway.Find(scenario, id));
        call.Refusals.AddRange(RunRefusals.FindFile("--out", parsed.GetValue(file)));
        NeedModel? saved = NeedAuthority.ReadModel(parsed.GetValue(model), call.Error, out bool isBad);
        if (call.IsRefused() || isBad || unit is null)
        {
            return ExitCode.BadInput;
        }

        NeedForecast? forecast = call.Try(() => NeedForecast.Of(
            saved ?? call.Show("Fitting", table.Targets.Length, progress => NeedModel.Fit(table, call.LeftOut, [wanted - table.Panel.LastPeriod], progress: progress, cancellation: cancellation)),
            table,
            unit.Value,
            wanted));
        if (forecast is null)
        {
            return ExitCode.BadInput;
        }

        NeedRates? rates = forecast.Targets.Any(target => target.Target == NeedTarget.Referrals) ? NeedRates.Of(forecast, scenario, id) : null;
        call.Write(output => NeedForecastTable.Write(forecast, rates, scenario, output), () => NeedForecastOutput.Of(forecast, rates));
        if (parsed.GetValue(file) is { } path)
        {
            TextFile.Write("--out", path, NeedForecastJson.Write(forecast));
        }

        return ExitCode.Done;
    }
}
