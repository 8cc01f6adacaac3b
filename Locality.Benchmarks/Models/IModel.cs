using LocalitySim.Simulation;

namespace LocalitySim.Benchmarks;

/// <summary>Is a model that can be run on and on, and tells what it has done.</summary>
internal interface IModel
{
    /// <summary>Gets the number of what the model counts: customers, completions or events.</summary>
    long Units { get; }

    /// <summary>Gets the simulator.</summary>
    Simulator Simulator { get; }

    /// <summary>Gets the waits, by stage.</summary>
    IReadOnlyList<Tally> Waits { get; }

    /// <summary>Runs the model on: for a number of customers, days or events.</summary>
    void Advance(double amount);
}
