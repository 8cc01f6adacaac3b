using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is how a difference goes with an uncertain figure over the futures, each of which drew its own value. It is an association, and need not be an effect.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Label">The name that people read.</param>
/// <param name="Unit">The figure's unit; <c>times</c> for a factor.</param>
/// <param name="Correlation">Spearman's rank correlation of the drawn values with the differences, from −1 to 1: above zero where structure less baseline is greater in futures with more of the figure. Its interval is at 95 %, for this figure alone.</param>
/// <param name="AdjustedPValue">The p-value of no association, adjusted by Holm's method for all figures looked at, from 0 to 1.</param>
public sealed record FigureAssociation(UncertainFigure Figure, string Label, string Unit, Interval Correlation, double AdjustedPValue)
{
    /// <summary>Gets whether the association is clear: at 5 % shared by all figures looked at.</summary>
    public bool IsClear => AdjustedPValue <= DifferenceDrivers.TestLevel;
}
