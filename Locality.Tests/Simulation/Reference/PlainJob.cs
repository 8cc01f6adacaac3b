namespace LocalitySim.Tests;

/// <summary>Is a job in a <see cref="PlainPool"/>.</summary>
internal sealed class PlainJob(PlainProcess process, Step.Serve step, int arrival, double arrivalTime)
{
    public PlainProcess Process => process;

    public double Work => step.Work;

    public int Priority => step.Priority;

    public int Arrival => arrival;

    public double ArrivalTime => arrivalTime;

    public double Left { get; set; } = step.Work;

    public double? WaitBeforeService { get; set; }
}
