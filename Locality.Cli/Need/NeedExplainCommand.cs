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

    private NeedExplainCommand()
    {
    }

    internal static Command Create()
    {
        NeedExplainCommand options = new();
        Command command = new("explain", "Say what forecasts of next year follow from: for all authorities, or for one.");
        return options.data.Complete(command, [options.authority, options.target, options.model], options.Run);
    }

    private ExitCode Run(NeedCall call, ParseResult parsed, CancellationToken cancellation)
    {
        NeedData table = call.Data;
        string? name = parsed.GetValue(authority);
        int? unit = name is null ? null : NeedAuthority.Find(table, name, name, call.LeftOut, call.Refusals);
        string? wanted = parsed.GetValue(target);
        NeedTarget[] targets = [.. table.Targets.Where(item => wanted is null || string.Equals(item.Name, wanted, StringComparison.Ordinal))];
        if (targets.Length == 0)
        {
            call.Refusals.Add($"--target: found '{wanted}'; expected one of {string.Join(", ", table.Targets.Select(item => item.Name))}");
        }

        NeedModel? saved = NeedAuthority.ReadModel(parsed.GetValue(model), call.Error, out bool isBad);
        if (saved is not null && !string.Equals(saved.DataSha256, table.Sha256, StringComparison.Ordinal))
        {
            call.Refusals.Add($"--model: found one fitted to {saved.DataName} with SHA-256 {saved.DataSha256}; expected one fitted to {table.Name} with {table.Sha256}: fit again");
        }

        if (call.IsRefused() || isBad
            || call.Try(() => saved ?? call.Show("Fitting", targets.Length, progress => NeedModel.Fit(table, call.LeftOut, [1], targets, progress: progress, cancellation: cancellation))) is not { } fitted)
        {
            return ExitCode.BadInput;
        }

        NeedData kept = table.Without(fitted.LeftOut);
        int? place = unit is { } one ? kept.IndexOf(table.Authorities[one].Code) : null;
        ImmutableArray<NeedExplanation> explanations = [.. fitted.Fits.Where(fit => fit.YearsAhead == 1 && targets.Contains(fit.Target)).Select(fit => NeedExplanation.Of(fit, kept, place))];
        call.Write(output => NeedExplainTable.Write(explanations, output), () => NeedExplainJson.Of(explanations));
        return ExitCode.Done;
    }
}
