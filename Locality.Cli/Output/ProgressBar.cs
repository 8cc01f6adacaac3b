using Spectre.Console;

namespace LocalitySim.Cli;

/// <summary>Shows how far a long run is, on standard error, where that is a terminal.</summary>
internal static class ProgressBar
{
    internal static T Show<T>(TextWriter error, string what, int total, Func<IProgress<int>, T> work)
    {
        IAnsiConsole console = Terminal.On(error);
        if (!console.Profile.Capabilities.Interactive)
        {
            return work(new Direct(_ => { }));
        }

        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask(what, maxValue: total);
                return work(new Direct(done => task.Value = done));
            });
    }

    /// <summary>Reports at once, on the thread that has news: the framework's own class would post it to another.</summary>
    private sealed class Direct(Action<int> show) : IProgress<int>
    {
        public void Report(int value) => show(value);
    }
}
