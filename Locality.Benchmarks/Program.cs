using System.CommandLine;
using BenchmarkDotNet.Running;
using LocalitySim.Benchmarks;

// `model` and `hash` are what `yardstick` and the tests run in a process of its own.
if (args is ["model", ..])
{
    ModelRun.Run(args.AsSpan(1));
    return 0;
}

if (args is ["hash", string threads])
{
    ResultHash.Run(int.Parse(threads, System.Globalization.CultureInfo.InvariantCulture));
    return 0;
}

if (args is not ["yardstick" or "selection" or "boosting", ..])
{
    BenchmarkSwitcher.FromAssembly(typeof(HoldBenchmark).Assembly).Run(args);
    return 0;
}

Option<int> pairs = new("--pairs") { Description = "The number of pairs of runs for each row.", DefaultValueFactory = _ => 5 };
Option<string?> json = new("--json") { Description = "A file that the table goes to as JSON too." };
Option<string?> only = new("--only") { Description = "The one model to run: net, mm1 or hold." };
pairs.Validators.Add(result =>
{
    if (result.GetValueOrDefault<int>() < 1)
    {
        result.AddError("--pairs: expected a number above zero.");
    }
});
only.AcceptOnlyFromAmong("net", "mm1", "hold");
Command yardstick = new("yardstick", "Compares the engine with a simulator written by hand in C.") { pairs, json, only };
yardstick.SetAction(result => YardstickCommand.Run(result.GetValue(pairs), result.GetValue(json), result.GetValue(only)));

Option<int> systems = new("--systems") { Description = "The number of systems.", DefaultValueFactory = _ => 1000 };
Option<int> selections = new("--selections") { Description = "The number of selections for each row.", DefaultValueFactory = _ => 3 };
Option<int> rows = new("--rows") { Description = "The number of rows.", DefaultValueFactory = _ => 1_000_000 };
Option<int> trees = new("--trees") { Description = "The number of trees.", DefaultValueFactory = _ => 200 };
Option<int> workers = new("--threads") { Description = "The number of threads.", DefaultValueFactory = _ => Environment.ProcessorCount };
foreach ((Option<int> option, int least) in new[] { (systems, 2), (selections, 1), (rows, 1000), (trees, 1), (workers, 1) })
{
    option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() < least)
        {
            result.AddError($"{option.Name}: expected {least} or more.");
        }
    });
}

Command selection = new("selection", "Counts the observations that selecting the best of many systems takes, with and without common random numbers.") { systems, selections };
selection.SetAction(result => SelectionCommand.Run(result.GetValue(systems), result.GetValue(selections)));
Command boosting = new("boosting", "Times boosted trees of counts, and trees that sort every column again at each node.") { rows, trees, workers };
boosting.SetAction(result => BoostingCommand.Run(result.GetValue(rows), result.GetValue(trees), result.GetValue(workers)));
return new RootCommand("Benchmarks of the simulation engine.") { yardstick, selection, boosting }.Parse(args).Invoke();
