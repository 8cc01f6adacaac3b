namespace LocalitySim.Reports;

/// <summary>Says whether a target for waits is met.</summary>
internal enum WaitTargetVerdict
{
    /// <summary>The whole interval meets it.</summary>
    Met,

    /// <summary>The whole interval misses it.</summary>
    Missed,

    /// <summary>The interval holds both.</summary>
    NotClear,
}
