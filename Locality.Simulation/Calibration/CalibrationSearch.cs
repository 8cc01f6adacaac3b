namespace LocalitySim.Simulation;

/// <summary>
/// Searches for the values at which simulated means come nearest to the observations: a design over the whole ranges, then trust regions
/// around the best point.
/// </summary>
/// <remarks>
/// All points meet the same replications, so that the mean of these is one surface, which the search takes as it is; that it is not the
/// mean of all replications stands in the intervals. Sources: Healy and Schruben, "Retrospective simulation response optimization",
/// Winter Simulation Conference 1991 (one sample for all points); Conn, Gould and Toint, Trust-Region Methods, 2000, chapter 6 (when a
/// region shrinks).
/// </remarks>
internal sealed class CalibrationSearch
{
    /// <summary>What pulls towards the base, in squared residuals for half a range: it chooses among points that fit alike, and moves nothing that is pinned down.</summary>
    internal const double Pull = 1e-3;

    private const int Starts = 16;

    private readonly IReadOnlyList<ObservedOutput> observations;
    private readonly CalibrationOptions options;
    private readonly double[] atBase;
    private readonly List<CalibrationRound> rounds = [];
    private double[] lastCentre = [];

    internal CalibrationSearch(IReadOnlyList<ParameterRange> ranges, IReadOnlyList<ObservedOutput> observations, ResponseTable table, CalibrationOptions options)
    {
        this.observations = observations;
        this.options = options;
        Table = table;
        atBase = [.. ranges.Select(range => ResponseTable.Scaled(range, range.Base))];
    }

    internal ResponseTable Table { get; }

    internal IReadOnlyList<CalibrationRound> Rounds => rounds;

    /// <summary>The index of the best point so far.</summary>
    internal int Best { get; private set; }

    /// <summary>The surrogate of the last round; <c>null</c> before the first has ended.</summary>
    internal PolynomialSurrogate? Surrogate { get; private set; }

    /// <summary>What the surrogate missed at the point that it led to last, by output.</summary>
    internal double[] Missed { get; private set; } = [];

    /// <summary>Whether the search settled.</summary>
    internal bool HasSettled { get; private set; }

    /// <summary>Runs the rounds. What is finished stays when it is cancelled.</summary>
    internal void Run()
    {
        int count = atBase.Length;
        double radius = 1;
        Table.Add([atBase, .. Design(options.PointsPerParameter * count, new double[count], 1, 0)]);
        Choose();
        Round(new double[count], radius);
        for (int refinement = 1; refinement <= options.MostRefinements && !HasSettled; refinement++)
        {
            double[] centre = Table.Point(Best);

            // Where the best point lies at the edge of a region, the next one may be as wide.
            bool isAtEdge = refinement > 1 && rounds[^1].Radius < 1 && IsAtEdge(centre);
            radius = isAtEdge ? radius : radius / 2;
            Table.Add(Design(options.RefinementPointsPerParameter * count, centre, radius, refinement));
            Round(centre, radius);
        }
    }

    private bool IsAtEdge(double[] point) =>
        point.Zip(lastCentre, (value, middle) => Math.Abs(value - middle)).Max() >= 0.99 * rounds[^1].Radius;

    /// <summary>Fits, goes where the fit leads, and notes how far that was and how wrong the fit.</summary>
    private void Round(double[] centre, double radius)
    {
        lastCentre = centre;
        double[] before = Table.Point(Best);
        if (PolynomialSurrogate.Fit(Table, centre, radius) is not { } surrogate)
        {
            throw new InvalidOperationException($"Found {Table.Count} points that no surface can be fitted to; expected more points a parameter.");
        }

        double[] variances = Variances(Best, surrogate);
        double[] low = [.. centre.Select(value => Math.Max(-1, value - radius))];
        double[] high = [.. centre.Select(value => Math.Min(1, value + radius))];
        double[] led = BoxLeastSquares.Minimise(
            point => Residuals(output => surrogate.Value(output, point), point, variances),
            point => Derivatives(surrogate, point, variances),
            low,
            high,
            [before, Clamped(atBase, low, high), .. Design(Starts, centre, radius, 1000 + rounds.Count)]);
        Table.Add([led]);
        int at = Table.Count - 1;
        double[] means = Table.Means(at);
        Surrogate = surrogate;
        Missed = [.. means.Select((mean, output) => mean - surrogate.Value(output, led))];
        Choose();
        double[] exact = Variances(Best, null);
        double miss = Math.Sqrt(Missed.Select((value, output) => value * value / exact[output]).Average());
        double step = Step(surrogate, before, led, exact);
        rounds.Add(new CalibrationRound(radius, surrogate.Points.Length, Objective(Best, exact), step, miss));
        HasSettled = rounds.Count > 1 && step <= options.StepTolerance && miss <= options.StepTolerance;
    }

    /// <summary>How far two points are apart in standard errors: the root mean square, over outputs, of what the step moves them.</summary>
    private double Step(PolynomialSurrogate surrogate, double[] from, double[] to, double[] variances)
    {
        double[] change = [.. from.Zip(to, (one, other) => other - one)];
        return Math.Sqrt(observations.Select((_, output) =>
        {
            double moved = ThinQr.Product(surrogate.Gradient(output, to), change);
            return moved * moved / variances[output];
        }).Sum() / atBase.Length);
    }

    /// <summary>Takes the point that fits best in the replications of the search.</summary>
    private void Choose()
    {
        // The weights are those of the best point so far; if another wins by them, its own may say otherwise, but not by much.
        double[] variances = Variances(Best, null);
        Best = Enumerable.Range(0, Table.Count).MinBy(index => Objective(index, variances));
    }

    private double Objective(int index, double[] variances)
    {
        double[] means = Table.Means(index);
        double[] left = Residuals(output => means[output], Table.Point(index), variances);
        return ThinQr.Product(left, left);
    }

    private double[] Variances(int index, PolynomialSurrogate? surrogate)
    {
        double[,] noise = Table.CovarianceOfMeans(index);
        return [.. observations.Select((item, output) => item.Variance + noise[output, output] + (surrogate is null ? 0 : surrogate.LeaveOneOut[output] * surrogate.LeaveOneOut[output]))];
    }

    private double[] Residuals(Func<int, double> value, double[] point, double[] variances) =>
    [
        .. observations.Select((item, output) => (value(output) - item.Value) / Math.Sqrt(variances[output])),
        .. point.Select((own, j) => (own - atBase[j]) * Math.Sqrt(Pull)),
    ];

    private double[][] Derivatives(PolynomialSurrogate surrogate, double[] point, double[] variances) =>
    [
        .. observations.Select((_, output) => Array.ConvertAll(surrogate.Gradient(output, point), slope => slope / Math.Sqrt(variances[output]))),
        .. point.Select((_, j) => point.Select((_, k) => j == k ? Math.Sqrt(Pull) : 0).ToArray()),
    ];

    /// <summary>A Latin hypercube over the part of a region that lies within the ranges.</summary>
    private double[][] Design(int points, double[] centre, double radius, int number)
    {
        UnitDesign design = LatinHypercube.Points(points, centre.Length, unchecked(options.Seed + (ulong)number));
        return [.. Enumerable.Range(0, points).Select(row => centre.Select((middle, j) =>
        {
            (double low, double high) = (Math.Max(-1, middle - radius), Math.Min(1, middle + radius));
            return low + (design[row, j] * (high - low));
        }).ToArray())];
    }

    private static double[] Clamped(double[] point, double[] low, double[] high) => [.. point.Select((value, j) => Math.Clamp(value, low[j], high[j]))];
}
