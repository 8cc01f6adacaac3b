namespace LocalitySim.Tests;

/// <content>The steps of processes and events on the plain engine.</content>
internal sealed partial class PlainInterpreter
{
    private void Do(PlainProcess process, Step step)
    {
        switch (step)
        {
            case Step.Delay delay:
                process.Wait(null, engine.Now + delay.Length, delay.Priority);
                break;
            case Step.DelayUntil delay:
                process.Wait(null, Math.Max(delay.Time, engine.Now), delay.Priority);
                break;
            case Step.Acquire acquire:
                resources[acquire.Resource].Acquire(process, acquire);
                break;
            case Step.Release release:
                int held = process.Leases.FindIndex(lease => lease.Resource == resources[release.Resource]);
                if (held >= 0)
                {
                    (PlainResource resource, int units) = process.Leases[held];
                    process.Leases.RemoveAt(held);
                    resource.GiveBack(units);
                }

                break;
            case Step.AwaitSignal wait:
                signals[wait.Signal].Wait(process, wait.Limit);
                break;
            case Step.PassGate pass:
                gates[pass.Gate].Pass(process, pass.Patience);
                break;
            case Step.PassBatchGate pass:
                batchGates[pass.Gate].Pass(process, pass.Priority);
                break;
            case Step.PutItem put:
                stores[put.Store].Put(process, put.Item, put.Patience);
                break;
            case Step.TakeItem take:
                stores[take.Store].Take(process, take.Parity, take.Patience);
                break;
            case Step.PutAmount put:
                containers[put.Container].Put(process, put.Amount, put.Patience);
                break;
            case Step.TakeAmount take:
                containers[take.Container].Take(process, take.Amount, take.Patience);
                break;
            case Step.Share share:
                sharedServers[share.Server].Serve(process, share);
                break;
            case Step.Serve serve:
                pools[serve.Pool].Serve(process, serve);
                break;
            case Step.Listen listen:
                broadcasts[listen.Broadcast].Listen(process, listen.Patience);
                break;
            case Step.AwaitProcess wait:
                Await(process, wait);
                break;
            case Step.CallForResult call:
                Call(process, call.Process);
                break;
            case Step.AwaitSeveral several:
                AwaitSeveral(process, several);
                break;
            default:
                Perform(step, process.Index);
                break;
        }
    }

    private void Await(PlainProcess process, Step.AwaitProcess wait)
    {
        if (!TryClaim(wait.Process, process.Index))
        {
            return;
        }

        PlainProcess awaited = processes[wait.Process];
        if (awaited.IsEnded)
        {
            claimed.Remove(wait.Process);
            process.Note(PlainAnswer.Done);
            return;
        }

        awaited.OnEnd = () => process.Wake(PlainAnswer.Done);
        process.OnResumption = () => claimed.Remove(wait.Process);
        process.Wait(awaited, engine.Now + wait.Limit, 127);
    }

    /// <summary>Calls a process that awaits another and yields the number of its steps.</summary>
    private void Call(PlainProcess process, int index)
    {
        if (started.Contains(index))
        {
            Note(process.Index, "left out");
            return;
        }

        Start(index);
        PlainProcess called = processes[index];
        if (called.IsEnded)
        {
            process.Note(new PlainAnswer("done", called.Reached));
            return;
        }

        // The one between is a process too: it is woken by the end of the one called, and wakes the caller when it runs.
        PlainCall call = new(process);
        claimed.Add(index);
        called.OnEnd = () => engine.Wake(() =>
        {
            claimed.Remove(index);
            call.Caller?.Wake(new PlainAnswer("done", called.Reached));
        });
        process.Wait(call, null);
    }

    private void AwaitSeveral(PlainProcess process, Step.AwaitSeveral several)
    {
        List<int> claims = [];
        List<(PlainProcess? Process, PlainSignal? Signal)> targets = [];
        foreach (Step.Target target in (List<Step.Target>)[several.First, several.Second, several.Third])
        {
            if (target.IsSignal)
            {
                targets.Add((null, signals[target.Index]));
            }
            else if (!claims.Contains(target.Index) && TryClaim(target.Index, process.Index))
            {
                claims.Add(target.Index);
                targets.Add((processes[target.Index], null));
            }
        }

        process.OnResumption = () => claimed.ExceptWith(claims);
        if (targets.Count == 0)
        {
            Note(process.Index, "left out");
        }
        else
        {
            new PlainJoin(process, several.All).Wait(targets, engine.Now + several.Limit);
        }

        if (!process.IsWaiting)
        {
            claimed.ExceptWith(claims);
            process.OnResumption = null;
        }
    }

    /// <summary>Starts a process, unless it was, and finds whether it may be awaited: not by itself, and by one process at a time.</summary>
    private bool TryClaim(int index, int actor)
    {
        Start(index);
        if (index == actor || !processes[index].IsKnown || !claimed.Add(index))
        {
            Note(actor, "left out");
            return false;
        }

        return true;
    }

    private void Perform(Step step, int actor)
    {
        switch (step)
        {
            case Step.SetCapacity set:
                resources[set.Resource].SetCapacity(set.Capacity);
                break;
            case Step.ChangePriority change when processes[change.Process].IsKnown:
                resources[change.Resource].ChangePriority(processes[change.Process], change.Priority);
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
                sharedServers[set.Server].SetCapacity(set.Capacity);
                break;
            case Step.EvictAll evict:
                sharedServers[evict.Server].EvictAll();
                break;
            case Step.Send send:
                broadcasts[send.Broadcast].Send(send.Value);
                break;
            case Step.Interrupt interrupt when processes[interrupt.Process].IsKnown:
                processes[interrupt.Process].Interrupt(actor);
                break;
            case Step.Cancel cancel when processes[cancel.Process].IsKnown:
                processes[cancel.Process].Cancel();
                break;
            case Step.ChangePriority or Step.Interrupt or Step.Cancel:
                Note(actor, "left out");
                break;
            case Step.Spawn spawn:
                Start(spawn.Process);
                break;
            case Step.Schedule schedule:
                engine.Schedule(engine.Now + schedule.After, schedule.Priority, () => React(SmallModel.FirstReaction - schedule.Reaction, model.Reactions[schedule.Reaction]));
                break;
            case Step.SetTimer set:
                engine.Cancel(timers[set.Timer]);
                timers[set.Timer] = engine.Schedule(engine.Now + set.After, set.Priority, () =>
                {
                    timers[set.Timer] = null;
                    React(SmallModel.FirstTimer - set.Timer, model.Timers[set.Timer]);
                });
                break;
            case Step.CancelTimer cancel:
                engine.Cancel(timers[cancel.Timer]);
                timers[cancel.Timer] = null;
                break;
            case Step.Stop:
                isStopped = true;
                engine.Stop();
                break;
            default:
                throw new InvalidOperationException($"An event cannot do {step}.");
        }
    }

    private void React(int actor, Step step)
    {
        Note(actor, "occurs");
        Perform(step, actor);
    }
}
