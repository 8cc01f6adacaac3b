using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Works out the posts that clear growing lists by a date, and simulates them.</summary>
internal sealed class ReliefCheck(StaffQuestion question, StaffSampler sampler, RunPlan plan, DateOnly by)
{
    /// <summary>Gets the day on which relief begins: the end of the warm-up, so that the list is one that has grown.</summary>
    internal DateOnly From { get; } = question.Present.Scenario.Start.AddDays(Math.Max(1, (int)Math.Ceiling(plan.WarmUpYears * 365.25)));

    /// <summary>Returns each team's relief; null for teams whose list does not grow.</summary>
    /// <param name="present">Futures with the posts there are.</param>
    /// <param name="grows">Whether each team's list grows.</param>
    /// <param name="simulate">Simulates the same futures of another basis.</param>
    /// <param name="confidence">The confidence of each interval.</param>
    internal StaffRelief?[] Of(IReadOnlyList<StaffFuture> present, bool[] grows, Func<StaffBasis, StaffFuture[]> simulate, double confidence)
    {
        Scenario scenario = question.Present.Scenario;
        double months = (by.DayNumber - From.DayNumber) / DemandLevels.MonthDays;
        (int first, int last) = (MonthOf(From), MonthOf(by));
        double?[] fluid = [.. question.Teams.Select((_, team) => grows[team] && question.CasesPerFteMonth(team) is { } perPost
            ? StaffRelief.FluidPosts(present.Average(future => future.Lists[team][first]), Math.Max(0, present.Average(future => future.ListGrowth[team])), months, perPost)
            : (double?)null)];
        int[] posts = [.. fluid.Select((fte, team) => fte is { } wanted ? (int)Math.Ceiling((wanted / SizeOf(team)) - 1e-9) : 0)];
        Scenario staffed = sampler.At(question.PresentPosts).Basis.Scenario;
        ImmutableArray<PlanStep> steps = [.. posts.Index().Where(item => item.Item > 0).Select(item => new PlanStep
        {
            On = From,
            NewPosts = new NewPosts { Service = question.Teams[item.Index].ServiceId, Locality = LocalityOf(question.Teams[item.Index]), Fte = new Fte(item.Item * SizeOf(item.Index)), MeanRecruitment = default },
        })];
        StaffFuture[] relieved = steps.IsEmpty
            ? [.. present]
            : simulate(new StaffBasis(staffed with { Structures = [staffed.Structures[0] with { Steps = steps }] }, plan, question.Teams));
        return [.. fluid.Select((fte, team) => fte is { } wanted
            ? new StaffRelief
            {
                From = From,
                By = by,
                FluidFte = wanted,
                Fte = new Fte(posts[team] * SizeOf(team)),
                ListWithout = ListAt(present, team, last, confidence),
                ListWith = ListAt(relieved, team, last, confidence),
            }
            : null)];

        double SizeOf(int team) => scenario.Services[question.Teams[team].Service].PostSize.Value;
    }

    private static Interval ListAt(IReadOnlyList<StaffFuture> futures, int team, int month, double confidence)
    {
        Interval list = Confidence.Mean([.. futures.Select(future => future.Lists[team][Math.Min(month, future.Lists[team].Length - 1)])], confidence);
        return list with { Lower = Math.Max(0, list.Lower) };
    }

    /// <summary>Returns the index of the last monthly look up to a day.</summary>
    private int MonthOf(DateOnly day) => Math.Max(0, (int)((day.DayNumber - question.Present.Scenario.Start.DayNumber) / DemandLevels.MonthDays) - 1);

    private string LocalityOf(StaffTeam team)
    {
        ServiceMap map = question.Present.Services[team.Service];
        int area = Array.IndexOf(map.TeamOfArea, team.Team);
        return question.Present.Structure.Localities[question.Present.Map.LocalityOfArea[area]].Id;
    }
}
