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
        StructureResult baseline = results[0];
        if (results.Length == 1)
        {
            return $"Only {baseline.Structure.Name} was simulated, and nothing to compare it with: its mean wait is {NumberText.Of(baseline.Of(Measure.WaitToAllocation))} days.";
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
        if (others.Length > 0)
        {
            return Tie(comparison, best, others);
        }

        string name = results[best].Structure.Name;
        if (best == 0)
        {
            return $"No change has a shorter mean wait than {name}: {(results.Length == 2 ? $"under {results[1].Structure.Name}" : "under every other structure")} it is clearly longer. {Chance(comparison, best)}";
        }

        return $"{Found(comparison.Difference(results[best].Structure.Id), results.Length)} {Chance(comparison, best)}";
    }

    /// <summary>Says what else is clearly better or worse under the structure that the answer names, if it names one beside the baseline.</summary>
    internal static string? AlsoChanged(StructureComparison comparison)
    {
        if (comparison.Structures.Length < 2 || Waits(comparison.Structures) is not { } waits || waits[0].Length < 2)
        {
            return null;
        }

        (int best, int[] others) = MayBeBest(waits);
        int told = best > 0 ? best : others.FirstOrDefault();
        if (told == 0)
        {
            return null;
        }

        StructureDifference difference = comparison.Difference(comparison.Structures[told].Structure.Id);
        string[] better = [.. Beside.Select(difference.Of).Where(item => item.IsClearlyBetter && !NumberText.PrintsAsZero(item)).Select(Named)];
        string[] worse = [.. Beside.Select(difference.Of).Where(item => item.IsClearlyWorse && !NumberText.PrintsAsZero(item)).Select(Named)];
        string subject = $"{difference.Structure.Structure.Name}, against {difference.Baseline.Structure.Name}";
        return (better.Length, worse.Length) switch
        {
            (0, 0) => $"{subject}: on nothing else that was looked at is there a clear difference.",
            (_, 0) => $"{subject}, is also clearly better on {Listed(better)}, and on nothing that was looked at clearly worse.",
            (0, _) => $"{subject}, is clearly worse on {Listed(worse)}, and on nothing else clearly better.",
            _ => $"{subject}, is also clearly better on {Listed(better)}, but clearly worse on {Listed(worse)}.",
        };
    }

    /// <summary>Says of structures that cannot do their work, or do not settle, what that means for the answer.</summary>
    internal static IEnumerable<string> Cautions(StructureComparison comparison)
    {
        StructureResult[] overloaded = [.. comparison.Structures.Where(result => result.Of(Measure.Load).Lower > 100)];
        if (overloaded.Length > 0)
        {
            yield return $"{Under(overloaded, comparison)} the open cases require more hours than there are ({string.Join("; ", overloaded.Take(MostNamed).Select(result => $"{result.Structure.Name}: {NumberText.Of(result.Of(Measure.Load))} %"))}). Casework then takes longer than it should, and waits depend on how long is simulated.";
        }

        StructureResult[] growing = [.. comparison.Structures.Where(result => result.ListGrows)];
        if (growing.Length > 0)
        {
            yield return $"{Under(growing, comparison)} the number of cases that wait still rises ({string.Join("; ", growing.Take(MostNamed).Select(result => $"{result.Structure.Name}: by {NumberText.Of(result.Of(Measure.ListGrowth))} a year"))}). Waits there are not those of a settled system.";
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
            return $"{asked} is missed by {(missed.Length == 1 ? missed[0] : "every structure")}: nearest comes {nearest.Structure.Name}, with {WaitTargets.Found(nearest, target)}.";
        }

        if (met.Length == verdicts.Length)
        {
            return $"{asked} is met by {(met.Length == 1 ? met[0] : "every structure")}.";
        }

        string[] parts =
        [
            .. met.Length > 0 ? [$"met by {Listed(met)}"] : Array.Empty<string>(),
            .. missed.Length > 0 ? [$"missed by {Listed(missed)}"] : Array.Empty<string>(),
            .. open.Length > 0 ? [$"it is not clear for {Listed(open)}"] : Array.Empty<string>(),
        ];
        return $"{asked}: {string.Join("; ", parts)}.";
    }

    private static string Chance(StructureComparison comparison, int structure) =>
        $"Its chance of having the shortest mean wait of those compared: {NumberText.Chance(comparison.ChancesOfBest(Measure.WaitToAllocation)?[structure])}, by resampling these futures.";

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
    private static bool IsSmall(MeasureDifference gain) => -gain.Lower < Matters;

    private static string Tie(StructureComparison comparison, int best, int[] others)
    {
        ImmutableArray<StructureResult> results = comparison.Structures;
        if (results.Length == 2)
        {
            MeasureDifference wait = comparison.Differences[0].Of(Measure.WaitToAllocation);
            return wait.IsNone
                ? $"{results[1].Structure.Name} and {results[0].Structure.Name} have the same mean wait in every future."
                : $"No clear difference: the mean wait under {results[1].Structure.Name} less that under {results[0].Structure.Name} is {NumberText.Of(wait)} days.";
        }

        int[] tied = [.. others.Append(best).Order()];
        string together = tied.Length == results.Length
            ? "No clear best: none of the structures can be told from the best by the mean wait"
            : $"No clear best: {Listed([.. tied.Select(place => results[place].Structure.Name)])} cannot be told apart by the mean wait";
        ImmutableArray<double>? chances = comparison.ChancesOfBest(Measure.WaitToAllocation);
        string each = string.Join("; ", tied.OrderByDescending(place => chances?[place]).Take(MostNamed).Select(place => $"{results[place].Structure.Name} {NumberText.Chance(chances?[place])}"));
        string chance = $"Chance of the shortest, by resampling these futures: {each}{(tied.Length > MostNamed ? "; others less" : "")}.";
        if (tied[0] == 0)
        {
            return $"{together}, and {results[0].Structure.Name} is among them. {chance}";
        }

        MeasureDifference gain = comparison.Difference(results[best].Structure.Id).Of(Measure.WaitToAllocation);
        return $"{together}. {results[best].Structure.Name}, which has the lowest mean, has one {NumberText.Size(gain)} days shorter than {results[0].Structure.Name}{(IsSmall(gain) ? $": clear, but {Small}" : "")}. {chance}";
    }

    /// <summary>Returns the structure with the shortest mean, and the others that may have it.</summary>
    private static (int Best, int[] Others) MayBeBest(double[][] waits)
    {
        MultipleComparisonsWithBest compared = MultipleComparisonsWithBest.Of(waits, Objective.Smallest, commonRandomNumbers: true, confidence: 0.95);
        int best = compared.Best;

        // Structures that give the same in every future are the best together: their difference has no width that could hold zero within.
        return (best, [.. Enumerable.Range(0, waits.Length).Where(place => place != best && (compared.MayBeBest(place) || AreEqual(waits[place], waits[best])))]);
    }

    private static bool AreEqual(double[] one, double[] other) => one.Zip(other).All(pair => Math.Abs(pair.First - pair.Second) < 1e-9);

    /// <summary>Returns each structure's mean waits by future; null where one has none.</summary>
    private static double[][]? Waits(ImmutableArray<StructureResult> results)
    {
        ImmutableArray<double?>[] futures = [.. results.Select(result => result.FuturesOf(Measure.WaitToAllocation))];
        return Array.TrueForAll(futures, values => values.All(value => value is not null)) ? [.. futures.Select(values => values.OfType<double>().ToArray())] : null;
    }

    private static string Under(StructureResult[] those, StructureComparison comparison) =>
        those.Length == comparison.Structures.Length && those.Length > 1 ? "Under every structure" : $"Under {Listed([.. those.Select(result => result.Structure.Name)])}";

    private static string Named(MeasureDifference item)
    {
        string unit = string.Equals(item.Measure.Unit, "%", StringComparison.Ordinal) ? "percentage points" : item.Measure.Unit;
        string label = item.Measure.Label;
        return $"{char.ToLower(label[0], CultureInfo.InvariantCulture)}{label[1..]} ({NumberText.OfClear(item)}{(unit.Length > 0 ? $" {unit}" : "")})";
    }

    private static string Listed(string[] words) => words.Length switch
    {
        1 => words[0],
        _ => $"{string.Join(", ", words[..^1])} and {words[^1]}",
    };
}
