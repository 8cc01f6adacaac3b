namespace LocalitySim.Simulation;

/// <summary>Stands for a <see cref="Join"/> at one of the things that it waits for.</summary>
internal sealed class JoinBranch(Join join, int index)
{
    /// <summary>Its position in the line of a signal, kept by that.</summary>
    internal int Position;

    internal WaitTarget Target;

    private bool isAttached;

    /// <summary>Gets the words for what it waits for.</summary>
    internal string Description => Target.Signal is { } signal
        ? signal.Description
        : Target.Process.IsFinished ? "a finished process" : $"process {Target.Process.Frame!.Name}";

    internal void Attach()
    {
        if (Target.Signal is { } signal)
        {
            signal.Add(this);
        }
        else
        {
            ProcessFrame awaited = Target.Process.Frame!;
            awaited.CheckNotAwaited();
            awaited.Branch = this;
        }

        isAttached = true;
    }

    internal void Detach()
    {
        if (!isAttached)
        {
            return;
        }

        isAttached = false;
        if (Target.Signal is { } signal)
        {
            signal.Leave(this);
        }
        else
        {
            Target.Process.Frame!.Branch = null;
        }
    }

    /// <summary>Says that the process has finished or the signal has fired; neither knows the branch any longer.</summary>
    internal void Finish()
    {
        isAttached = false;
        join.Finish(index);
    }

    /// <summary>Says that the process has failed; it does not know the branch any longer.</summary>
    internal void Fail(ProcessException failure)
    {
        isAttached = false;
        join.Fail(failure);
    }
}
