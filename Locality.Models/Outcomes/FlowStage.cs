namespace LocalitySim.Models;

/// <summary>Is a stage of the flow of referrals.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The source's name, the pathway's id, or the id of the service to which cases are allocated; null for the other kinds, of which there is one each.</param>
public sealed record FlowStage(FlowStageKind Kind, string? Id);
