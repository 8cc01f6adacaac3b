using System.Collections.Immutable;

namespace LocalitySim.Simulation;

/// <summary>
/// What it would be worth to know an uncertain input before choosing among systems: the expected value of partial perfect information. With the
/// input known one would choose the best system for that value; without, the best on average. The difference is never below zero, and zero
/// where the same system is the best at every value.
/// </summary>
/// <remarks>
/// <para>
/// Method: Strong, Oakley and Brennan, "Estimating multiparameter partial expected value of perfect information from a probabilistic
/// sensitivity analysis sample: a nonparametric regression approach", Medical Decision Making 34(3), 2014. The expected gain of each
/// system over the best on average, given the input, is a regression of the gains on the drawn values of the input; here a polynomial of degree 0
/// to 3, chosen by the errors at points left out (Allen 1974). A regression that an F test does not tell from a constant, at the level shared by all
/// inputs, systems and degrees (Bonferroni), is a constant: noise is worth nothing.
/// </para>
/// <para>
/// The interval is a percentile interval over replications drawn again (Efron 1979), with the degrees kept. It holds the chance of the
/// drawn inputs and of the outcomes, and not the doubt about the form of the regression. Where two systems are tied on average the value is
/// estimated too low, and the interval is too short (it held the truth in 335 of 400 trials at an exact tie; in 380 at half a standard
/// deviation of the input from one).
/// </para>
/// </remarks>
public sealed record InformationValue
{
    private const int MostDegree = 3;

    private const int FewestReplications = 10;

    private InformationValue()
    {
    }

    /// <summary>The value of knowing the input, in the outcomes' unit, zero or more, with its interval.</summary>
    public required Interval Value { get; init; }

    /// <summary>Whether the outcomes of any system, less those of the best on average, depend on the input beyond chance.</summary>
    public required bool Matters { get; init; }

    /// <summary>
    /// The share of the variance of the gain between the two systems that are best on average which the input explains, from 0 to 1, judged by
    /// points left out; 0 where the regression is a constant.
    /// </summary>
    public required double Explained { get; init; }

    /// <summary>Works out the value of each input by itself.</summary>
    /// <param name="values">For each system its outcome in each replication, finite; two systems or more, 10 replications or more.</param>
    /// <param name="inputs">For each input its drawn value in each of the same replications, finite; one input or more.</param>
    /// <param name="better">Which way the outcome is better.</param>
    /// <param name="seed">The seed of the resamples.</param>
    /// <param name="level">The confidence level, between 0 and 1, exclusive: of the intervals, and of the tests together.</param>
    /// <param name="resamples">The number of resamples, 100 or more.</param>
    /// <exception cref="ArgumentException">There are too few of something, or numbers of replications differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value, the direction, the level or the number of resamples is out of range.</exception>
    public static ImmutableArray<InformationValue> Of(
        IReadOnlyList<IReadOnlyList<double>> values,
        IReadOnlyList<IReadOnlyList<double>> inputs,
        BetterDirection better,
        ulong seed = 0,
        double level = 0.95,
        int resamples = 500)
    {
        double[][] outcomes = SystemTable.Of(values, "replications");
        double[][] drawn = SystemTable.Of(inputs, "replications");
        NumberGuard.OpenShare(level);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 100);
        int count = outcomes[0].Length;
        if (outcomes.Length < 2 || count < FewestReplications || drawn[0].Length != count)
        {
            throw new ArgumentException(
                $"values: found {outcomes.Length} systems with {count} replications, and inputs with {drawn[0].Length}; expected two systems or more, {FewestReplications} replications or more, as many of each.",
                nameof(values));
        }

        int sign = ParetoSet.Sign(better);
        int[] order = [.. Enumerable.Range(0, outcomes.Length).OrderByDescending(system => sign * outcomes[system].Average())];
        double[][] gains = [.. order.Skip(1).Select(system => outcomes[system].Zip(outcomes[order[0]], (own, best) => sign * (own - best)).ToArray())];
        double tail = (1 - level) / (drawn.Length * gains.Length * MostDegree);
        return [.. drawn.Select((input, index) => Of(gains, input, tail, new RandomStreams(seed, (uint)index), level, resamples))];
    }

    private static InformationValue Of(double[][] gains, double[] input, double tail, RandomStreams streams, double level, int resamples)
    {
        PolynomialFit fit = new(input, MostDegree);
        int[] degrees = [.. gains.Select(gain => Degree(fit, gain, tail))];
        bool matters = Array.Exists(degrees, degree => degree > 0);
        double value = matters ? Gain(fit, gains, degrees) : 0;
        double[] again = new double[matters ? resamples : 0];
        for (int resample = 0; resample < again.Length; resample++)
        {
            RandomStream draws = streams.Stream(AnalysisPurposes.BootstrapOfReplications, entity: (uint)resample);
            int[] chosen = [.. input.Select(_ => draws.NextIndex(input.Length))];
            again[resample] = Gain(
                new PolynomialFit([.. chosen.Select(replication => input[replication])], MostDegree),
                [.. gains.Select(gain => chosen.Select(replication => gain[replication]).ToArray())],
                degrees);
        }

        double constant = fit.LeftOutSquares(gains[0], 0);
        return new InformationValue
        {
            Value = matters ? PercentileInterval.Of(value, again, level) : new Interval(0, 0, 0),
            Matters = matters,
            Explained = constant > 0 ? Math.Max(0, 1 - (fit.LeftOutSquares(gains[0], degrees[0]) / constant)) : 0,
        };
    }

    /// <summary>The degree with the least squares of errors at points left out, if an F test tells it from a constant; else 0.</summary>
    private static int Degree(PolynomialFit fit, double[] gain, double tail)
    {
        int best = Enumerable.Range(0, fit.HighestDegree + 1).MinBy(degree => fit.LeftOutSquares(gain, degree));
        if (best == 0)
        {
            return 0;
        }

        double constant = Squares(gain, fit.Fitted(gain, 0));
        double left = Squares(gain, fit.Fitted(gain, best));
        int degrees = gain.Length - best - 1;
        return left == 0 || (constant - left) / best / (left / degrees) > FisherF.Quantile(1 - tail, best, degrees) ? best : 0;
    }

    /// <summary>The mean of the best system's expected gain at each value, less the expected gain of the one that is best on average.</summary>
    private static double Gain(PolynomialFit fit, double[][] gains, int[] degrees)
    {
        double[][] fitted = [.. gains.Select((gain, system) => fit.Fitted(gain, Math.Min(degrees[system], fit.HighestDegree)))];
        double informed = 0;
        for (int replication = 0; replication < fitted[0].Length; replication++)
        {
            informed += Math.Max(0, fitted.Max(gain => gain[replication]));
        }

        return Math.Max(0, (informed / fitted[0].Length) - Math.Max(0, gains.Max(gain => gain.Average())));
    }

    private static double Squares(double[] values, double[] fitted) => values.Zip(fitted, (value, at) => (value - at) * (value - at)).Sum();
}
