using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Reports;

/// <summary>Answers a comparison's question in a sentence, and says what stands against it. No sentence is stronger than its interval.</summary>
/// <remarks>
/// Which structures may have the shortest mean wait is told by Hsu's comparisons with the best, at 95 % for all at once; how firmly the futures point to
/// one of them, by resampling these futures.
/// </remarks>
internal static class AnswerWords
{
    private const int MostNamed = 4;

    // What rankings take to matter, unless told otherwise.
    private static readonly double Matters = new RankingPlan().IndifferenceZone;

    // What else may speak for or against a structure, in the order in which it is told.
    private static readonly Measure[] Beside =
    [
        Measure.Lost, Measure.AssessedInTime, Measure.SupportWait, Measure.DeprivationGap, Measure.CaseloadSpread, Measure.ThreeWorkers, Measure.WorkerChanges,
        Measure.TravelShare, Measure.FamilyKilometres, Measure.Cost,
    ];

    /// <summary>Returns the answer: one sentence or two.</summary>
    internal static string Answer(StructureComparison comparison)
    {
        ImmutableArray<StructureResult> results = comparison.Structures;
        if (results.Length == 1)
        {
            return Alone(results[0]);
        }

        if (Waits(results) is not { } waits)
        {
            return "Nothing can be said of the waits: in some futures nobody waited.";
        }

        if (waits[0].Length < 2)
        {
            return "One future says nothing of chance: simulate more of them.";
        }

        (int best, int[] others) = MayBeBest(waits);
        return others.Length > 0 ? Tie(comparison, waits, best, others)
            : best == 0 ? $"{NoGain(comparison, Next(waits))} {Chance(comparison, best)}"
            : $"{Found(comparison.Difference(results[best].Structure.Id), results.Length)} {Chance(comparison, best)}";
    }

    /// <summary>Says what else is clearly better or worse under the structure that the answer names beside the baseline; null where there is none, or no interval.</summary>
    internal static string? AlsoChanged(StructureComparison comparison)
    {
        if (comparison.Structures.Length < 2 || Waits(comparison.Structures) is not { } waits || waits[0].Length < 2)
        {
            return null;
        }

        int best = MayBeBest(waits).Best;
        StructureDifference difference = comparison.Difference(comparison.Structures[best > 0 ? best : Next(waits)].Structure.Id);
        MeasureDifference wait = difference.Of(Measure.WaitToAllocation);
        string[] better = [.. Beside.Select(difference.Of).Where(item => item.IsClearlyBetter && !NumberText.PrintsAsZero(item)).Select(Named)];
        string[] worse = [.. Beside.Select(difference.Of).Where(item => item.IsClearlyWorse && !NumberText.PrintsAsZero(item)).Select(Named)];
        string under = $"under {difference.Structure.Structure.Name} than under {difference.Baseline.Structure.Name}";
        string isBetter = wait.IsClearlyBetter ? "Also clearly better" : "Clearly better";
        string isWorse = wait.IsClearlyWorse ? "Also clearly worse" : "Clearly worse";
        return (better.Length, worse.Length) switch
        {
            (0, 0) => $"Nothing else that was looked at is clearly better or worse {under}.",
            (_, 0) => $"{isBetter} {under}: {string.Join("; ", better)}. Nothing else that was looked at is clearly worse.",
            (0, _) => $"{isWorse} {under}: {string.Join("; ", worse)}. Nothing else that was looked at is clearly better.",
            _ => $"{isBetter} {under}: {string.Join("; ", better)}. {isWorse}: {string.Join("; ", worse)}.",
        };
    }

    /// <summary>Says of structures that cannot do their work, or do not settle, what that means for the answer.</summary>
    internal static IEnumerable<string> Cautions(StructureComparison comparison)
    {
        StructureResult[] overloaded = [.. comparison.Structures.Where(result => result.Of(Measure.Load).Lower > 100)];
        if (overloaded.Length > 0)
        {
            yield return $"{Under(overloaded, comparison)} the open cases require more hours than there are: {Each(overloaded, result => $"{NumberText.Of(result.Of(Measure.Load))} %")}. Casework then takes longer than it should, and waits depend on how long is simulated.";
        }

        StructureResult[] growing = [.. comparison.Structures.Where(result => result.ListGrows)];
        if (growing.Length > 0)
        {
            yield return $"{Under(growing, comparison)} the number of cases that wait still rises: {Each(growing, result => $"by {NumberText.Of(result.Of(Measure.ListGrowth))} a year")}. Waits there are not those of a settled system.";
        }
    }

    /// <summary>Says which structures meet a target.</summary>
    internal static string Target(StructureComparison comparison, StaffTarget target)
    {
        (StructureResult Result, WaitTargetVerdict Verdict)[] verdicts = [.. comparison.Structures.Select(result => (result, WaitTargets.Verdict(result, target)))];
        string[] Named(WaitTargetVerdict verdict) => [.. verdicts.Where(one => one.Verdict == verdict).Select(one => one.Result.Structure.Name)];
        (string[] met, string[] missed, string[] open) = (Named(WaitTargetVerdict.Met), Named(WaitTargetVerdict.Missed), Named(WaitTargetVerdict.NotClear));
        string asked = $"The target ({target})";
        if (missed.Length == verdicts.Length)
        {
            StructureResult nearest = verdicts.Select(one => one.Result).MinBy(result => WaitTargets.Shortfall(result, target))!;
            return $"{asked} is missed by {(missed.Length == 1 ? missed[0] : $"every structure: {nearest.Structure.Name} comes nearest")}, with {WaitTargets.Found(nearest, target)}.";
        }

        if (met.Length == verdicts.Length)
        {
            return $"{asked} is met by {(met.Length == 1 ? met[0] : "every structure")}.";
        }

        string[] parts =
        [
            .. met.Length > 0 ? [$"met by {Listed(met)}"] : Array.Empty<string>(),
            .. missed.Length > 0 ? [$"missed by {Listed(missed)}"] : Array.Empty<string>(),
            .. open.Length > 0 ? [$"not clear for {Listed(open)}"] : Array.Empty<string>(),
        ];
        return $"{asked}: {string.Join("; ", parts)}.";
    }

    private static string Alone(StructureResult result)
    {
        MeasureResult wait = result.Of(Measure.WaitToAllocation);
        string found = wait.Mean is null ? "Nobody waited in the time that is counted" : $"Its mean wait is {NumberText.Of(wait)} days{(wait.Lower is null ? " in one future, which says nothing of chance" : "")}";
        return $"Only {result.Structure.Name} was simulated, so there is nothing to compare it with. {found}.";
    }

    private static string Chance(StructureComparison comparison, int structure) =>
        $"The chance that {comparison.Structures[structure].Structure.Name} has the {(comparison.Structures.Length == 2 ? "shorter" : "shortest")} mean wait is {NumberText.Chance(comparison.ChancesOfBest(Measure.WaitToAllocation)?[structure])}, by resampling these futures.";

    /// <summary>Says that the baseline has the clearly shortest wait, and how near the next structure comes.</summary>
    private static string NoGain(StructureComparison comparison, int next)
    {
        StructureDifference difference = comparison.Difference(comparison.Structures[next].Structure.Id);
        MeasureDifference wait = difference.Of(Measure.WaitToAllocation);
        string baseline = difference.Baseline.Structure.Name;
        string name = difference.Structure.Structure.Name;
        string first = comparison.Structures.Length == 2
            ? $"The change does not shorten the mean wait: under {name} it is {NumberText.Size(wait)} days longer than under {baseline}."
            : $"No change shortens the mean wait: under every other structure it is clearly longer than under {baseline}. {name} comes nearest, with {NumberText.Size(wait)} days more.";
        return IsSmall(wait) ? $"{first} That is clear, but {Small}." : first;
    }

    /// <summary>Says how the structure with the clearly shortest wait differs from the baseline.</summary>
    private static string Found(StructureDifference difference, int structures)
    {
        MeasureDifference wait = difference.Of(Measure.WaitToAllocation);
        string name = difference.Structure.Structure.Name;
        string size = $"{NumberText.Size(wait)} days shorter than under {difference.Baseline.Structure.Name}";
        string first = structures == 2 ? $"{name} has the shorter mean wait: {size}" : $"{name} has the shortest mean wait of {structures.ToString(CultureInfo.InvariantCulture)} structures: {size}";
        return difference.Wait switch
        {
            WaitVerdict.ShorterButLosesMore => $"{first}. But more families are lost while they wait, so this is no improvement.",
            WaitVerdict.ShorterButAssessesLater => $"{first}. But fewer assessments are done in time: children may wait before acceptance instead, so this is not called an improvement.",
            _ when IsSmall(wait) => $"{first}. That is clear, but {Small}.",
            _ => $"{first}.",
        };
    }

    private static string Small => string.Create(CultureInfo.InvariantCulture, $"small: less than the {Matters} days from which a difference is taken to matter here");

    /// <summary>Tells whether even the far end of the interval is too little to matter.</summary>
    private static bool IsSmall(MeasureDifference difference) => -difference.Lower < Matters && difference.Upper < Matters;

    private static string Tie(StructureComparison comparison, double[][] waits, int best, int[] others)
    {
        string[] names = [.. comparison.Structures.Select(result => result.Structure.Name)];
        if (names.Length == 2)
        {
            MeasureDifference wait = comparison.Differences[0].Of(Measure.WaitToAllocation);
            return wait.IsNone
                ? $"{names[1]} and {names[0]} have the same mean wait in every future."
                : $"No clear difference: the mean wait under {names[1]} less that under {names[0]} is {NumberText.Of(wait)} days.";
        }

        int[] tied = [.. others.Append(best).Order()];
        bool areAll = tied.Length == names.Length;
        if (Array.TrueForAll(others, place => AreEqual(waits[place], waits[best])))
        {
            return areAll
                ? "The mean wait is the same under every structure, in every future."
                : $"No clear best: {Listed([.. tied.Select(place => names[place])], "and")} have the same mean wait in every future, and it is clearly longer under every other structure.";
        }

        ImmutableArray<double>? chances = comparison.ChancesOfBest(Measure.WaitToAllocation);
        string who = areAll ? "any of the structures" : Listed([.. tied.Select(place => names[place])], "or");
        string each = string.Join("; ", tied.OrderByDescending(place => chances?[place]).Take(MostNamed).Select(place => $"{names[place]} {NumberText.Chance(chances?[place])}"));
        return $"No clear best: {who} may have the shortest mean wait. {Lowest(comparison, best, Next(waits), isBaselineTied: tied[0] == 0)} Chance of the shortest, by resampling these futures: {each}{(tied.Length > MostNamed ? "; others less" : "")}.";
    }

    /// <summary>Says how the structure with the lowest mean stands to the baseline where several may be the best.</summary>
    private static string Lowest(StructureComparison comparison, int best, int next, bool isBaselineTied)
    {
        StructureDifference difference = comparison.Difference(comparison.Structures[best == 0 ? next : best].Structure.Id);
        MeasureDifference wait = difference.Of(Measure.WaitToAllocation);
        string name = difference.Structure.Structure.Name;
        string baseline = difference.Baseline.Structure.Name;
        if (best == 0)
        {
            return $"{baseline} has the lowest mean; {name} comes next, at {NumberText.OfClear(wait)} days from it.";
        }

        if (isBaselineTied)
        {
            return wait.IsClearlyBetter
                ? $"{name} has the lowest mean, {NumberText.Size(wait)} days below that of {baseline}: clear for these two alone, but not among {comparison.Structures.Length.ToString(CultureInfo.InvariantCulture)} at once."
                : $"{name} has the lowest mean, at {NumberText.Of(wait)} days from {baseline}: no clear difference.";
        }

        string against = difference.Wait switch
        {
            WaitVerdict.ShorterButLosesMore => ", but more families are lost while they wait: no improvement",
            WaitVerdict.ShorterButAssessesLater => ", but fewer assessments are done in time: not called an improvement",
            _ when IsSmall(wait) => $": clear, but {Small}",
            _ => "",
        };
        return $"Under {name}, which has the lowest mean, it is {NumberText.Size(wait)} days shorter than under {baseline}{against}.";
    }

    /// <summary>Returns the structure with the shortest mean, and the others that may have it.</summary>
    /// <remarks>
    /// Comparisons with the best ask on one side only, and with one variance for all. So a structure also counts as one that may be the best while the
    /// two-sided interval of its own difference from the best, which the tables show, holds zero: no sentence contradicts them.
    /// </remarks>
    private static (int Best, int[] Others) MayBeBest(double[][] waits)
    {
        MultipleComparisonsWithBest compared = MultipleComparisonsWithBest.Of(waits, Objective.Smallest, commonRandomNumbers: true, confidence: 0.95);
        int best = compared.Best;
        return (best, [.. Enumerable.Range(0, waits.Length).Where(place => place != best && (compared.MayBeBest(place) || !IsClearlyLonger(waits[place], waits[best])))]);
    }

    /// <summary>Tells whether the interval of the paired difference lies above zero. Structures that give the same in every future are the best together.</summary>
    private static bool IsClearlyLonger(double[] wait, double[] than) => !AreEqual(wait, than) && PairedDifference.Of(than, wait).Mean.Lower > 0;

    /// <summary>Returns the structure beside the baseline that has the shortest mean.</summary>
    private static int Next(double[][] waits) => Enumerable.Range(1, waits.Length - 1).MinBy(place => waits[place].Average());

    private static bool AreEqual(double[] one, double[] other) => one.Zip(other).All(pair => Math.Abs(pair.First - pair.Second) < 1e-6);

    /// <summary>Returns each structure's mean waits by future; null where one has none.</summary>
    private static double[][]? Waits(ImmutableArray<StructureResult> results)
    {
        ImmutableArray<double?>[] futures = [.. results.Select(result => result.FuturesOf(Measure.WaitToAllocation))];
        return Array.TrueForAll(futures, values => values.All(value => value is not null)) ? [.. futures.Select(values => values.OfType<double>().ToArray())] : null;
    }

    private static string Under(StructureResult[] those, StructureComparison comparison) =>
        those.Length == comparison.Structures.Length && those.Length > 1 ? "Under every structure" : $"Under {Listed([.. those.Select(result => result.Structure.Name)])}";

    /// <summary>Says something of each structure, by name where there are several.</summary>
    private static string Each(StructureResult[] those, Func<StructureResult, string> words) => those.Length == 1
        ? words(those[0])
        : $"{string.Join("; ", those.Take(MostNamed).Select(result => $"{result.Structure.Name} {words(result)}"))}{(those.Length > MostNamed ? "; and others" : "")}";

    private static string Named(MeasureDifference item)
    {
        string unit = string.Equals(item.Measure.Unit, "%", StringComparison.Ordinal) ? "percentage points" : item.Measure.Unit;
        string label = item.Measure.Label;
        return $"{char.ToLower(label[0], CultureInfo.InvariantCulture)}{label[1..]}, {NumberText.OfClear(item)}{(unit.Length > 0 ? $" {unit}" : "")}";
    }

    private static string Listed(string[] words, string last = "and") => words.Length switch
    {
        1 => words[0],
        _ => $"{string.Join(", ", words[..^1])} {last} {words[^1]}",
    };
}
