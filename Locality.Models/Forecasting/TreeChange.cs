namespace LocalitySim.Models;

/// <summary>Is a change that is a sum of regression trees of its columns; an absent column goes the way that was learnt for it.</summary>
public sealed record TreeChange : ChangeFit
{
    /// <summary>Gets the trees.</summary>
    public required TreeEnsemble Trees { get; init; }

    /// <inheritdoc/>
    internal override double Predict(double?[] columns) => Trees.Predict([.. columns.Select(value => value ?? double.NaN)]);

    /// <inheritdoc/>
    internal override double[] Contributions(double?[] columns) => [.. TreeShap.Explain(Trees, [.. columns.Select(value => value ?? double.NaN)]).Contributions];
}
