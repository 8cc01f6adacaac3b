using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Reports;

/// <summary>Says in words what a comparison allows one to say. No sentence is stronger than its interval.</summary>
internal static class ComparisonWords
{
    /// <summary>Reads one difference.</summary>
    internal static string Reading(StructureDifference difference, MeasureDifference item)
    {
        if (ReferenceEquals(item.Measure, Measure.WaitToAllocation) || item.Measure.IsWaitQuantile)
        {
            bool losesMore = item.IsClearlyBetter && difference.Of(Measure.Lost).IsClearlyWorse;
            bool assessesLater = item.IsClearlyBetter && difference.Of(Measure.AssessedInTime).IsClearlyWorse;
            return losesMore ? "shorter, but loses more" : assessesLater ? "shorter, but assesses later" : Clear(item);
        }

        return item.Measure.Better == BetterWhen.Neither ? "" : Clear(item);
    }

    /// <summary>Returns the sentences under the tables.</summary>
    internal static IEnumerable<string> Of(StructureComparison compared)
    {
        StructureComparison comparison = StructureNames.Apart(compared);
        if (comparison.Precision is { } precision)
        {
            yield return PrecisionLine(precision, comparison.Plan.Replications);
        }

        foreach (StructureDifference difference in comparison.Differences)
        {
            yield return Answer(difference);
        }

        foreach (string line in BeyondResharing(comparison))
        {
            yield return line;
        }

        foreach (StructureResult result in comparison.Structures.Where(result => result.ListGrows))
        {
            yield return $"Growing list: under {result.Structure.Name} the number of cases that wait still rises, by {NumberText.Of(result.Of(Measure.ListGrowth))} a year. Its waits are not those of a settled system.";
        }

        foreach (StructureResult result in comparison.Structures.Where(result => result.Of(Measure.Load).Lower > 100))
        {
            yield return $"Overload: under {result.Structure.Name} the open cases require {NumberText.Of(result.Of(Measure.Load))} % of the hours that there are, travel included. Casework takes longer than it should.";
        }

        foreach (string line in EqualBudgets(comparison).Concat(Transitions(comparison)))
        {
            yield return line;
        }

        string moving = Transition.Of(comparison).Any() ? "" : " Moving from one structure to another has a cost in time that is not in these figures.";
        yield return $"{UncertainWords.Covered(comparison.Scenario)}{moving}";
    }

    /// <summary>Returns what is beside the differences themselves: gains over re-sharing staff, posts bought or given up, and what changing over costs.</summary>
    internal static IEnumerable<string> Further(StructureComparison comparison) => [.. BeyondResharing(comparison), .. EqualBudgets(comparison), .. Transitions(comparison)];

    /// <summary>Answers for one structure: its wait, and what else that costs.</summary>
    internal static string Answer(StructureDifference difference)
    {
        string name = difference.Structure.Structure.Name;
        string wait = WaitText(difference);
        return $"{name}: {wait}{TravelText(difference.Of(Measure.TravelShare))}{CostText(difference.Of(Measure.Cost))}";
    }

    private static IEnumerable<string> EqualBudgets(StructureComparison comparison)
    {
        foreach (StructureResult result in comparison.Structures.Skip(1).Where(result => Math.Abs(result.BoughtFte) > 0.001))
        {
            string verb = result.BoughtFte > 0 ? "frees money that buys" : "costs money, found by giving up";
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Equal budget: {result.Structure.Name} {verb} {Math.Abs(result.BoughtFte):0.0} full-time posts ({comparison.Scenario.Budget.Service}), each with its share of a team manager.");
        }
    }

    private static IEnumerable<string> Transitions(StructureComparison comparison) => Transition.Of(comparison).Select(TransitionText);

    private static string PrecisionLine(PrecisionResult precision, int futures)
    {
        string goal = precision.Goal.Share is { } share
            ? string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##} % of the mean")
            : string.Create(CultureInfo.InvariantCulture, $"{precision.Goal.HalfWidthDays:0.##} days");
        double? widest = precision.Waits.Max(wait => precision.Goal.Share is null ? wait.Interval?.HalfWidth : 100 * wait.RelativeHalfWidth);
        string reached = string.Create(CultureInfo.InvariantCulture, $"{widest:0.##} {(precision.Goal.Share is null ? "days" : "%")}");
        return precision.Reason switch
        {
            StopReason.PrecisionReached => $"Precision: {futures} futures; every mean wait is known to within {goal} to either side (the widest: {reached}).",
            StopReason.MaximumReached => $"Precision not reached: after {futures} futures, the most allowed, the widest interval of a mean wait is {reached} to either side; asked for was {goal}.",
            _ => $"Stopped after {futures} futures: the widest interval of a mean wait is {reached} to either side; asked for was {goal}.",
        };
    }

    /// <summary>Says what a change costs in time. Where the interval includes zero, no more is said than that.</summary>
    private static string TransitionText(Transition transition)
    {
        string interval = transition is { Lower: { } lower, Upper: { } upper }
            ? string.Create(CultureInfo.InvariantCulture, $" ({lower:#,0} to {upper:#,0})")
            : "";
        string clear = transition is { Lower: > 0 } or { Upper: < 0 } ? "" : "no clear difference: ";
        string band = transition.Band.Value.ToString("P0", CultureInfo.InvariantCulture);
        string recovery = transition.WeeksToRecover is { } weeks
            ? string.Create(CultureInfo.InvariantCulture, $"In the middle future its list is within {band} of the steady one after {weeks:0} weeks")
            : $"In the middle future its list is not within {band} of the steady one within the run";
        string days = string.Create(CultureInfo.InvariantCulture, $"{transition.ExtraChildDays:#,0}{interval}").Replace('-', '−');
        return $"Changing over: {transition.Planned.Structure.Name}, from {transition.On.ToString("O", CultureInfo.InvariantCulture)} to the end, against {transition.Steady.Structure.Name} from the start, has extra child-days on lists: {clear}{days}. {recovery}; {NumberText.Percent(transition.ShareRecovered)} of futures get there.";
    }

    /// <summary>Says which way a difference is clear, if it is.</summary>
    internal static string Clear(MeasureDifference item) =>
        item.IsNone ? "the same" : NumberText.PrintsAsZero(item) ? "too small to show" : item.IsClearlyBetter ? "better" : item.IsClearlyWorse ? "worse" : "no clear difference";

    private static string TravelText(MeasureDifference travel) => NumberText.PrintsAsZero(travel) ? "" : travel switch
    {
        { IsClearlyWorse: true } => $" More paid time goes on the road, by {NumberText.Size(travel)} percentage points.",
        { IsClearlyBetter: true } => $" Less paid time goes on the road, by {NumberText.Size(travel)} percentage points.",
        _ => "",
    };

    /// <summary>Says where a structure's cost is not the baseline's: what is new at a date is not paid for with posts, and a wait may have been bought.</summary>
    private static string CostText(MeasureDifference cost) => NumberText.PrintsAsZero(cost) || cost.Mean is not { } thousands ? "" : string.Create(
        CultureInfo.InvariantCulture,
        $" It costs £{Math.Round(Math.Abs(thousands)):#,0},000 a year {(thousands > 0 ? "more: some of any gain is bought" : "less")}.");

    private static string WaitText(StructureDifference difference)
    {
        string baseline = difference.Baseline.Structure.Name;
        MeasureDifference item = difference.Of(Measure.WaitToAllocation);
        string size = NumberText.Size(item);
        return difference.Wait switch
        {
            WaitVerdict.Shorter => $"the mean wait is {size} days shorter than under {baseline}, {LostText(difference)}.",
            WaitVerdict.ShorterButLosesMore => $"the mean wait is {size} days shorter than under {baseline}, but more families are lost while they wait: not an improvement.",
            WaitVerdict.ShorterButAssessesLater => $"the mean wait after acceptance is {size} days shorter than under {baseline}, but fewer assessments are done in time: children may wait before acceptance instead, so this is not called an improvement.",
            WaitVerdict.Longer => $"the mean wait is {size} days longer than under {baseline}.",
            _ when item.IsNone => $"the mean wait is the same as under {baseline}.",
            _ when item.Mean is null => $"the mean wait cannot be compared with that under {baseline}: nobody waited.",
            _ when item.Lower is null => $"one future cannot tell its mean wait from that under {baseline}: {NumberText.Of(item)} days in this one.",
            _ => $"no clear difference in the mean wait from {baseline}: {NumberText.Of(item)} days.",
        };
    }

    private static string LostText(StructureDifference difference) =>
        difference.Of(Measure.Lost).IsClearlyBetter ? "and fewer families are lost while they wait" : "with no clear rise in families lost";

    /// <summary>Says what the candidates gain over sharing today's staff by need, which needs no merger.</summary>
    private static IEnumerable<string> BeyondResharing(StructureComparison comparison)
    {
        if (comparison.Reshared() is not { } reshared)
        {
            yield break;
        }

        foreach (StructureResult result in comparison.Structures.Skip(1).Where(result => result != reshared))
        {
            yield return $"{result.Structure.Name}, beyond re-sharing: {WaitText(comparison.DifferenceBetween(result.Structure.Id, reshared.Structure.Id))}";
        }
    }
}
