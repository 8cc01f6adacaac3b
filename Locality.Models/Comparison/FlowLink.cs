namespace LocalitySim.Models;

/// <summary>Is how many children pass from one stage to the next.</summary>
/// <param name="From">The stage that they leave.</param>
/// <param name="To">The stage that they come to.</param>
/// <param name="ChildrenPerYear">Children a year: zero or more.</param>
public sealed record FlowLink(FlowStage From, FlowStage To, MeanOverFutures ChildrenPerYear);
