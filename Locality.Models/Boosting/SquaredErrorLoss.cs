using System.Runtime.Intrinsics;

namespace LocalitySim.Models;

/// <summary>Squared error under the identity; the state is the prediction.</summary>
internal sealed class SquaredErrorLoss : LossFunction
{
    internal override string? Fault(double target) => null;

    internal override double State(double link, double exposure) => link;

    internal override double Prediction(double state) => state;

    internal override double Factor(double step) => step;

    internal override double Move(double state, double factor) => state + factor;

    internal override Vector128<double> Gradient(double target, double state, double weight) => Vector128.Create(weight * (state - target), weight);

    internal override double Step(double first, double second, double l2) => -first / (second + l2);

    internal override double HalfDeviance(double target, double state) => 0.5 * (target - state) * (target - state);
}
