namespace LocalitySim.Tests;

/// <summary>Is the wait for a result; the caller may leave it.</summary>
internal sealed class PlainCall(PlainProcess caller) : IPlainPlace
{
    public PlainProcess? Caller { get; private set; } = caller;

    /// <inheritdoc />
    public void Leave(PlainProcess process) => Caller = null;
}
