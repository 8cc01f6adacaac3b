using System.CommandLine;

namespace LocalitySim.Cli;

/// <summary>Is <c>locality need</c>: predicts how many children will come, and says how well.</summary>
internal static class NeedCommand
{
    /// <summary>Makes the command with its subcommands.</summary>
    internal static Command Create()
    {
        Command command = new("need", "Predict need: test forecasts on past years, fit a model, forecast an authority, and explain; and model which referrals escalate.");
        command.Add(NeedBacktestCommand.Create());
        command.Add(NeedFitCommand.Create());
        command.Add(NeedForecastCommand.Create());
        command.Add(NeedExplainCommand.Create());
        command.Add(NeedEscalationCommand.Create());
        return command;
    }
}
