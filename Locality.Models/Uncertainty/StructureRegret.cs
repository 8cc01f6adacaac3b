using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is how a structure fares over the futures, and how much one would regret having chosen it.</summary>
/// <remarks>The regret in a future is by how much the best structure of that future is better. Source: Savage (1951); see <see cref="Regret"/>.</remarks>
/// <param name="Structure">The structure.</param>
/// <param name="Mean">The measure's mean over futures, with its 95 % interval.</param>
/// <param name="MeanRegret">The mean regret, in the measure's unit, with its 95 % interval.</param>
/// <param name="WorstRegret">The regret in the worst of these futures.</param>
/// <param name="ShareBest">The share of futures, from 0 to 1, in which no structure is better.</param>
/// <param name="ShareWrong">The share of futures, from 0 to 1, in which the regret is above the indifference zone.</param>
/// <param name="Mark">What most tells the futures in which it is wrong from the others; null where nothing does.</param>
public sealed record StructureRegret(
    Structure Structure, Interval Mean, Interval MeanRegret, double WorstRegret, double ShareBest, double ShareWrong, WrongMark? Mark);
