namespace LocalitySim.Simulation;

/// <summary>
/// Folds for cross-validation: units are put in a random order and dealt out in turn, so that folds differ by one unit at most.
/// Source: Stone, "Cross-validatory choice and assessment of statistical predictions", JRSS B 36(2), 1974; Hastie, Tibshirani and
/// Friedman, The Elements of Statistical Learning, 2nd ed. 2009, section 7.10.
/// </summary>
public static class RandomFolds
{
    /// <summary>Returns the fold of each row, from 0. A unit's draw is keyed by its number, so that the order of rows does not matter.</summary>
    /// <param name="units">The unit of each row, any number: all rows of a unit go to one fold.</param>
    /// <param name="folds">How many folds, from 2 to the number of units.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of folds is out of range.</exception>
    public static IReadOnlyList<int> Of(IReadOnlyList<int> units, int folds, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(units);
        RandomStreams streams = new(seed, 0);
        int[] order =
        [
            .. units.Distinct()
                .Select(unit => (Unit: unit, Draw: streams.Stream(AnalysisPurposes.Folds, entity: unchecked((uint)unit)).NextUniform()))
                .OrderBy(one => one.Draw).ThenBy(one => one.Unit).Select(one => one.Unit),
        ];
        if (folds < 2 || folds > order.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(folds), folds, $"folds: found {folds}; expected 2 to {order.Length}, the number of units.");
        }

        Dictionary<int, int> fold = [];
        for (int place = 0; place < order.Length; place++)
        {
            fold[order[place]] = place % folds;
        }

        return [.. units.Select(unit => fold[unit])];
    }
}
