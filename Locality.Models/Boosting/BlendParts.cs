using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>The parts of a blend, fitted to the same rows. Where one has no fit the constant stands in for it.</summary>
internal sealed class BlendParts
{
    /// <summary>How many parts there are.</summary>
    internal const int Count = 3;

    private readonly RidgePart? _ridge;
    private readonly TreeEnsemble? _trees;

    private BlendParts(double constant, RidgePart? ridge, TreeEnsemble? trees, string?[] refusals) =>
        (Constant, _ridge, _trees, Refusals) = (constant, ridge, trees, refusals);

    /// <summary>Gets the constant's log rate.</summary>
    internal double Constant { get; }

    /// <summary>Gets why a part has no fit, by kind; null where it has.</summary>
    internal string?[] Refusals { get; }

    /// <summary>Fits all parts.</summary>
    /// <param name="data">The rows, all of a weight above zero, with groups; one count at least above zero.</param>
    /// <param name="seeds">Where the seeds come from.</param>
    /// <param name="cancellation">Ends the trees early; the caller must look at it.</param>
    internal static BlendParts Of(TreeData data, RandomStream seeds, CancellationToken cancellation)
    {
        double[] offsets = [.. Enumerable.Range(0, data.Rows).Select(row => Offset(data, row))];
        double highest = offsets.Max();
        double counts = 0;
        double exposure = 0;
        for (int row = 0; row < data.Rows; row++)
        {
            counts += data.Weight(row) * data.Targets[row];
            exposure += data.Weight(row) * PortableMath.Exp(offsets[row] - highest);
        }

        double constant = PortableMath.Log(counts) - PortableMath.Log(exposure) - highest;
        string?[] refusals = new string?[Count];
        ulong ridgeSeed = seeds.NextUInt64();
        RidgePart? ridge = Fitted(CountBlendPartKind.Ridge, refusals, () => RidgePart.Of(data, offsets, ridgeSeed));
        BoostingOptions options = BoostingOptions.For(data.Rows) with { Seed = seeds.NextUInt64() };
        TreeEnsemble? trees = Fitted(CountBlendPartKind.Trees, refusals, () => BoostedTrees.Fit(data, options, 1, cancellation: cancellation));
        return new BlendParts(constant, ridge, trees, refusals);
    }

    /// <summary>What is added to a row's log rate: its offset and the logarithm of its exposure.</summary>
    internal static double Offset(TreeData data, int row) => (data.Offsets?[row] ?? 0) + PortableMath.Log(data.Exposures?[row] ?? 1);

    /// <summary>The log rate of a row by a part.</summary>
    internal double Link(CountBlendPartKind kind, ReadOnlySpan<double> values) => kind switch
    {
        CountBlendPartKind.Ridge => _ridge?.Link(values) ?? Constant,
        CountBlendPartKind.Trees => _trees?.Link(values) ?? Constant,
        _ => Constant,
    };

    // The rows are checked before: a refusal says that these hold no finite fit, such as trees whose rows to fit count nothing.
    private static T? Fitted<T>(CountBlendPartKind kind, string?[] refusals, Func<T> fit)
        where T : class
    {
        try
        {
            return fit();
        }
        catch (ArgumentException refusal) when (refusal.GetType() == typeof(ArgumentException))
        {
            refusals[(int)kind] = refusal.Message;
            return null;
        }
    }
}
