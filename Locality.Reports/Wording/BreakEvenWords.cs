using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Reports;

/// <summary>Says in words where the better of two structures changes.</summary>
internal static class BreakEvenWords
{
    /// <summary>Says what is looked at.</summary>
    internal static string Heading(Scenario scenario, DifferenceQuestion question, ScenarioParameter parameter)
    {
        (string name, string baseline) = (scenario.Structure(question.Structure).Name, scenario.Structure(question.Baseline).Name);
        return Text($"{name}, less {baseline}, by {parameter.Label.ToLowerInvariant()} ({parameter.Unit}; {parameter.Present:0.###} in the scenario). {question.Measure.Label}{UnitOf(question.Measure)}; {question.Futures} futures at every value.");
    }

    /// <summary>Says what was found, and what its interval covers.</summary>
    internal static IEnumerable<string> Sentences(Scenario scenario, DifferenceQuestion question, ScenarioParameter parameter, BreakEven found)
    {
        yield return Finding(question.Measure, scenario.Structure(question.Structure).Name, scenario.Structure(question.Baseline).Name, parameter, found);
        if (found.ClearSignChanges > 1)
        {
            yield return "The sign clearly changes more than once in this range: the better structure changes back. Look at the values above, and at a narrower range.";
        }

        Scenario others = UncertainWords.Without(scenario, parameter);
        yield return others.Uncertain.IsEmpty
            ? "The interval covers chance and the drift of demand, for this figure alone; the scenario's other figures stay as they are."
            : UncertainWords.Covered(others);
    }

    /// <summary>Returns the name of a verdict, as files have it.</summary>
    internal static string NameOf(BreakEvenVerdict verdict) => verdict switch
    {
        BreakEvenVerdict.Found => "found",
        BreakEvenVerdict.DoesNotFlip => "does-not-flip",
        BreakEvenVerdict.NotYetTold => "not-yet-told",
        _ => "cannot-be-told",
    };

    private static string Finding(Measure measure, string name, string baseline, ScenarioParameter parameter, BreakEven found)
    {
        (CurvePoint first, CurvePoint last) = (found.Grid[0], found.Grid[^1]);
        bool higherIsBetter = measure.Better == BetterWhen.Higher;
        switch (found.Verdict)
        {
            case BreakEvenVerdict.Found:
                bool betterBelow = first.Difference.Mean > 0 == higherIsBetter;
                string lower = found.Lower is { } from ? Text($"{from:G3}") : Text($"{first.Value:0.###} or below");
                string upper = found.Upper is { } to ? Text($"{to:G3}") : Text($"{last.Value:0.###} or above");
                return Text($"Break-even: {parameter.Label.ToLowerInvariant()} of {found.Value:G3} {parameter.Unit} (95 % interval from {lower} to {upper}). Below the interval {(betterBelow ? name : baseline)} has the better mean, above it {(betterBelow ? baseline : name)}; within it the two cannot be told apart.");
            case BreakEvenVerdict.DoesNotFlip:
                string better = first.Difference.Mean > 0 == higherIsBetter ? name : baseline;
                return Text($"No break-even: {better} has the better mean at every value looked at from {first.Value:0.###} to {last.Value:0.###} {parameter.Unit}.");
            case BreakEvenVerdict.NotYetTold:
                return Text($"Stopped early: not yet told. The difference is known at {found.Grid.Length} {(found.Grid.Length == 1 ? "value" : "values")} alone; whether the better structure changes is left open.");
            default:
                return Text($"Cannot be told: at some value from {first.Value:0.###} to {last.Value:0.###} {parameter.Unit} the two cannot be told apart, and no clear change of the better one was found. More futures may tell.");
        }
    }

    private static string UnitOf(Measure measure) => measure.Unit.Length == 0 ? "" : $", {measure.Unit}";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
