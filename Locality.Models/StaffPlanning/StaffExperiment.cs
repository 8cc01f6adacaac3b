using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Finds the least posts of every team with which its waits meet a target, with a stated confidence.</summary>
/// <remarks>
/// It starts from Erlang's formula (see <see cref="StaffStart"/>), searches by simulation (<see cref="CapacitySearch"/>), and checks the answer in fresh futures that
/// had no part in the choice. Where these do not show that a team meets the target, it gets a post more, and other fresh futures are drawn. The doubt is
/// halved each time, so that over all checks an answer is confirmed wrongly with no more than 1 − confidence.
/// </remarks>
public static class StaffExperiment
{
    /// <summary>Search and checks draw futures of other numbers.</summary>
    private const int FirstFresh = 1_000_000;

    private const int FirstStage = 12;

    /// <summary>The search is content with even odds that all teams meet the target: the check insists on more, and a search that did would give posts that the check does not want.</summary>
    private const double SearchConfidence = 0.5;

    /// <summary>The confidence of every interval that is shown, by itself.</summary>
    private const double Shown = 0.95;

    /// <summary>The part of the fresh futures after which clear cases are decided.</summary>
    private const double FirstLook = 0.4;

    private const int MostChecks = 8;

    /// <summary>Tells whether a structure can be asked about: it has no dated changes.</summary>
    /// <param name="structure">The structure.</param>
    /// <returns>Whether it can.</returns>
    public static bool CanStaff(Structure structure)
    {
        ArgumentNullException.ThrowIfNull(structure);
        return structure.Steps.IsEmpty && structure.RollOut is null;
    }

    /// <summary>Returns the services for which families wait: those that lead a pathway, and those that help on one.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <returns>Their ids, in the scenario's order.</returns>
    public static ImmutableArray<string> Services(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return [.. scenario.Services.Select(service => service.Id).Where(id => scenario.Pathways.Any(pathway =>
            string.Equals(pathway.Service, id, StringComparison.Ordinal) || pathway.Supports.Any(support => string.Equals(support.Service, id, StringComparison.Ordinal))))];
    }

    /// <summary>Returns the first and last day by which a growing list may be asked to be cleared: two months after the warm-up, to the end of the run.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="plan">How long is simulated.</param>
    /// <returns>The days; the last is before the first where the run is too short for any.</returns>
    public static (DateOnly First, DateOnly Last) ClearingDays(Scenario scenario, RunPlan plan)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(plan);
        return (scenario.Start.AddDays((int)Math.Ceiling((plan.WarmUpYears * 365.25) + (2 * DemandLevels.MonthDays))), scenario.Start.AddDays((int)(plan.Years * 365.25)));
    }

    /// <summary>Finds the posts. The result is the same for any number of threads.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="request">The question.</param>
    /// <param name="plan">How long, and from which seed; its number of futures is not used. Absent means the scenario's own plan.</param>
    /// <param name="threads">The number of threads: above zero. Absent means one for each processor.</param>
    /// <param name="progress">Receives the number of futures simulated.</param>
    /// <param name="cancellation">Stops it; what was found by then is returned.</param>
    /// <returns>The posts.</returns>
    /// <exception cref="ArgumentException">The structure or a service does not exist, or cannot be asked about.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure of the request or the plan is out of range.</exception>
    /// <exception cref="ReplicationException">A future failed.</exception>
    public static StaffResult Find(
        Scenario scenario, StaffRequest request, RunPlan? plan = null, int? threads = null, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(request);
        RunPlan used = Experiment.Checked((plan ?? scenario.Plan) with { BranchAfterYears = 0 });
        Scenario known = StaffQuestion.WithKnownPosts(scenario);
        StaffQuestion question = StaffQuestion.Of(known, request);
        StaffSampler sampler = new(question.Present, question.Teams, request.Target, used);
        int workers = threads ?? Environment.ProcessorCount;
        CapacityResult found = CapacitySearch.Find(
            question.Cells,
            sampler.Observe,
            new CapacitySearchOptions { Confidence = SearchConfidence, FirstStage = FirstStage, Replications = request.SearchFutures, Threads = workers },
            progress,
            cancellation);
        Check check = new(request, sampler, question, workers, progress, found.Simulated, cancellation);
        if (found.IsComplete)
        {
            check.Run([.. found.Cells.Select(cell => cell.Capacity!.Value)]);
        }

        StaffEnd end = found.Cells.Any(cell => cell.IsOutOfReach) ? StaffEnd.OutOfReach
            : found.WasStopped || check.WasStopped ? StaffEnd.Stopped
            : check.IsConfirmed ? StaffEnd.Confirmed
            : StaffEnd.NotConfirmed;
        double[] ratios = [.. found.Cells.SelectMany(cell => cell.Tried).Select(item => item.VarianceRatio).OfType<double>().Order()];
        return new StaffResult
        {
            Scenario = known,
            Structure = question.Present.Structure,
            Request = request,
            Plan = used,
            Posts = [.. found.Cells.Select((cell, team) => Row(question, cell, team, check))],
            Achieved = check.Whole,
            Staffed = check.Posts is { } posts ? StaffedScenario.Of(question.Present, question.Teams, posts) : null,
            End = end,
            Additions = check.Additions,
            SearchedFutures = found.Simulated,
            CheckedFutures = check.Futures,
            VarianceRatio = ratios.Length > 0 ? ratios[ratios.Length / 2] : null,
        };
    }

    private static StaffedPosts Row(StaffQuestion question, CellCapacity cell, int team, Check check)
    {
        StaffTeam which = question.Teams[team];
        return new StaffedPosts
        {
            Locality = which.Locality,
            Service = which.ServiceId,
            PresentFte = new Fte(question.PresentFte[team]),
            Fte = (check.FteOf(team) ?? FteOf(question, cell, team)) is { } fte ? new Fte(fte) : null,
            Load = question.Loads[team].Load,
            Present = check.PresentWaits?[team],
            ListGrowth = check.ListGrowth?[team],
            Achieved = check.Achieved?[team],
            IsShown = check.IsShown?[team] ?? false,
            IsExact = cell.Cell.Exact is not null,
            Relief = check.Relief?[team],
            OneFewer = check.Additions == 0 ? cell.OneLess : null,
            AtMost = cell.IsOutOfReach ? cell.Tried[^1] : null,
        };
    }

    /// <summary>Returns what a team was found to need in a search that was stopped before it had found all.</summary>
    private static double? FteOf(StaffQuestion question, CellCapacity cell, int team) =>
        cell.Capacity is { } posts ? StaffedScenario.FteOf(question.Present.Scenario.Services[question.Teams[team].Service], posts) : null;

    /// <summary>Checks an answer in fresh futures, and adds posts where they do not bear it out.</summary>
    private sealed class Check(StaffRequest request, StaffSampler sampler, StaffQuestion question, int threads, IProgress<int>? progress, int before, CancellationToken cancellation)
    {
        private int simulated = before;

        private int FirstFutures => Math.Max(FirstStage, (int)(FirstLook * request.CheckFutures));

        /// <summary>Gets in how many fresh futures the answer was looked at last.</summary>
        internal int Futures { get; private set; }

        internal ImmutableArray<int>? Posts { get; private set; }

        internal bool WasStopped { get; private set; }

        internal bool IsConfirmed { get; private set; }

        internal int Additions { get; private set; }

        internal StaffWaits[]? Achieved { get; private set; }

        internal StaffWaits? Whole { get; private set; }

        internal bool[]? IsShown { get; private set; }

        internal StaffWaits[]? PresentWaits { get; private set; }

        internal Interval[]? ListGrowth { get; private set; }

        internal StaffRelief?[]? Relief { get; private set; }

        internal double? FteOf(int team)
        {
            if (Posts is not { } posts)
            {
                return null;
            }

            StaffTeam which = question.Teams[team];
            return sampler.At(posts).Basis.Arrangement.Posts.Where(post => post.Service == which.Service && post.Team == which.Team).Sum(post => post.Fte);
        }

        internal void Run(ImmutableArray<int> found)
        {
            Posts = found;
            try
            {
                double doubt = 1 - request.Confidence;
                for (int round = 0; ; round++)
                {
                    doubt /= 2;
                    CapacityEstimate[] estimates = Look(round, doubt);
                    IsConfirmed = Array.TrueForAll(IsShown!, shown => shown);
                    if (IsConfirmed || round == MostChecks - 1)
                    {
                        See(Simulate(question.PresentPosts, round, 0, FirstFutures), round);
                        return;
                    }

                    Posts = [.. Posts.Value.Select((posts, team) => posts + Further(estimates[team], IsShown![team]))];
                    (Achieved, Whole, IsShown) = (null, null, null);
                    Additions++;
                }
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                WasStopped = true;
            }
        }

        /// <summary>Returns how many posts to add: none where the target is shown to be met, or may well be shown with all futures.</summary>
        private int Further(CapacityEstimate estimate, bool isShown) => isShown || (estimate.Replications < request.CheckFutures && estimate.LowerAfter(request.CheckFutures) >= 0) ? 0
            : estimate.Upper < 0 ? 2
            : 1;

        /// <summary>Looks at the posts in fresh futures, once or twice: not again where all is shown, or a mean alone says no.</summary>
        private CapacityEstimate[] Look(int round, double doubt)
        {
            List<StaffFuture> futures = [];
            CapacityEstimate[] estimates = [];
            foreach (int until in new[] { FirstFutures, request.CheckFutures })
            {
                futures.AddRange(Simulate(Posts!.Value, round, futures.Count, until));
                estimates = [.. question.Teams.Select((_, team) => EstimateOf(futures, team, 1 - (doubt / (2 * question.Teams.Length))))];
                IsShown = [.. estimates.Select((estimate, team) => estimate.Lower >= 0 || (question.Cells[team].Exact is not null && estimate.Upper >= 0))];
                if (Array.TrueForAll(IsShown, shown => shown) || estimates.Where((_, team) => !IsShown[team]).Any(estimate => estimate.Mean < 0))
                {
                    break;
                }
            }

            Futures = futures.Count;
            Achieved = [.. question.Teams.Select((_, team) => sampler.WaitsOf(futures, team, Shown))];
            Whole = sampler.WaitsOf(futures, null, Shown);
            return estimates;
        }

        private void See(StaffFuture[] present, int round)
        {
            PresentWaits = [.. question.Teams.Select((_, team) => sampler.WaitsOf(present, team, Shown))];

            // Among many teams some list always seems to grow: these intervals hold for all teams at once.
            double joint = 1 - ((1 - Shown) / question.Teams.Length);
            ListGrowth = [.. question.Teams.Select((_, team) => Confidence.Mean([.. present.Select(future => future.ListGrowth[team])], joint))];
            if (request.ClearBy is { } by)
            {
                bool[] grows = [.. ListGrowth.Select((growth, team) => question.Loads[team].IsOverloaded || growth.Lower > 0)];
                Relief = new ReliefCheck(question, sampler, sampler.At(question.PresentPosts).Plan, by).Of(
                    present, grows, basis => Simulate((number, stop) => sampler.Future(basis, number, stop), round, 0, FirstFutures), Shown);
            }
        }

        private CapacityEstimate EstimateOf(List<StaffFuture> futures, int team, double confidence) => CapacityEstimate.Of(
            0,
            [.. futures.Select(future => new CapacityObservation(StaffWaits.Margin(request.Target, sampler.Grid, future.Waits[team]), future.FirstReferrals[team], 1))],
            confidence);

        private StaffFuture[] Simulate(ImmutableArray<int> posts, int round, int from, int until) =>
            Simulate((number, stop) => sampler.Future(sampler.At(posts), number, stop), round, from, until);

        private StaffFuture[] Simulate(Func<int, CancellationToken, StaffFuture> future, int round, int from, int until)
        {
            int first = FirstFresh + (round * request.CheckFutures) + from;
            StaffFuture[] futures = ReplicationRunner.Run(until - from, threads, (place, stop) => future(first + place, stop), new OffsetProgress(progress, simulated), cancellation);
            simulated += futures.Length;
            return futures;
        }
    }
}
