using System.Globalization;

namespace LocalitySim.Simulation;

/// <summary>
/// How much of the uncertainty of a mean comes from the inputs, which were drawn, and how much from the chance within replications, of which
/// each draw of the inputs had several: a two-level design, split by a one-way analysis of variance with random effects.
/// </summary>
/// <remarks>
/// <para>
/// The model is y = μ + input + noise, with variances σ²(inputs) between draws and σ²(noise) within. The headline mean is the mean of the
/// draws' means, each draw counting the same; with k draws and ñ the harmonic mean of their numbers of replications its variance is
/// σ²(inputs)/k + σ²(noise)/(k ñ). More replications shrink the second part only.
/// </para>
/// <para>
/// Sources: Searle, Casella and McCulloch, "Variance Components" (1992), section 3.6 (the estimates for unequal numbers); Sun, Apley and Staum,
/// "Efficient nested simulation for estimating the variance of a conditional expectation", Operations Research 59(4), 2011 (their use for
/// nested simulations); Wald, "A note on the analysis of variance with unequal class frequencies", Annals of Mathematical Statistics 11(1), 1940
/// (the interval of the ratio of the variances, exact for normal effects and any numbers; with equal numbers it is that of the F ratio).
/// </para>
/// </remarks>
public sealed record UncertaintySplit
{
    private UncertaintySplit()
    {
    }

    /// <summary>The number of draws of the inputs, two or more.</summary>
    public required int Draws { get; init; }

    /// <summary>The number of replications in all.</summary>
    public required int Replications { get; init; }

    /// <summary>The mean of the draws' means, with Student's interval over the draws; it holds both kinds of uncertainty.</summary>
    public required Interval Mean { get; init; }

    /// <summary>The estimate of σ²(noise), the variance of replications with the same inputs: the mean square within draws.</summary>
    public required double NoiseVariance { get; init; }

    /// <summary>
    /// The estimate of σ²(inputs), the variance of the mean outcome from draw to draw: (mean square between − within)/n₀. It is below zero where
    /// the draws' means differ by less than the noise explains; the shares take that as zero.
    /// </summary>
    public required double InputVariance { get; init; }

    /// <summary>
    /// The share of the variance of the headline mean that comes from the noise, from 0 to 1, with its interval; <c>null</c> if no two
    /// outcomes differ.
    /// </summary>
    public required Interval? NoiseShare { get; init; }

    /// <summary>
    /// The share of the variance of one replication that its inputs explain, σ²(inputs)/(σ²(inputs) + σ²(noise)), from 0 to 1, with its interval: the
    /// intraclass correlation. <c>null</c> if no two outcomes differ.
    /// </summary>
    public required Interval? InputCorrelation { get; init; }

    /// <summary>The share that comes from the inputs: 1 less the other; <c>null</c> if no two outcomes differ.</summary>
    public Interval? InputShare => NoiseShare is Interval noise ? new Interval(1 - noise.Mean, 1 - noise.Upper, 1 - noise.Lower) : null;

    /// <summary>Splits the uncertainty.</summary>
    /// <param name="outcomes">
    /// For each draw of the inputs the outcomes of its replications, finite: two draws or more, one replication or more of each, two or
    /// more of at least one. The numbers may differ.
    /// </param>
    /// <param name="level">The confidence level, between 0 and 1, exclusive.</param>
    /// <exception cref="ArgumentException">There are too few draws or replications.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An outcome is not finite, or the level is out of range.</exception>
    public static UncertaintySplit Of(IReadOnlyList<IReadOnlyList<double>> outcomes, double level = 0.95)
    {
        NumberGuard.OpenShare(level);
        Tally[] draws = Tallies(outcomes);
        int count = draws.Length;
        Tally means = new();
        Tally all = new();
        double within = 0;
        double squares = 0;
        double inverses = 0;
        foreach (Tally draw in draws)
        {
            means.Add(draw.Mean!.Value);
            all.Merge(draw);
            within += (draw.Variance ?? 0) * (draw.Count - 1);
            squares += (double)draw.Count * draw.Count;
            inverses += 1.0 / draw.Count;
        }

        double between = 0;
        foreach (Tally draw in draws)
        {
            double deviation = draw.Mean!.Value - all.Mean!.Value;
            between += draw.Count * deviation * deviation;
        }

        double noise = within / (all.Count - count);
        double weight = (all.Count - (squares / all.Count)) / (count - 1);
        double inputs = ((between / (count - 1)) - noise) / weight;
        double size = count / inverses;
        Interval? share = all.Min < all.Max ? Share(draws, noise, inputs, size, (int)all.Count - count, level) : null;
        return new UncertaintySplit
        {
            Draws = count,
            Replications = (int)all.Count,
            Mean = Confidence.Mean(means, level),
            NoiseVariance = noise,
            InputVariance = inputs,
            NoiseShare = share,
            InputCorrelation = share is { } known ? new Interval(Correlation(known.Mean, size), Correlation(known.Upper, size), Correlation(known.Lower, size)) : null,
        };
    }

    /// <summary>The share of one replication's variance, from the noise's share s of that of a mean of ñ: (1 − s)/(1 − s + ñ s).</summary>
    private static double Correlation(double noiseShare, double size) => (1 - noiseShare) / (1 - noiseShare + (size * noiseShare));

    private static Interval Share(Tally[] draws, double noise, double inputs, double size, int degrees, double level)
    {
        if (noise == 0)
        {
            return new Interval(0, 0, 0);
        }

        double tail = 0.5 * (1 - level);
        double least = Ratio(draws, noise, FisherF.Quantile(1 - tail, draws.Length - 1, degrees));
        double greatest = Ratio(draws, noise, FisherF.Quantile(tail, draws.Length - 1, degrees));
        return new Interval(1 / (1 + (size * Math.Max(0, inputs) / noise)), 1 / (1 + (size * greatest)), 1 / (1 + (size * least)));
    }

    /// <summary>The ratio of the variances at which Wald's statistic, which falls as the ratio grows, is the quantile; 0 if it is below it already there.</summary>
    private static double Ratio(Tally[] draws, double noise, double quantile)
    {
        if (Wald(draws, noise, 0) <= quantile)
        {
            return 0;
        }

        double low = 0;
        double high = 1;
        while (Wald(draws, noise, high) > quantile && high < double.MaxValue / 4)
        {
            low = high;
            high *= 2;
        }

        while (true)
        {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high)
            {
                return middle;
            }

            if (Wald(draws, noise, middle) > quantile)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }
    }

    /// <summary>Σ w (ȳ − ȳ_w)² / ((k − 1) s²) with w = n/(1 + n × ratio): F with k − 1 and N − k degrees of freedom at the true ratio.</summary>
    private static double Wald(Tally[] draws, double noise, double ratio)
    {
        double weights = 0;
        double mean = 0;
        double sum = 0;
        foreach (Tally draw in draws)
        {
            // West's weighted form of Welford's update.
            double weight = draw.Count / (1 + (draw.Count * ratio));
            weights += weight;
            double delta = draw.Mean!.Value - mean;
            mean += delta * weight / weights;
            sum += weight * delta * (draw.Mean.Value - mean);
        }

        return sum / ((draws.Length - 1) * noise);
    }

    private static Tally[] Tallies(IReadOnlyList<IReadOnlyList<double>> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        Tally[] draws = new Tally[outcomes.Count];
        for (int i = 0; i < draws.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(outcomes[i], nameof(outcomes));
            draws[i] = new Tally();
            for (int replication = 0; replication < outcomes[i].Count; replication++)
            {
                double value = outcomes[i][replication];
                draws[i].Add(double.IsFinite(value)
                    ? value
                    : throw NumberGuard.Refusal(value, string.Create(CultureInfo.InvariantCulture, $"outcomes[{i}][{replication}]"), "a finite number"));
            }
        }

        if (draws.Length < 2 || Array.Exists(draws, draw => draw.Count == 0) || !Array.Exists(draws, draw => draw.Count > 1))
        {
            throw new ArgumentException(
                $"outcomes: found {draws.Length} draws with {string.Join(", ", draws.Select(draw => draw.Count.ToString(CultureInfo.InvariantCulture)))} replications; expected two draws or more, one replication or more of each, two or more of at least one.",
                nameof(outcomes));
        }

        return draws;
    }
}
