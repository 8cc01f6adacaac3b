using System.Collections.Immutable;
using System.CommandLine;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Is <c>locality need explain</c>: says what forecasts follow from.</summary>
internal sealed class NeedExplainCommand
{
    private readonly NeedDataOptions data = new(asArgument: true);

    private readonly Option<string?> authority = new("--authority") { Description = "The authority to explain, by name or code. All of them, if absent.", HelpName = "NAME" };

    private readonly Option<string?> target = new("--target") { Description = $"What is forecast: {string.Join(", ", NeedTarget.All.Select(item => item.Name))}. All of them, if absent.", HelpName = "NAME" };

    private readonly Option<string?> model = new("--model") { Description = "A model that 'need fit' saved. Fitted anew, if absent.", HelpName = "FILE" };

    private readonly Option<string?> json = JsonOutput.CreateOption();

    private NeedExplainCommand()
    {
    }

    internal static Command Create()
    {
        NeedExplainCommand options = new();
        Command command = new("explain", "Say what forecasts of next year follow from: for all authorities, or for one.");
        options.data.AddTo(command);
        command.Add(options.authority);
        command.Add(options.target);
        command.Add(options.model);
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

        (NeedData table, ImmutableArray<string> leftOut) = read;
        string? name = parsed.GetValue(authority);
        int? unit = name is null ? null : NeedAuthority.Find(table, name, name, leftOut, refusals);
        string? wanted = parsed.GetValue(target);
        NeedTarget[] targets = [.. table.Targets.Where(item => wanted is null || string.Equals(item.Name, wanted, StringComparison.Ordinal))];
        if (targets.Length == 0)
        {
            refusals.Add($"--target: found '{wanted}'; expected one of {string.Join(", ", table.Targets.Select(item => item.Name))}");
        }

        refusals.AddRange(RunRefusals.FindFile("--json", parsed.GetValue(json)));
        NeedModel? saved = NeedAuthority.ReadModel(parsed.GetValue(model), error, out bool isBad);
        if (saved is not null && !string.Equals(saved.DataSha256, table.Sha256, StringComparison.Ordinal))
        {
            refusals.Add($"--model: found one fitted to {saved.DataName} with SHA-256 {saved.DataSha256}; expected one fitted to {table.Name} with {table.Sha256}: fit again");
        }

        refusals.ForEach(error.WriteLine);
        if (refusals.Count > 0 || isBad)
        {
            return ExitCode.BadInput;
        }

        ImmutableArray<NeedExplanation> explanations;
        try
        {
            NeedModel fitted = saved ?? ProgressBar.Show(error, "Fitting", targets.Length, progress => NeedModel.Fit(table, leftOut, [1], targets, progress: progress, cancellation: cancellation));
            NeedData kept = table.Without(fitted.LeftOut);
            int? place = unit is { } one ? kept.IndexOf(table.Authorities[one].Code) : null;
            explanations = [.. fitted.Fits.Where(fit => fit.YearsAhead == 1 && targets.Contains(fit.Target)).Select(fit => NeedExplanation.Of(fit, kept, place))];
        }
        catch (ArgumentException refusal)
        {
            error.WriteLine(RefusalText.Of(refusal));
            return ExitCode.BadInput;
        }

        if (!JsonOutput.TakesOutput(parsed.GetValue(json)))
        {
            NeedExplainTable.Write(explanations, output);
        }

        JsonOutput.Write(parsed.GetValue(json), NeedExplainJson.Of(explanations), output);
        return ExitCode.Done;
    }
}
