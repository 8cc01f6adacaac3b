using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>
/// The area under the ROC curve: the probability that a case with the event was given a higher chance than one without, ties counting half.
/// ½ is no better than chance. Sources: DeLong, DeLong and Clarke-Pearson, "Comparing the areas under two or more correlated receiver
/// operating characteristic curves: a nonparametric approach", Biometrics 44(3), 1988; Sun and Xu, "Fast implementation of DeLong's algorithm",
/// IEEE Signal Processing Letters 21(11), 2014 (midranks); Obuchowski, "Nonparametric analysis of clustered ROC curve data", Biometrics 53(2),
/// 1997 (cases of one unit); Pepe, The Statistical Evaluation of Medical Tests, 2003, section 5.2.4 (the interval of the log odds).
/// </summary>
public static class RocArea
{
    /// <summary>
    /// Returns the area with its interval. Where all pairs are ordered rightly, or all wrongly, the spread says nothing: the bound is then that of
    /// Clopper and Pearson for as many pairs as have no unit in common.
    /// </summary>
    /// <param name="forecasts">The forecasts, with two cases or more with the event and two or more without.</param>
    /// <param name="level">The confidence level, between 0 and 1, exclusive.</param>
    /// <exception cref="ArgumentException">There are fewer cases.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range.</exception>
    public static Interval Of(EventForecasts forecasts, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        int[] with = [.. Enumerable.Range(0, forecasts.Count).Where(row => forecasts.Outcomes[row])];
        int[] without = [.. Enumerable.Range(0, forecasts.Count).Where(row => !forecasts.Outcomes[row])];
        if (with.Length < 2 || without.Length < 2)
        {
            throw new ArgumentException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"outcomes: found {with.Length} cases with the event and {without.Length} without; expected two or more of each."), nameof(forecasts));
        }

        double[] all = Midranks(forecasts, [.. Enumerable.Range(0, forecasts.Count)]);
        double[] own = Midranks(forecasts, with);
        double[] others = Midranks(forecasts, without);

        // Each case's share of the cases of the other kind that it is ordered rightly with.
        double[] placesWith = [.. with.Select((row, place) => (all[row] - own[place]) / without.Length)];
        double[] placesWithout = [.. without.Select((row, place) => 1 - ((all[row] - others[place]) / with.Length))];
        double area = placesWith.Average();
        double z = TailProbability.NormalPoint(0.5 + (0.5 * level));
        if (area is <= 0 or >= 1)
        {
            Interval alone = ExactBinomial.Share(0, Pairs(forecasts, with, without), level);
            return area <= 0 ? new Interval(0, 0, alone.Upper) : new Interval(1, 1 - alone.Upper, 1);
        }

        double error = Math.Sqrt(Variance(forecasts, area, (with, placesWith), (without, placesWithout)));
        double centre = PortableMath.Log(area) - PortableMath.Log1p(-area);
        double half = z * error / (area * (1 - area));
        return new Interval(area, LogisticState.Chance(centre - half), LogisticState.Chance(centre + half));
    }

    private static double Variance(EventForecasts forecasts, double area, (int[] Rows, double[] Places) with, (int[] Rows, double[] Places) without)
    {
        SortedDictionary<int, double> first = Sums(forecasts, area, with);
        SortedDictionary<int, double> second = Sums(forecasts, area, without);
        int units = first.Keys.Union(second.Keys).Count();
        double ones = Spread(first) / with.Rows.Length / with.Rows.Length;
        double twos = Spread(second) / without.Rows.Length / without.Rows.Length;
        double joint = first.Sum(pair => pair.Value * second.GetValueOrDefault(pair.Key)) * units / (units - 1.0);
        return Math.Max(0, ones + twos + (2 * joint / with.Rows.Length / without.Rows.Length));
    }

    private static double Spread(SortedDictionary<int, double> sums) =>
        sums.Count < 2 ? sums.Values.Sum(value => value * value) : sums.Values.Sum(value => value * value) * sums.Count / (sums.Count - 1.0);

    private static SortedDictionary<int, double> Sums(EventForecasts forecasts, double area, (int[] Rows, double[] Places) cases)
    {
        SortedDictionary<int, double> sums = [];
        for (int place = 0; place < cases.Rows.Length; place++)
        {
            int unit = forecasts.Units[cases.Rows[place]];
            sums[unit] = sums.GetValueOrDefault(unit) + cases.Places[place] - area;
        }

        return sums;
    }

    // A unit with cases of both kinds could be in two pairs: half as many are surely apart.
    private static int Pairs(EventForecasts forecasts, int[] with, int[] without)
    {
        HashSet<int> first = [.. with.Select(row => forecasts.Units[row])];
        HashSet<int> second = [.. without.Select(row => forecasts.Units[row])];
        int fewer = Math.Min(first.Count, second.Count);
        return first.Overlaps(second) ? Math.Max(1, fewer / 2) : fewer;
    }

    // The rank of each row's chance among the rows', from 1; ties have the middle one of their ranks.
    private static double[] Midranks(EventForecasts forecasts, int[] rows)
    {
        int[] order = [.. Enumerable.Range(0, rows.Length).OrderBy(place => forecasts.Chances[rows[place]])];
        double[] ranks = new double[rows.Length];
        for (int from = 0; from < order.Length;)
        {
            int to = from;
            while (to < order.Length && forecasts.Chances[rows[order[to]]] == forecasts.Chances[rows[order[from]]])
            {
                to++;
            }

            for (int place = from; place < to; place++)
            {
                ranks[order[place]] = 0.5 * (from + 1 + to);
            }

            from = to;
        }

        return ranks;
    }
}
