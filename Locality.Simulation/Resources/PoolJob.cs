namespace LocalitySim.Simulation;

/// <summary>Is a job in a <see cref="ServerPool"/>, from its arrival until its process has taken the outcome.</summary>
internal struct PoolJob
{
    public ProcessFrame Frame;
    public long Arrival;
    public double ArrivalTime;
    public double Work;
    public double RemainingWork;
    public double? WaitBeforeService;
    public Server? EndedBy;
    public int Priority;
    public JobEnd End;
}
