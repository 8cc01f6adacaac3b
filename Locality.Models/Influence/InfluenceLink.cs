namespace LocalitySim.Models;

/// <summary>Is one arrow of an influence diagram: a mechanism of the simulation by which one variable moves another.</summary>
/// <param name="From">The variable that moves the other.</param>
/// <param name="To">The variable that is moved.</param>
/// <param name="Sign">Which way.</param>
/// <param name="IsDelayed">Whether the effect comes weeks or months after its cause.</param>
/// <param name="Mechanism">What the simulation does, in a short sentence.</param>
/// <param name="Figure">
/// What sets the strength: the name of a <see cref="ScenarioParameter"/>, such as <c>waiting.patience</c>, where the scenario has one for it; else the
/// keys of the scenario's file, such as <c>feedbacks.leavingPerLoad</c>, lists without their brackets. Null where no figure sets it.
/// A greater figure need not make a stronger link: the longer the patience, the fewer are lost.
/// </param>
public sealed record InfluenceLink(InfluenceVariable From, InfluenceVariable To, InfluenceSign Sign, bool IsDelayed, string Mechanism, string? Figure)
{
    internal static InfluenceLink More(InfluenceVariable from, InfluenceVariable to, string mechanism, string? figure = null, bool delayed = false) =>
        new(from, to, InfluenceSign.Positive, delayed, mechanism, figure);

    internal static InfluenceLink Less(InfluenceVariable from, InfluenceVariable to, string mechanism, string? figure = null) =>
        new(from, to, InfluenceSign.Negative, IsDelayed: false, mechanism, figure);
}
