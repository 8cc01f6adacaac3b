using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// A fitted blend of predictions of a count. Immutable and thread-safe. Its predictions are estimates without an interval, as those of its parts
/// are: what is known of their error is <see cref="Gain"/>.
/// </summary>
public sealed class CountBlendFit
{
    private readonly BlendParts parts;

    internal CountBlendFit(ImmutableArray<string> columns, BlendParts parts, ImmutableArray<CountBlendPart> shares, CountBlendChoice choice, CountBlendGain? gain, int folds) =>
        (Columns, this.parts, Parts, Choice, Gain, Folds) = (columns, parts, shares, choice, gain, folds);

    /// <summary>Gets the names of the columns.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>Gets the parts and their weights, in the order of their kinds.</summary>
    public ImmutableArray<CountBlendPart> Parts { get; }

    /// <summary>Gets why the weights are what they are.</summary>
    public CountBlendChoice Choice { get; }

    /// <summary>Gets what the weights of least deviance gain on the constant, on rows left out; null where none could be.</summary>
    public CountBlendGain? Gain { get; }

    /// <summary>Gets into how many folds the units were dealt; 0 where they were too few.</summary>
    public int Folds { get; }

    /// <summary>Predicts the mean count of a row.</summary>
    /// <param name="values">The row's value of each column: finite, or NaN where it is missing.</param>
    /// <param name="exposure">What the count is proportional to: finite, above zero.</param>
    /// <param name="offset">What is added to the logarithm of the mean: finite.</param>
    /// <exception cref="ArgumentException">Something is not as expected.</exception>
    public double Predict(ReadOnlySpan<double> values, double exposure = 1, double offset = 0)
    {
        double added = Check(values, exposure, offset);
        double link = 0;
        foreach (CountBlendPart part in Parts)
        {
            link += part.Weight == 0 ? 0 : part.Weight * parts.Link(part.Kind, values);
        }

        return PortableMath.Exp(link + added);
    }

    /// <summary>Predicts the mean count of a row by one part alone; by the constant where the part has no fit.</summary>
    /// <param name="kind">The part.</param>
    /// <param name="values">The row's value of each column: finite, or NaN where it is missing.</param>
    /// <param name="exposure">What the count is proportional to: finite, above zero.</param>
    /// <param name="offset">What is added to the logarithm of the mean: finite.</param>
    /// <exception cref="ArgumentException">Something is not as expected.</exception>
    public double PredictBy(CountBlendPartKind kind, ReadOnlySpan<double> values, double exposure = 1, double offset = 0)
    {
        if (!Enum.IsDefined(kind))
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"kind: found {kind}; expected one of the parts."), nameof(kind));
        }

        return PortableMath.Exp(Check(values, exposure, offset) + parts.Link(kind, values));
    }

    private double Check(ReadOnlySpan<double> values, double exposure, double offset)
    {
        if (values.Length != Columns.Length)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"values: found {values.Length}; expected {Columns.Length}, one for each column."), nameof(values));
        }

        for (int column = 0; column < values.Length; column++)
        {
            if (double.IsInfinity(values[column]))
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{Columns[column]}: found {values[column]}; expected a finite number, or NaN where it is missing."), nameof(values));
            }
        }

        return exposure > 0 && double.IsFinite(exposure) && double.IsFinite(offset)
            ? offset + PortableMath.Log(exposure)
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"exposure and offset: found {exposure} and {offset}; expected finite numbers, the exposure above zero."), nameof(exposure));
    }
}
