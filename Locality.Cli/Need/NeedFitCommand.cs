using System.CommandLine;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Is <c>locality need fit</c>: fits a model of need, saves it, and writes its card.</summary>
internal sealed class NeedFitCommand
{
    private const string DefaultModel = "need-model.json";

    private readonly NeedDataOptions data = new(asArgument: true);

    private readonly Option<string> model = new("--out") { Description = $"Where to save the model: {DefaultModel} if absent.", HelpName = "FILE", DefaultValueFactory = _ => DefaultModel };

    private readonly Option<string?> card = new("--card") { Description = "Where to write the model card: beside the model, with the ending .md, if absent.", HelpName = "FILE" };

    private NeedFitCommand()
    {
    }

    internal static Command Create()
    {
        NeedFitCommand options = new();
        Command command = new("fit", "Fit a model of need, test it on past years, save it as JSON and write its card.");
        return options.data.Complete(command, [options.model, options.card], options.Run, writesJson: false);
    }

    private ExitCode Run(NeedCall call, ParseResult parsed, CancellationToken cancellation)
    {
        string modelFile = parsed.GetValue(model)!;
        string cardFile = parsed.GetValue(card) ?? Path.ChangeExtension(modelFile, ".md");
        call.Refusals.AddRange(RunRefusals.FindFile("--out", modelFile));
        call.Refusals.AddRange(RunRefusals.FindFile("--card", cardFile));
        if (string.Equals(Path.GetFullPath(modelFile), Path.GetFullPath(cardFile), StringComparison.Ordinal))
        {
            call.Refusals.Add($"--card: found '{cardFile}', which is the model's file too; expected another");
        }

        if (call.IsRefused())
        {
            return ExitCode.BadInput;
        }

        NeedData kept = call.Data.Without(call.LeftOut);
        int[] ahead = [.. Enumerable.Range(1, NeedModel.MostYearsAhead)];
        if (call.Try(() => call.Show("Fitting", kept.Targets.Length * ahead.Length, progress => NeedModel.Fit(call.Data, call.LeftOut, ahead, progress: progress, cancellation: cancellation))) is not { } fitted
            || call.Try(() => call.Show("Forecasting past years", kept.Targets.Length, progress => NeedBacktest.Run(kept, NeedModel.TestYearsOf(kept), progress: progress, cancellation: cancellation))) is not { } backtest)
        {
            return ExitCode.BadInput;
        }

        cancellation.ThrowIfCancellationRequested();
        TextFile.Write("--out", modelFile, NeedModelJson.Write(fitted));
        TextFile.Write("--card", cardFile, NeedCard.Of(fitted, backtest, call.Data));
        call.Output.WriteLine($"Fitted to {call.Data.Name}: {string.Join(", ", backtest.Targets.Select(target => target.Target.Label.ToLowerInvariant()))}. Model: {modelFile}. Card: {cardFile}.");
        return ExitCode.Done;
    }
}
