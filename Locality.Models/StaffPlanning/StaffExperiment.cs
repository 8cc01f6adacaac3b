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
        StaffQuestion question = StaffQuestion.Of(scenario, request);
        StaffSampler sampler = new(question.Present, question.Teams, request.Target, used);
        int workers = threads ?? Environment.ProcessorCount;
        CapacityResult found = CapacitySearch.Find(
            question.Cells,
            sampler.Observe,
            new CapacitySearchOptions { Confidence = request.Confidence, FirstStage = FirstStage, Replications = request.SearchFutures, Threads = workers },
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
            Scenario = scenario,
            Structure = question.Present.Structure,
            Request = request,
            Plan = used,
            Posts = [.. found.Cells.Select((cell, team) => Row(question, cell, team, check))],
            Achieved = check.Whole,
            Staffed = check.Posts is { } posts ? StaffedScenario.Of(question.Present, question.Teams, posts) : null,
            End = end,
            Additions = check.Additions,
            SearchedFutures = found.Simulated,
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
            Fte = check.FteOf(team) is { } fte ? new Fte(fte) : null,
            Load = question.Loads[team].Load,
            Present = check.PresentWaits?[team],
            ListGrowth = check.ListGrowth?[team],
            Achieved = check.Achieved?[team],
            IsShown = check.IsShown?[team] ?? false,
            OneFewer = check.Additions == 0 ? cell.OneLess : null,
            AtMost = cell.IsOutOfReach ? cell.Tried[^1] : null,
        };
    }

    /// <summary>Checks an answer in fresh futures, and adds posts where they do not bear it out.</summary>
    private sealed class Check(StaffRequest request, StaffSampler sampler, StaffQuestion question, int threads, IProgress<int>? progress, int before, CancellationToken cancellation)
    {
        private int simulated = before;

        internal ImmutableArray<int>? Posts { get; private set; }

        internal bool WasStopped { get; private set; }

        internal bool IsConfirmed { get; private set; }

        internal int Additions { get; private set; }

        internal StaffWaits[]? Achieved { get; private set; }

        internal StaffWaits? Whole { get; private set; }

        internal bool[]? IsShown { get; private set; }

        internal StaffWaits[]? PresentWaits { get; private set; }

        internal Interval[]? ListGrowth { get; private set; }

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
                for (int round = 0; round < MostChecks; round++)
                {
                    doubt /= 2;
                    StaffFuture[] futures = Simulate(Posts.Value, round);
                    CapacityEstimate[] estimates = [.. question.Teams.Select((_, team) => EstimateOf(futures, team, 1 - (doubt / question.Teams.Length)))];
                    IsShown = [.. estimates.Select((estimate, team) => estimate.Lower >= 0 || (question.Cells[team].Exact is not null && estimate.Upper >= 0))];
                    Achieved = [.. question.Teams.Select((_, team) => sampler.WaitsOf(futures, team, request.Confidence))];
                    Whole = sampler.WaitsOf(futures, null, request.Confidence);
                    IsConfirmed = Array.TrueForAll(IsShown, shown => shown);
                    if (IsConfirmed || round == MostChecks - 1)
                    {
                        See(Simulate(question.PresentPosts, round));
                        return;
                    }

                    Posts = [.. Posts.Value.Select((posts, team) => posts + (IsShown[team] ? 0 : estimates[team].Upper < 0 ? 2 : 1))];
                    (Achieved, Whole) = (null, null);
                    Additions++;
                }
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                WasStopped = true;
            }
        }

        private void See(StaffFuture[] present)
        {
            PresentWaits = [.. question.Teams.Select((_, team) => sampler.WaitsOf(present, team, request.Confidence))];
            ListGrowth = [.. question.Teams.Select((_, team) => Confidence.Mean([.. present.Select(future => future.ListGrowth[team])], request.Confidence))];
        }

        private CapacityEstimate EstimateOf(StaffFuture[] futures, int team, double confidence) => CapacityEstimate.Of(
            0,
            [.. futures.Select(future => new CapacityObservation(StaffWaits.Margin(request.Target, sampler.Grid, future.Waits[team]), future.FirstReferrals[team], 1))],
            confidence);

        private StaffFuture[] Simulate(ImmutableArray<int> posts, int round)
        {
            int from = FirstFresh + (round * request.CheckFutures);
            StaffFuture[] futures = ReplicationRunner.Run(
                request.CheckFutures, threads, (place, stop) => sampler.Future(posts, from + place, stop), new Offset(progress, simulated), cancellation);
            simulated += futures.Length;
            return futures;
        }
    }

    /// <summary>Counts on from what was simulated before.</summary>
    private sealed class Offset(IProgress<int>? progress, int before) : IProgress<int>
    {
        public void Report(int value) => progress?.Report(before + value);
    }
}
