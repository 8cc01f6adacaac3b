using System.Runtime.Intrinsics;

namespace LocalitySim.Models;

/// <summary>
/// A loss, its derivatives on the scale of the link, and what is kept of each row between rounds: its <em>state</em>, which a new tree
/// moves without a transcendental function for the row. Immutable.
/// </summary>
internal abstract class LossFunction
{
    /// <summary>The most that one tree may add to a logarithm: a factor of about 22,000.</summary>
    protected const double LargestStep = 10;

    /// <summary>Makes the loss.</summary>
    internal static LossFunction Of(BoostingLoss loss, double dispersion) => loss switch
    {
        BoostingLoss.Poisson => new CountLoss(0),
        BoostingLoss.NegativeBinomial => new CountLoss(dispersion),
        BoostingLoss.Logistic => new LogisticLoss(),
        _ => new SquaredErrorLoss(),
    };

    /// <summary>What a target must be, where it is not; null where it is right.</summary>
    internal abstract string? Fault(double target);

    /// <summary>The state, which is the prediction or yields it, of a sum of trees and an exposure.</summary>
    internal abstract double State(double link, double exposure);

    /// <summary>The prediction of a state.</summary>
    internal abstract double Prediction(double state);

    /// <summary>What <see cref="Move"/> takes for a step.</summary>
    internal abstract double Factor(double step);

    /// <summary>The state after a step.</summary>
    internal abstract double Move(double state, double factor);

    /// <summary>The weighted first and second derivative of the loss in the sum of trees.</summary>
    internal abstract Vector128<double> Gradient(double target, double state, double weight);

    /// <summary>The step that makes the penalised loss of rows least, from their summed derivatives; the second above zero.</summary>
    internal abstract double Step(double first, double second, double l2);

    /// <summary>Half of the row's deviance.</summary>
    internal abstract double HalfDeviance(double target, double state);

    /// <summary>What the rows set aside are judged by: comparable even where α has changed.</summary>
    internal virtual double ValidationLoss(double target, double state) => HalfDeviance(target, state);
}
