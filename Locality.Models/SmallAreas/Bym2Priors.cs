using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// What is thought, before the counts, of how much areas differ and how much of that neighbours share: priors that pull towards areas
/// that do not differ and, if they do, differ without pattern. Immutable.
/// Sources: Simpson, Rue, Riebler, Martins and Sørbye, "Penalising model component complexity", Statistical Science 32(1), 2017; Riebler,
/// Sørbye, Simpson and Rue, "An intuitive Bayesian spatial model for disease mapping that accounts for scaling", Statistical Methods in
/// Medical Research 25(4), 2016, sections 4.1 and 4.2, whose values are the ones here: P(σ &gt; 1) = 0.01 and P(φ &lt; 0.5) = 2/3.
/// </summary>
/// <remarks>
/// On a graph of few areas the distance to φ = 0 hardly grows before φ is next to 1, so that much of what is thought above the bound lies there: on that
/// of Scotland's 56 districts an eighth of the whole beyond 0.999. Where counts say little of φ, its mean and bounds are mostly the prior's; the rates hang on it much less.
/// </remarks>
public sealed record Bym2Priors
{
    private readonly double spreadBound = 1;
    private readonly double spreadTail = 0.01;
    private readonly double shareBound = 0.5;
    private readonly double shareBelow = 2.0 / 3;

    /// <summary>Gets the U of P(σ &gt; U), above zero: σ is the standard deviation of an area's logarithm about the columns.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public double SpreadBound
    {
        get => spreadBound;
        init => spreadBound = value > 0 && double.IsFinite(value) ? value : throw Refusal(nameof(SpreadBound), value, "a finite number above zero");
    }

    /// <summary>Gets P(σ &gt; U), between 0 and 1, exclusive.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public double SpreadTail
    {
        get => spreadTail;
        init => spreadTail = Share(nameof(SpreadTail), value);
    }

    /// <summary>Gets the U of P(φ &lt; U), between 0 and 1, exclusive: φ is the share of the variance that follows the graph.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public double ShareBound
    {
        get => shareBound;
        init => shareBound = Share(nameof(ShareBound), value);
    }

    /// <summary>Gets P(φ &lt; U), between 0 and 1, exclusive.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public double ShareBelow
    {
        get => shareBelow;
        init => shareBelow = Share(nameof(ShareBelow), value);
    }

    /// <summary>P(σ ≤ x) = 1 − e^(−θx): the distance to σ = 0 is σ (Simpson and others 2017, section 3.3).</summary>
    internal double SpreadAtMost(double spread) => -PortableMath.Expm1(PortableMath.Log(SpreadTail) * spread / SpreadBound);

    /// <summary>P(φ ≤ x) = 1 − e^(−λ d(x)), d being the distance to φ = 0 on this graph.</summary>
    internal Func<double, double> ShareAtMost(ScaledIcar structure)
    {
        double rate = PortableMath.Log1p(-ShareBelow) / Distance(structure, ShareBound);
        return share => -PortableMath.Expm1(rate * Distance(structure, share));
    }

    /// <summary>
    /// d(φ) = √(2 KLD), the Kullback–Leibler divergence of effects of covariance (1 − φ) I + φ C from those of I: 2 KLD = φ (tr C − n) −
    /// ln det((1 − φ) I + φ C). Source: Riebler and others 2016, appendix A.
    /// </summary>
    internal static double Distance(ScaledIcar structure, double share)
    {
        double[][] covariance = structure.Covariance;
        double trace = covariance.Select((row, place) => row[place]).Sum();
        CholeskyFactor factor = CholeskyFactor.Of(Mixed(covariance, 1, share))!;
        return Math.Sqrt(Math.Max(0, (share * (trace - covariance.Length)) - factor.LogDeterminant));
    }

    /// <summary>σ² ((1 − φ) I + φ C).</summary>
    internal static double[][] Mixed(double[][] covariance, double spread, double share) =>
        [.. covariance.Select((row, place) =>
        {
            double[] mixed = [.. row.Select(value => spread * spread * share * value)];
            mixed[place] += spread * spread * (1 - share);
            return mixed;
        })];

    private static double Share(string name, double value) => value > 0 && value < 1 ? value : throw Refusal(name, value, "a number between 0 and 1, exclusive");

    private static ArgumentOutOfRangeException Refusal(string name, double value, string expected) => new(name, value, $"{name}: expected {expected}.");
}
