namespace LocalitySim.Models;

/// <summary>Fits under falling penalties. Immutable and thread-safe.</summary>
public sealed class PenalizedPath
{
    internal PenalizedPath(IReadOnlyList<string> columns, ElasticNetPenalty penalty, IReadOnlyList<PenalizedFit> fits, double nullDeviance) =>
        (Columns, Penalty, Fits, NullDeviance) = (columns, penalty, fits, nullDeviance);

    /// <summary>Gets the names of the columns, the intercept first if there is one.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Gets the penalty's form.</summary>
    public ElasticNetPenalty Penalty { get; }

    /// <summary>Gets the fits, that of the largest λ first.</summary>
    public IReadOnlyList<PenalizedFit> Fits { get; }

    /// <summary>Gets the deviance of the fit of an intercept alone, or of nothing without one.</summary>
    public double NullDeviance { get; }
}
