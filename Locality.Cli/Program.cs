using System.Runtime.InteropServices;
using LocalitySim.Cli;

using CancellationTokenSource cancellation = new();

// The first Ctrl-C lets the command stop tidily; a second one ends the process at once.
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);

return (int)LocalityCommand.Run(args, Console.Out, Console.Error, cancellation.Token);

void Cancel(PosixSignalContext context)
{
    context.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
}
