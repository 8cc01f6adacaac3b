namespace LocalitySim.Benchmarks;

/// <summary>Is one row of the table of forms: the hold model with the calendar's form chosen by the engine, and forced, all run in turn.</summary>
/// <param name="Pending">The number of pending events.</param>
/// <param name="Law">The law of the increments.</param>
/// <param name="AutomaticRate">The median rate in events a second with the form that the engine chooses.</param>
/// <param name="HeapRate">The same with a heap.</param>
/// <param name="LadderRate">The same with a ladder.</param>
/// <param name="YardstickHeapRate">The same of the yardstick with a heap.</param>
/// <param name="YardstickLadderRate">The same of the yardstick with a ladder.</param>
/// <param name="SlowerThanOwn">How many times slower the chosen form is than the better of the engine's two: the median over rounds.</param>
/// <param name="SlowerThanYardstick">How many times slower it is than the better of the yardstick's two: the median over rounds.</param>
internal sealed record FormRow(
    int Pending,
    string Law,
    double AutomaticRate,
    double HeapRate,
    double LadderRate,
    double YardstickHeapRate,
    double YardstickLadderRate,
    double SlowerThanOwn,
    double SlowerThanYardstick);
