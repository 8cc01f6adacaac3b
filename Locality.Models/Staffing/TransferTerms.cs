namespace LocalitySim.Models;

/// <summary>Says what a dated change costs those whom it moves.</summary>
/// <param name="KeepsOpenCases">Whether workers keep the cases that they hold until these close.</param>
/// <param name="DelayWorkingDays">How long a transferred case stands still, in working days.</param>
/// <param name="Dip">The share of their hours that workers of changed teams lose.</param>
/// <param name="DipDays">For how long, in days.</param>
/// <param name="LosesProgress">Whether a transferred case loses the progress of a handover, and a manager makes the new worker good.</param>
internal sealed record TransferTerms(bool KeepsOpenCases, double DelayWorkingDays, double Dip, double DipDays, bool LosesProgress = true)
{
    /// <summary>Gets the terms of changes that name none: a case that must change worker stands still as in a redraw by default, and nobody's hours dip.</summary>
    internal static TransferTerms Usual { get; } = new(false, new Redraw { To = "" }.TransferDelay.Value, 0, 0);

    /// <summary>Gets the terms on which a structure branches off: each case has the worker that it would have had there all along.</summary>
    internal static TransferTerms Branch { get; } = new(false, 0, 0, 0, LosesProgress: false);

    /// <summary>Returns the terms of a redraw.</summary>
    internal static TransferTerms Of(Redraw redraw) =>
        new(redraw.KeepOpenCases, redraw.TransferDelay.Value, redraw.Dip.Value, redraw.DipLength.Value);
}
