using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is a figure of a scenario that is not known well: each future draws its own value.</summary>
/// <remarks>
/// Four forms. <see cref="From"/> and <see cref="To"/>: every value between them is as likely. With <see cref="Likely"/>: triangular, the most
/// likely value within. <see cref="Median"/> and <see cref="Within"/>: lognormal, 95 % of it from median ÷ within to median × within, cut off at
/// five standard deviations. <see cref="Values"/>: as a forecast gives them, each as likely, straight lines between. A factor of 1 is the scenario as it stands.
/// </remarks>
public sealed record UncertainFigure
{
    /// <summary>The standard normal's quantile of 0.975.</summary>
    private const double UpperNormal = 1.959963984540054;

    private const double FurthestSd = 5;

    /// <summary>Gets the figure's name: one of the scenario's <see cref="ScenarioParameter"/>s.</summary>
    public required string Figure { get; init; }

    /// <summary>Gets the lowest value, in the figure's unit.</summary>
    public double? From { get; init; }

    /// <summary>Gets the highest value, in the figure's unit.</summary>
    public double? To { get; init; }

    /// <summary>Gets the most likely value; absent means that none is more likely than another.</summary>
    public double? Likely { get; init; }

    /// <summary>Gets the value that is as likely too high as too low, in the figure's unit.</summary>
    public double? Median { get; init; }

    /// <summary>Gets the factor that holds 95 % of the values about the median: above 1.</summary>
    public double? Within { get; init; }

    /// <summary>Gets equally likely values, in the figure's unit, from the lowest: two or more, or none where the figure has another form.</summary>
    [Sourced(Standing.Judged, "None: the figure has another form.")]
    public ImmutableArray<double> Values { get; init; } = [];

    /// <summary>Gets the lowest value that can be drawn; null where the form is not complete.</summary>
    internal double? Lowest => IsRange ? From : IsFactor ? Limit(-1) : IsList ? Values[0] : null;

    /// <summary>Gets the highest value that can be drawn; null where the form is not complete.</summary>
    internal double? Highest => IsRange ? To : IsFactor ? Limit(1) : IsList ? Values[^1] : null;

    private bool IsRange => From < To && (Likely is not { } likely || (From <= likely && likely <= To)) && Median is null && Within is null && Values.IsEmpty;

    private bool IsFactor => Median > 0 && Within > 1 && From is null && To is null && Likely is null && Values.IsEmpty;

    private bool IsList => Values.Length > 1 && Values[0] > 0 && Values[^1] > Values[0] && double.IsFinite(Values[^1]) && Values.Zip(Values.Skip(1)).All(pair => pair.First <= pair.Second)
        && From is null && To is null && Likely is null && Median is null && Within is null;

    private double Sigma => PortableMath.Log(Within!.Value) / UpperNormal;

    /// <summary>Returns what is wrong with the form; null where it can be drawn from.</summary>
    internal string? Fault() => (IsRange || IsFactor || IsList, this) switch
    {
        (true, _) => null,
        (_, { From: { } from, To: { } to, Median: null, Within: null }) when from < to => "a likely value outside its range",
        (_, { From: not null, To: not null, Median: null, Within: null }) => "a range whose end is not above its start",
        (_, { Within: { } within }) when !(within > 1) => "a factor that is not above 1",
        (_, { Values.Length: > 0 }) => "values that do not rise, or beside another form",
        _ => "no complete range",
    };

    /// <summary>Draws a value.</summary>
    /// <exception cref="InvalidOperationException">The form is not complete.</exception>
    internal double Draw(ref RandomStream random) => this switch
    {
        { IsRange: true, Likely: { } likely } => new TriangularDistribution(From!.Value, likely, To!.Value).Sample(ref random),
        { IsRange: true } => new UniformDistribution(From!.Value, To!.Value).Sample(ref random),
        { IsFactor: true } => Math.Clamp(new LognormalDistribution(PortableMath.Log(Median!.Value), Sigma).Sample(ref random), Lowest!.Value, Highest!.Value),
        { IsList: true } => Between(random.NextOpenUniform()),
        _ => throw new InvalidOperationException($"{Figure}: found {Fault()}; expected from and to, or median and within."),
    };

    // The i-th of n values is the quantile of i/(n + 1); beyond the outermost it stays at them.
    private double Between(double share)
    {
        double place = Math.Clamp((share * (Values.Length + 1)) - 1, 0, Values.Length - 1);
        int below = Math.Min((int)place, Values.Length - 2);
        return Values[below] + ((Values[below + 1] - Values[below]) * (place - below));
    }

    private double Limit(int side) => Median!.Value * PortableMath.Exp(side * FurthestSd * Sigma);
}
