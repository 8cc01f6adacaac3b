using System.CommandLine;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Is how long, from which seed and on how many threads to simulate: the same options in every command that simulates.</summary>
internal sealed class RunOptions
{
    private readonly Option<double?> years = new("--years")
    {
        Description = "How many years to simulate, warm-up included. The scenario's own number, if absent.",
        HelpName = "Y",
        CustomParser = InvariantNumber.Parse,
    };

    private readonly Option<ulong?> seed = new("--seed")
    {
        Description = "The seed of all draws: the same seed gives the same results. The scenario's own, if absent.",
        HelpName = "S",
        CustomParser = InvariantNumber.ParseWhole<ulong>,
    };

    private readonly Option<int?> threads = new("--threads")
    {
        Description = "How many threads to use; the results do not depend on it. One for each processor, if absent.",
        HelpName = "T",
        CustomParser = InvariantNumber.ParseWhole<int>,
    };

    /// <summary>Adds the options to a command.</summary>
    internal void AddTo(Command command)
    {
        command.Add(years);
        command.Add(seed);
        command.Add(threads);
    }

    /// <summary>Returns a scenario's plan with what the options change.</summary>
    internal RunPlan PlanOf(Scenario scenario, ParseResult parsed) => scenario.Plan with
    {
        Years = parsed.GetValue(years) ?? scenario.Plan.Years,
        Seed = parsed.GetValue(seed) ?? scenario.Plan.Seed,
    };

    /// <summary>Returns the number of threads asked for.</summary>
    internal int? ThreadsOf(ParseResult parsed) => parsed.GetValue(threads);
}
