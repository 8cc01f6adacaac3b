using System.Runtime.Intrinsics;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>The chance of an event under the logit; the state is the odds. A target between 0 and 1 is the share of events among the row's weight.</summary>
internal sealed class LogisticLoss : LossFunction
{
    internal override string? Fault(double target) => target is >= 0 and <= 1 ? null : "a number from 0 to 1, as the loss is of a chance";

    internal override double State(double link, double exposure) => PortableMath.Exp(link);

    internal override double Prediction(double state) => state > 1 ? 1 - (1 / (1 + state)) : state / (1 + state);

    internal override double Factor(double step) => PortableMath.Exp(step);

    internal override double Move(double state, double factor) => state * factor;

    internal override Vector128<double> Gradient(double target, double state, double weight)
    {
        double chance = Prediction(state);
        return Vector128.Create(weight * (chance - target), weight * chance / (1 + state));
    }

    internal override double Step(double first, double second, double l2) => Math.Clamp(-first / (second + l2), -LargestStep, LargestStep);

    internal override double HalfDeviance(double target, double state) =>
        CountProbability.HalfDeviance(target, Prediction(state)) + CountProbability.HalfDeviance(1 - target, 1 / (1 + state));
}
