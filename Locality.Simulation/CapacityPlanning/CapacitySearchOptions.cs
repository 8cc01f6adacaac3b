using System.Globalization;

namespace LocalitySim.Simulation;

/// <summary>Is how surely the target has to be met, and with how many replications that is decided.</summary>
public sealed record CapacitySearchOptions
{
    /// <summary>Gets the confidence with which all cells meet their targets at once: 0.5 or more, below 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Gets the replications after which clear cases are decided: 2 or more.</summary>
    public int FirstStage { get; init; } = 12;

    /// <summary>Gets the replications after which every case is decided: no fewer than the first stage.</summary>
    public int Replications { get; init; } = 48;

    /// <summary>Gets on how many threads replications run: 1 or more. No result depends on it.</summary>
    public int Threads { get; init; } = 1;

    internal CapacitySearchOptions Checked()
    {
        if (!(Confidence >= 0.5 && Confidence < 1))
        {
            throw NumberGuard.Refusal(Confidence, nameof(Confidence), "a number from 0.5 to below 1");
        }

        if (FirstStage < 2 || Replications < FirstStage)
        {
            throw NumberGuard.Refusal(FirstStage, nameof(FirstStage), string.Create(CultureInfo.InvariantCulture, $"from 2 to all replications, {Replications}"));
        }

        if (Threads < 1)
        {
            throw NumberGuard.Refusal(Threads, nameof(Threads), "1 or more");
        }

        return this;
    }
}
