namespace LocalitySim.Simulation;

/// <summary>Keeps the answers to waits that have ended until their processes resume and take them.</summary>
/// <remarks>The answer's slot travels as the number that the process is made ready with, so an answer costs no object.</remarks>
internal sealed class WaitAnswers<T>(Simulator simulator)
{
    private readonly SlotList<T> answers = new();

    /// <summary>Ends a process's wait, its time-out too, with an answer.</summary>
    internal void Give(ProcessFrame frame, T answer)
    {
        frame.WaitValue = answers.Add(answer);
        frame.Reason = WakeReason.Evicted;
        simulator.Cancel(frame);
        simulator.MakeReady(frame);
    }

    /// <summary>Takes the answer of the process that resumes. Its wake reason has been taken before.</summary>
    internal T Take() => answers.Remove((int)simulator.WakeValue);
}
