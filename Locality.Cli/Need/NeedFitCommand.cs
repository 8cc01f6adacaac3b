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
        options.data.AddTo(command);
        command.Add(options.model);
        command.Add(options.card);
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

        string modelFile = parsed.GetValue(model)!;
        string cardFile = parsed.GetValue(card) ?? Path.ChangeExtension(modelFile, ".md");
        refusals.AddRange(RunRefusals.FindFile("--out", modelFile));
        refusals.AddRange(RunRefusals.FindFile("--card", cardFile));
        if (string.Equals(Path.GetFullPath(modelFile), Path.GetFullPath(cardFile), StringComparison.Ordinal))
        {
            refusals.Add($"--card: found '{cardFile}', which is the model's file too; expected another");
        }

        if (refusals.Count > 0)
        {
            refusals.ForEach(error.WriteLine);
            return ExitCode.BadInput;
        }

        NeedModel fitted;
        NeedBacktest backtest;
        try
        {
            NeedData kept = read.Data.Without(read.LeftOut);
            int[] ahead = [.. Enumerable.Range(1, NeedModel.MostYearsAhead)];
            fitted = ProgressBar.Show(error, "Fitting", kept.Targets.Length * ahead.Length, progress => NeedModel.Fit(read.Data, read.LeftOut, ahead, progress: progress, cancellation: cancellation));
            backtest = ProgressBar.Show(error, "Forecasting past years", kept.Targets.Length, progress => NeedBacktest.Run(kept, NeedModel.TestYearsOf(kept), progress: progress, cancellation: cancellation));
            cancellation.ThrowIfCancellationRequested();
        }
        catch (ArgumentException refusal)
        {
            error.WriteLine(RefusalText.Of(refusal));
            return ExitCode.BadInput;
        }

        TextFile.Write("--out", modelFile, NeedModelJson.Write(fitted));
        TextFile.Write("--card", cardFile, NeedCard.Of(fitted, backtest, read.Data));
        output.WriteLine($"Fitted to {read.Data.Name}: {string.Join(", ", backtest.Targets.Select(target => target.Target.Label.ToLowerInvariant()))}. Model: {modelFile}. Card: {cardFile}.");
        return ExitCode.Done;
    }
}
