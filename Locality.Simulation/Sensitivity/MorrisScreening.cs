using System.Collections.Immutable;

namespace LocalitySim.Simulation;

/// <summary>
/// Morris's screening: a few evaluations a parameter tell those that matter from those that do not, and those whose effect is
/// constant from those that turn back or interact.
/// </summary>
/// <remarks>
/// Each trajectory starts at a random point of a grid and moves one parameter after another, each once, by Δ = p/(2(p − 1)) of its
/// range, where p is the number of levels. Sources: Morris, "Factorial sampling plans for preliminary computational experiments",
/// Technometrics 33(2), 1991; Campolongo, Cariboni and Saltelli, "An effective screening design for sensitivity analysis of large
/// models", Environmental Modelling and Software 22(10), 2007, equation 2 (μ*); Efron, "Bootstrap methods: another look at the
/// jackknife", Annals of Statistics 7(1), 1979 (the percentile interval of σ); Scheffé, "The Analysis of Variance" (1959), section
/// 7.2, the one-way layout with random effects (which part of σ is chance: trajectories are the groups, replications what is in them).
/// </remarks>
public sealed record MorrisScreening
{
    private const int Resamples = 1000;

    private MorrisScreening()
    {
    }

    /// <summary>The effects of each parameter, in the order given.</summary>
    public required ImmutableArray<ElementaryEffects> Effects { get; init; }

    /// <summary>How many trajectories were finished: those asked for, or fewer if the run was cancelled.</summary>
    public required int Trajectories { get; init; }

    /// <summary>How many times the response was asked for, in the finished trajectories.</summary>
    public required int Evaluations { get; init; }

    /// <summary>Runs the screening, with trajectories × (parameters + 1) × replications evaluations.</summary>
    /// <param name="parameters">The parameters, one or more, each name once. Their bases play no part.</param>
    /// <param name="response">The response. Trajectory t asks for the replications t × replications and following, at each of its points.</param>
    /// <param name="trajectories">How many trajectories, 2 or more; 10 to 50 are usual.</param>
    /// <param name="seed">The seed of the trajectories and of the bootstrap; any value.</param>
    /// <param name="levels">The number of levels p of the grid, even, 2 or more.</param>
    /// <param name="replications">How many replications are averaged at each point, 1 or more.</param>
    /// <param name="level">The confidence level, between 0 and 1, exclusive.</param>
    /// <param name="threads">On how many threads, 1 or more. The result does not depend on it.</param>
    /// <param name="cancellationToken">Ends the run early: the result is that of the trajectories finished by then, as if they alone had been asked for.</param>
    /// <exception cref="ArgumentException">
    /// There is no parameter, a name comes twice, a number is out of range, or the response gave NaN or an infinite number.
    /// </exception>
    /// <exception cref="OperationCanceledException">The run was cancelled before two trajectories were finished.</exception>
    /// <exception cref="ReplicationException">The response threw.</exception>
    public static MorrisScreening Of(
        IReadOnlyList<ParameterRange> parameters,
        Response response,
        int trajectories,
        ulong seed,
        int levels = 4,
        int replications = 1,
        double level = 0.95,
        int threads = 1,
        CancellationToken cancellationToken = default)
    {
        ResponseSampler.Check(parameters, replications, threads);
        NumberGuard.OpenShare(level);
        ArgumentOutOfRangeException.ThrowIfLessThan(trajectories, 2);
        if (levels < 2 || levels % 2 != 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(levels), levels, FormattableString.Invariant($"levels: found {levels}; expected an even number, 2 or more."));
        }

        int points = parameters.Count + 1;
        Trajectory[] paths = new Trajectory[trajectories];
        for (int t = 0; t < trajectories; t++)
        {
            paths[t] = Trajectory.Draw(parameters, levels, new RandomStreams(seed, 0).Stream(AnalysisPurposes.Trajectory, entity: (uint)t));
        }

        int tasks = checked(trajectories * points * replications);
        double?[] sampled = ResponseSampler.Evaluate(
            response,
            parameters,
            tasks,
            task =>
            {
                int t = task / (points * replications);
                return (paths[t].Points[task / replications % points], (t * replications) + (task % replications));
            },
            threads,
            cancellationToken);
        int finished = ResponseSampler.Complete(sampled, points * replications);
        if (finished < 2)
        {
            throw new OperationCanceledException(cancellationToken);
        }

        int used = finished * points * replications;
        double[] values = [.. sampled.Take(used).Select(value => value!.Value)];
        return new MorrisScreening
        {
            Effects = [.. parameters.Select((parameter, j) => Summarise(parameter, (uint)j, EffectsOf(j, paths[..finished], values, replications), seed, level, replications))],
            Trajectories = finished,
            Evaluations = used,
        };
    }

    /// <summary>The effect of a parameter in each trajectory, and the variance that chance gives to each; the latter null for one replication.</summary>
    private static (double Effect, double? Chance)[] EffectsOf(int parameter, Trajectory[] paths, double[] values, int replications)
    {
        (double Effect, double? Chance)[] effects = new (double, double?)[paths.Length];
        for (int t = 0; t < paths.Length; t++)
        {
            int step = Array.IndexOf(paths[t].Order, parameter);
            int before = ((t * paths[t].Points.Length) + step) * replications;
            Tally rise = new();
            for (int r = 0; r < replications; r++)
            {
                rise.Add(values[before + replications + r] - values[before + r]);
            }

            double move = paths[t].Steps[parameter];
            effects[t] = (rise.Mean!.Value / move, rise.Variance / replications / (move * move));
        }

        return effects;
    }

    private static ElementaryEffects Summarise(
        ParameterRange parameter, uint number, (double Effect, double? Chance)[] pairs, ulong seed, double level, int replications)
    {
        double[] effects = Array.ConvertAll(pairs, pair => pair.Effect);
        RandomStream random = new RandomStreams(seed, 0).Stream(AnalysisPurposes.BootstrapOfTrajectories, entity: number);
        double[] deviations = new double[Resamples];
        for (int b = 0; b < Resamples; b++)
        {
            Tally resample = new();
            for (int i = 0; i < effects.Length; i++)
            {
                resample.Add(effects[random.NextIndex(effects.Length)]);
            }

            deviations[b] = resample.StandardDeviation!.Value;
        }

        Tally all = new();
        foreach (double effect in effects)
        {
            all.Add(effect);
        }

        double? chance = pairs[0].Chance is null ? null : pairs.Average(pair => pair.Chance!.Value);
        return new ElementaryEffects
        {
            Parameter = parameter,
            Mean = Confidence.Mean(all, level),
            MeanAbsolute = Confidence.Mean(Array.ConvertAll(effects, Math.Abs), level),
            StandardDeviation = PercentileInterval.Of(all.StandardDeviation!.Value, deviations, level),
            ChanceDeviation = chance is { } variance ? Math.Sqrt(variance) : null,
            ChanceProbability = chance is { } within ? ChanceProbability(all.Variance!.Value, within, effects.Length, replications) : null,
        };
    }

    private static double ChanceProbability(double between, double within, int trajectories, int replications)
    {
        if (within > 0)
        {
            return 1 - FisherF.Cdf(between / within, trajectories - 1, trajectories * (replications - 1.0));
        }

        return between > 0 ? 0 : 1;
    }

    /// <summary>A path through the grid.</summary>
    /// <param name="Points">Its points, in the parameters' units: one more than parameters.</param>
    /// <param name="Order">The parameter moved in each step.</param>
    /// <param name="Steps">By which share of its range each parameter is moved, with its sign.</param>
    private sealed record Trajectory(double[][] Points, int[] Order, double[] Steps)
    {
        internal static Trajectory Draw(IReadOnlyList<ParameterRange> parameters, int levels, RandomStream random)
        {
            int count = parameters.Count;
            int jump = levels / 2;
            int[] start = new int[count];
            int[] move = new int[count];
            for (int j = 0; j < count; j++)
            {
                // The lower end of the step is one of the lower half of the levels, and the path takes it upwards or downwards.
                int lower = random.NextIndex(levels - jump);
                bool up = random.NextIndex(2) == 0;
                start[j] = up ? lower : lower + jump;
                move[j] = up ? jump : -jump;
            }

            int[] order = LatinHypercube.Permutation(count, ref random);
            double[][] points = new double[count + 1][];
            points[0] = new double[count];
            for (int j = 0; j < count; j++)
            {
                points[0][j] = parameters[j].At((double)start[j] / (levels - 1));
            }

            for (int step = 0; step < count; step++)
            {
                int j = order[step];
                points[step + 1] = (double[])points[step].Clone();
                points[step + 1][j] = parameters[j].At((double)(start[j] + move[j]) / (levels - 1));
            }

            return new Trajectory(points, order, Array.ConvertAll(move, levelsMoved => (double)levelsMoved / (levels - 1)));
        }
    }
}
