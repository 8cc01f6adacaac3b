using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is what an uncertain figure would be worth knowing before the choice.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Information">The mean gain in the measure of choosing with the figure known, with its interval.</param>
public sealed record FigureValue(UncertainFigure Figure, InformationValue Information);
