using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is the sickness of a post's holders: exponential spells and gaps in working time.</summary>
internal sealed class Sickness(StructureRun run)
{
    /// <summary>Sends a post's holder away and back, time and again.</summary>
    internal async Process FallSick(Caseworker worker, Service service)
    {
        RandomStream random = run.Stream(Purposes.Absence, worker.Post);
        double share = service.AbsenceShare.Value;
        double between = service.MeanAbsence.Value * (1 - share) / share;
        while (!worker.IsAbolished)
        {
            await WorkingDelay.Of(run.Simulator, run.Calendar, random.NextExponential() * between);
            worker.GoAway();
            await WorkingDelay.Of(run.Simulator, run.Calendar, random.NextExponential() * service.MeanAbsence.Value);
            worker.ComeBack();
        }
    }
}
