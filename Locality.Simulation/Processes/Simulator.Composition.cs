namespace LocalitySim.Simulation;

/// <content>Waits for several things at once.</content>
public sealed partial class Simulator
{
    private readonly Stack<Join> joins = new();

    /// <summary>Waits for the first of several processes and signals: <c>int first = await simulator.WhenAny(visit, closing);</c>.</summary>
    /// <param name="targets">What to wait for: one or more. The waiting process awaits each of the processes meanwhile.</param>
    /// <returns>
    /// What a process awaits; it yields the index of the one that came first. Of processes that had finished before the call, that
    /// is the one of lowest index; of two that come at the same time, the one whose event happened first.
    /// </returns>
    /// <remarks>
    /// The others go on, and nobody awaits them any longer; <see cref="Cancel(Process)"/> ends one. If a process fails before one has
    /// finished, the wait throws its failure.
    /// </remarks>
    /// <exception cref="ArgumentException">There is nothing to wait for.</exception>
    public AnyOfAwaitable WhenAny(params ReadOnlySpan<WaitTarget> targets) => new(JoinAny(targets));

    /// <summary>Waits for the first of several processes and signals, up to a limit: <c>int? first = await simulator.WhenAnyWithin(4, news, alarm);</c>.</summary>
    /// <param name="limit">The longest wait: finite, zero or more.</param>
    /// <param name="targets">What to wait for, as in <see cref="WhenAny"/>.</param>
    /// <returns>
    /// What a process awaits; it yields the index of the one that came first, or null if the limit did. Of two that come at the same
    /// time, the one whose event happened first decides; the event of the limit is scheduled when the wait begins.
    /// </returns>
    /// <exception cref="ArgumentException">There is nothing to wait for.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative, infinite or not a number.</exception>
    public TimedAnyOfAwaitable WhenAnyWithin(double limit, params ReadOnlySpan<WaitTarget> targets) => new(JoinAny(targets), CheckDelay(limit));

    /// <summary>Waits for all of several processes and signals: <c>await simulator.WhenAll(first, second);</c>.</summary>
    /// <param name="targets">What to wait for. The waiting process awaits each of the processes meanwhile.</param>
    /// <returns>What a process awaits. If there is nothing to wait for, or all have finished, it goes on at once.</returns>
    /// <remarks>The first failure of a process ends the wait, which throws it. The others go on, and nobody awaits them any longer.</remarks>
    public AllOfAwaitable WhenAll(params ReadOnlySpan<WaitTarget> targets) => new(NewJoin(targets, all: true));

    /// <summary>Waits for all of several processes and signals, up to a limit: <c>bool inTime = await simulator.WhenAllWithin(4, first, second);</c>.</summary>
    /// <param name="limit">The longest wait: finite, zero or more.</param>
    /// <param name="targets">What to wait for, as in <see cref="WhenAll"/>.</param>
    /// <returns>What a process awaits; it yields true if all came in time, false if the limit came first.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative, infinite or not a number.</exception>
    public TimedAllOfAwaitable WhenAllWithin(double limit, params ReadOnlySpan<WaitTarget> targets) => new(NewJoin(targets, all: true), CheckDelay(limit));

    /// <summary>Waits for a process, up to a limit: <c>bool inTime = await simulator.WithTimeout(visit, 4);</c>.</summary>
    /// <param name="process">The process. It goes on after the limit; <see cref="Cancel(Process)"/> ends it.</param>
    /// <param name="limit">The longest wait: finite, zero or more.</param>
    /// <returns>What a process awaits; it yields true if the process finished, false if the limit came first.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative, infinite or not a number.</exception>
    public TimedAllOfAwaitable WithTimeout(Process process, double limit) => WhenAllWithin(limit, process);

    internal void ReturnJoin(Join join) => joins.Push(join);

    private JoinHandle JoinAny(ReadOnlySpan<WaitTarget> targets) =>
        targets.Length > 0
            ? NewJoin(targets, all: false)
            : throw new ArgumentException("Expected at least one process or signal to wait for.", nameof(targets));

    private JoinHandle NewJoin(ReadOnlySpan<WaitTarget> targets, bool all)
    {
        Join join = joins.TryPop(out Join? pooled) ? pooled : new Join(this);
        join.Set(targets, all);
        return new JoinHandle(join);
    }
}
