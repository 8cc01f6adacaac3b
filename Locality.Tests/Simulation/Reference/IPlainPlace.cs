namespace LocalitySim.Tests;

/// <summary>Is somewhere that a process waits, besides the calendar.</summary>
internal interface IPlainPlace
{
    /// <summary>Takes a process out that was interrupted, or has lost patience.</summary>
    void Leave(PlainProcess process);
}
