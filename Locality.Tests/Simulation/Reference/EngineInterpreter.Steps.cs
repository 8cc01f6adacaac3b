using LocalitySim.Simulation;

namespace LocalitySim.Tests;

/// <content>The steps of processes and events on the engine.</content>
internal sealed partial class EngineInterpreter
{
    private async Process Run(int index)
    {
        SmallModel.Program program = model.Programs[index];
        List<(int Resource, Lease Lease)> leases = [];
        try
        {
            foreach (Step step in program.Steps)
            {
                Note(index, "begins", reached[index]++);
                try
                {
                    switch (step)
                    {
                        case Step.Delay delay:
                            await simulator.Delay(delay.Length, delay.Priority);
                            Note(index, "done");
                            break;
                        case Step.DelayUntil delay:
                            await simulator.DelayUntil(Math.Max(delay.Time, simulator.Now), delay.Priority);
                            Note(index, "done");
                            break;
                        case Step.Acquire acquire:
                            Lease lease = await resources[acquire.Resource].Acquire(acquire.Priority, acquire.Patience, acquire.Units);
                            Note(index, lease.Granted ? "done" : lease.Balked ? "balked" : "out of patience");
                            if (lease.Granted)
                            {
                                leases.Add((acquire.Resource, lease));
                            }

                            break;
                        case Step.Release release:
                            int held = leases.FindIndex(held => held.Resource == release.Resource);
                            if (held >= 0)
                            {
                                leases[held].Lease.Dispose();
                                leases.RemoveAt(held);
                            }

                            break;
                        case Step.AwaitSignal wait:
                            NoteEnd(index, await signals[wait.Signal].Wait(wait.Limit));
                            break;
                        case Step.PassGate pass:
                            NoteEnd(index, await gates[pass.Gate].Pass(pass.Patience));
                            break;
                        case Step.PassBatchGate pass:
                            await batchGates[pass.Gate].Pass(pass.Priority);
                            Note(index, "done");
                            break;
                        case Step.PutItem put:
                            NoteEnd(index, await stores[put.Store].Put(put.Item, put.Patience));
                            break;
                        case Step.TakeItem take:
                            Taken<int> taken = await stores[take.Store].Take(take.Parity is { } parity ? item => item % 2 == parity : null, take.Patience);
                            Note(index, taken.Granted ? "done" : "out of patience", taken.Granted ? taken.Item : null);
                            break;
                        case Step.PutAmount put:
                            NoteEnd(index, await containers[put.Container].Put(put.Amount, put.Patience));
                            break;
                        case Step.TakeAmount take:
                            NoteEnd(index, await containers[take.Container].Take(take.Amount, take.Patience));
                            break;
                        case Step.Share share:
                            ServiceOutcome shared = await sharedServers[share.Server].Serve(share.Work, share.Weight, share.StandingLoad);
                            Note(index, shared.Completed ? "done" : "evicted", shared.RemainingWork);
                            break;
                        case Step.Serve serve:
                            JobOutcome job = await pools[serve.Pool].Serve(serve.Work, serve.Priority, serve.Patience);
                            Note(index, NameOf(job.End), job.RemainingWork, NumberOf(pools[serve.Pool], job.Server), job.WaitBeforeService);
                            break;
                        case Step.Listen listen:
                            Heard<int> heard = await broadcasts[listen.Broadcast].Next(listen.Patience);
                            Note(index, heard.Came ? "done" : "out of patience", heard.Came ? heard.Value : null);
                            break;
                        case Step.AwaitProcess { Limit: { } limit } wait:
                            if (TryClaim(wait.Process, index, out Process timed))
                            {
                                try
                                {
                                    NoteEnd(index, await simulator.WithTimeout(timed, limit));
                                }
                                finally
                                {
                                    isClaimed[wait.Process] = false;
                                }
                            }

                            break;
                        case Step.AwaitProcess wait:
                            if (TryClaim(wait.Process, index, out Process awaited))
                            {
                                try
                                {
                                    await awaited;
                                    Note(index, "done");
                                }
                                finally
                                {
                                    isClaimed[wait.Process] = false;
                                }
                            }

                            break;
                        case Step.CallForResult call:
                            if (isStarted[call.Process])
                            {
                                Note(index, "left out");
                            }
                            else
                            {
                                Note(index, "done", await Reckon(call.Process));
                            }

                            break;
                        case Step.AwaitSeveral several:
                            List<int> claims = [];
                            List<WaitTarget> targets = [];
                            foreach (Step.Target target in (ReadOnlySpan<Step.Target>)[several.First, several.Second, several.Third])
                            {
                                if (target.IsSignal)
                                {
                                    targets.Add(signals[target.Index]);
                                }
                                else if (!claims.Contains(target.Index) && TryClaim(target.Index, index, out Process one))
                                {
                                    claims.Add(target.Index);
                                    targets.Add(one);
                                }
                            }

                            try
                            {
                                if (targets.Count == 0)
                                {
                                    Note(index, "left out");
                                }
                                else if (several.All && several.Limit is { } longestForAll)
                                {
                                    NoteEnd(index, await simulator.WhenAllWithin(longestForAll, [.. targets]));
                                }
                                else if (several.All)
                                {
                                    await simulator.WhenAll([.. targets]);
                                    Note(index, "done");
                                }
                                else if (several.Limit is { } longest)
                                {
                                    int? first = await simulator.WhenAnyWithin(longest, [.. targets]);
                                    Note(index, first is null ? "out of patience" : "done", first);
                                }
                                else
                                {
                                    Note(index, "done", await simulator.WhenAny([.. targets]));
                                }
                            }
                            finally
                            {
                                claims.ForEach(claim => isClaimed[claim] = false);
                            }

                            break;
                        default:
                            Perform(step, index);
                            break;
                    }
                }
                catch (InterruptedException interruption)
                {
                    Note(index, "interrupted", (int)interruption.Cause!);
                }
                catch (ProcessCancelledException)
                {
                    Note(index, "cancelled");
                    if (!program.SurvivesCancelling)
                    {
                        throw;
                    }
                }
            }
        }
        finally
        {
            leases.ForEach(held => held.Lease.Dispose());
            Note(index, "ends");
        }
    }

    /// <summary>Starts a process, awaits it and yields the number of steps that it has begun.</summary>
    private async Process<int> Reckon(int index)
    {
        Start(index);
        isClaimed[index] = true;
        try
        {
            await handles[index]!.Value;
        }
        finally
        {
            isClaimed[index] = false;
        }

        return reached[index];
    }

    /// <summary>Starts a process, unless it was, and finds whether it may be awaited: not by itself, and by one process at a time.</summary>
    private bool TryClaim(int index, int actor, out Process process)
    {
        Start(index);
        process = handles[index] ?? default;
        if (index == actor || handles[index] is null || isClaimed[index])
        {
            Note(actor, "left out");
            return false;
        }

        return isClaimed[index] = true;
    }

    private void Perform(Step step, int actor)
    {
        switch (step)
        {
            case Step.SetCapacity set:
                resources[set.Resource].SetCapacity(set.Capacity);
                break;
            case Step.ChangePriority change when handles[change.Process] is { } process:
                resources[change.Resource].ChangePriority(process, change.Priority);
                break;
            case Step.Fire fire:
                signals[fire.Signal].Fire();
                break;
            case Step.FireOne fire:
                Note(actor, "fires", signals[fire.Signal].FireOne() ? 1 : 0);
                break;
            case Step.OpenGate open:
                gates[open.Gate].Open();
                break;
            case Step.CloseGate close:
                gates[close.Gate].Close();
                break;
            case Step.SetSharedCapacity set:
                sharedServers[set.Server].Capacity = set.Capacity;
                break;
            case Step.EvictAll evict:
                sharedServers[evict.Server].EvictAll();
                break;
            case Step.Send send:
                broadcasts[send.Broadcast].Send(send.Value);
                break;
            case Step.Interrupt interrupt when handles[interrupt.Process] is { } process:
                simulator.Interrupt(process, actor);
                break;
            case Step.Cancel cancel when handles[cancel.Process] is { } process:
                simulator.Cancel(process);
                break;
            case Step.ChangePriority or Step.Interrupt or Step.Cancel:
                Note(actor, "left out");
                break;
            case Step.Spawn spawn:
                Start(spawn.Process);
                break;
            case Step.Schedule schedule:
                simulator.Schedule(schedule.After, ReactionKind, schedule.Reaction, schedule.Priority);
                break;
            case Step.SetTimer set when set.Timer == model.Timers.Count - 1:
                simulator.Schedule(lastTimer, set.After, set.Priority);
                break;
            case Step.SetTimer set:
                timers.Set(set.Timer, set.After, set.Priority);
                break;
            case Step.CancelTimer cancel when cancel.Timer == model.Timers.Count - 1:
                simulator.Cancel(lastTimer);
                break;
            case Step.CancelTimer cancel:
                timers.Cancel(cancel.Timer);
                break;
            case Step.Stop:
                isStopped = true;
                simulator.Stop();
                break;
            default:
                throw new InvalidOperationException($"An event cannot do {step}.");
        }
    }

    private void NoteEnd(int index, bool isDone) => Note(index, isDone ? "done" : "out of patience");

    private static string NameOf(JobEnd end) => end switch
    {
        JobEnd.Completed => "done",
        JobEnd.Balked => "balked",
        JobEnd.Reneged => "out of patience",
        _ => "lost",
    };

    private static int? NumberOf(ServerPool pool, Server? server) => server is null ? null : pool.Servers.ToList().IndexOf(server);
}
