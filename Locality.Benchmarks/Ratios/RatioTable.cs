namespace LocalitySim.Benchmarks;

/// <summary>Is all that a comparison with the yardstick has shown, on one machine.</summary>
/// <param name="Processor">The processor's name.</param>
/// <param name="Runtime">The runtime's name and version.</param>
/// <param name="Rows">The rows against the yardstick with a heap and the engine's generator: one for each model, law and size, and way of writing.</param>
/// <param name="MoreRows">The rows against the yardstick with another generator.</param>
/// <param name="Forms">The forms of the calendar, by law and size.</param>
/// <param name="AllocatedBytesPerEvent">The bytes that NET allocates for each event once warm: the greater of the two APIs.</param>
/// <param name="PeakMemoryMb">The greatest amount of memory that a process that runs NET holds: the greater of the two APIs.</param>
/// <param name="TwoThreadSpeedup">The throughput of replications of NET on two threads over that on one.</param>
internal sealed record RatioTable(
    string Processor,
    string Runtime,
    IReadOnlyList<RatioRow> Rows,
    IReadOnlyList<RatioRow> MoreRows,
    IReadOnlyList<FormRow> Forms,
    double AllocatedBytesPerEvent,
    double PeakMemoryMb,
    double TwoThreadSpeedup);
