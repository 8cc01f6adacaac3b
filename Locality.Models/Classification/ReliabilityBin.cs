using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Cases of about the same chance, with what came.</summary>
/// <param name="Cases">The number of cases.</param>
/// <param name="Events">How many of them the event followed.</param>
/// <param name="Lowest">The lowest chance.</param>
/// <param name="Highest">The highest chance.</param>
/// <param name="MeanChance">The mean chance.</param>
/// <param name="Observed">The share of events, with the exact interval of Clopper and Pearson: it covers the chance of cases like these, taken as independent.</param>
public sealed record ReliabilityBin(int Cases, int Events, double Lowest, double Highest, double MeanChance, Interval Observed)
{
    /// <summary>Gets a value indicating whether the mean chance lies outside of the interval.</summary>
    public bool IsContradicted => !Observed.Contains(MeanChance);
}
