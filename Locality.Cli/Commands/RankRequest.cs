using System.Collections.Immutable;
using System.Globalization;
using LocalitySim.Models;

namespace LocalitySim.Cli;

/// <summary>Is what the options of a ranking say, and what is wrong with them.</summary>
internal sealed record RankRequest
{
    private const int MostFirstStage = 1000;

    internal required bool EveryGrouping { get; init; }

    internal required string? Of { get; init; }

    internal required string? Into { get; init; }

    internal required string? Structures { get; init; }

    internal required string Measure { get; init; }

    internal required double? Zone { get; init; }

    internal required double? Confidence { get; init; }

    internal required int? FirstStage { get; init; }

    internal required string Method { get; init; }

    internal required int? Budget { get; init; }

    /// <summary>Returns the structures to rank; none if there is a refusal.</summary>
    internal ImmutableArray<Structure> Candidates(Scenario scenario, List<string> refusals)
    {
        Groupings? own = EveryGrouping || Structures is not null ? null : scenario.Groupings;
        if (!EveryGrouping && own is null)
        {
            Alone("--of", Of);
            Alone("--into", Into);
            return Named(scenario, refusals);
        }

        int before = refusals.Count;
        if (Structures is not null)
        {
            refusals.Add($"--structures: found '{Structures}' with --every-grouping; expected one of the two");
        }

        // What the options leave open, the scenario's own groupings say; those of another structure say nothing of this one.
        string of = Of ?? scenario.Groupings?.Of ?? scenario.Structures[0].Id;
        ImmutableArray<int>? wanted = own is { Into.IsDefaultOrEmpty: false } && Of is null ? own.Into : null;
        if (!scenario.Structures.Any(structure => string.Equals(structure.Id, of, StringComparison.Ordinal)))
        {
            refusals.Add($"--of: found '{of}'; expected one of {string.Join(", ", scenario.Structures.Select(structure => structure.Id))}");
        }

        int?[] numbers = Into is null ? [] : [.. Into.Split(',').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 ? (int?)number : null)];
        if (numbers.Contains(null))
        {
            refusals.Add($"--into: found '{Into}'; expected whole numbers of one or more, with commas between them");
        }

        if (refusals.Count > before)
        {
            return [];
        }

        try
        {
            ImmutableArray<Structure> groupings = CandidateGroupings.Of(scenario, of, Into is null ? wanted : [.. numbers.OfType<int>()]);
            if (groupings.Length < 2)
            {
                refusals.Add(Into is null && wanted is not null
                    ? $"groupings: found numbers of localities that give one grouping of '{of}'; expected two groupings or more: see --into"
                    : Into is null
                    ? $"--of: found '{of}', which has one grouping; expected a structure with two localities or more"
                    : $"--into: found '{Into}', which gives one grouping; expected numbers that give two or more");
            }

            return groupings;
        }
        catch (ArgumentException exception)
        {
            refusals.Add($"{(EveryGrouping ? "--every-grouping" : "groupings")}: {RefusalText.Of(exception)}");
            return [];
        }

        void Alone(string option, string? value)
        {
            if (value is not null)
            {
                refusals.Add($"{option}: found '{value}' without --every-grouping; expected both or neither");
            }
        }
    }

    /// <summary>Returns what is asked of the ranking; the default where there is a refusal.</summary>
    internal RankingPlan Ranking(int candidates, List<string> refusals)
    {
        RankingPlan plan = new();
        Measure? measure = DifferenceOptions.MeasureOf(Measure, refusals);
        if (measure is not null && Zone is null && measure != plan.Measure)
        {
            refusals.Add($"--zone: found none; expected the difference from which the choice matters, in {(measure.Unit.Length == 0 ? "the measure's unit" : measure.Unit)}");
        }

        if (Zone is { } zone && !(zone > 0 && double.IsFinite(zone)))
        {
            refusals.Add(string.Create(CultureInfo.InvariantCulture, $"--zone: found {zone}; expected more than 0: with no indifference no number of futures is enough"));
        }

        if (Confidence is { } confidence && !(confidence > 1.0 / Math.Max(2, candidates) && confidence < 1))
        {
            refusals.Add(string.Create(CultureInfo.InvariantCulture, $"--confidence: found {confidence}; expected more than a blind choice has, 1/{Math.Max(2, candidates)}, and below 1"));
        }

        if (FirstStage is < 2 or > MostFirstStage)
        {
            refusals.Add(string.Create(CultureInfo.InvariantCulture, $"--first-stage: found {FirstStage}; expected from 2 to {MostFirstStage}: one future says nothing of the chance"));
        }

        int first = FirstStage ?? plan.FirstStage;
        RankingMethod? method = RankingJson.MethodOf(Method);
        if (method is null)
        {
            refusals.Add($"--method: found '{Method}'; expected one of {string.Join(", ", RankingJson.MethodNames)}");
        }

        if (method == RankingMethod.BudgetAllocation && !(Budget >= candidates * first))
        {
            string found = Budget is { } few ? few.ToString(CultureInfo.InvariantCulture) : "none";
            refusals.Add(string.Create(CultureInfo.InvariantCulture, $"--budget: found {found}; expected {candidates * first} or more: {first} futures of each of {candidates} structures (see --first-stage)"));
        }

        if (method is not null and not RankingMethod.BudgetAllocation && Budget is { } unused)
        {
            refusals.Add(string.Create(CultureInfo.InvariantCulture, $"--budget: found {unused} with --method {Method}; expected it with --method budget only"));
        }

        return plan with
        {
            Measure = measure ?? plan.Measure,
            IndifferenceZone = Zone ?? plan.IndifferenceZone,
            Confidence = Confidence ?? plan.Confidence,
            FirstStage = first,
            Method = method ?? plan.Method,
            Budget = method == RankingMethod.BudgetAllocation ? Budget : null,
        };
    }

    private ImmutableArray<Structure> Named(Scenario scenario, List<string> refusals)
    {
        string[] ids = Structures?.Split(',', StringSplitOptions.TrimEntries) ?? [.. scenario.Structures.Select(structure => structure.Id)];
        string[] wrong = [.. RunRefusals.Find(scenario, ids)];
        refusals.AddRange(wrong);
        if (wrong.Length > 0)
        {
            return [];
        }

        if (ids.Length < 2)
        {
            refusals.Add($"--structures: found one structure, '{ids[0]}'; expected two or more");
        }

        return [.. ids.Select(scenario.Structure)];
    }
}
