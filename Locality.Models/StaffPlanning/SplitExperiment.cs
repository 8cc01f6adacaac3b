using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Finds the best split of a fixed number of posts among a service's teams, and compares it with the present one.</summary>
/// <remarks>
/// It starts from the present split and from marginal allocation by the formula of M/M/c (Fox 1966, Dyer and Proll 1977; see <see cref="MarginalAllocation"/>), and moves single posts while that
/// helps in simulation. The split found and the present one then meet the same fresh futures, which had no part in the choice. A search that moves one post at a time may miss a
/// better split further away: the comparison says what the one found is worth, not that there is none better.
/// </remarks>
public static class SplitExperiment
{
    /// <summary>The most posts of one service: more are a slip of the pen.</summary>
    public const int MostPosts = PostLimits.MostPosts;

    /// <summary>The confidence of the interval of each wait, by itself.</summary>
    private const double Shown = 0.95;

    private const int FirstFresh = 2_000_000;
    private const int MostRounds = 10;

    /// <summary>Finds the splits. The result is the same for any number of threads.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="request">The question.</param>
    /// <param name="plan">How long, and from which seed; its number of futures is not used. Absent means the scenario's own plan.</param>
    /// <param name="threads">The number of threads: above zero. Absent means one for each processor.</param>
    /// <param name="progress">Receives the number of futures simulated.</param>
    /// <param name="cancellation">Stops it; the best found by then is returned.</param>
    /// <returns>The splits.</returns>
    /// <exception cref="ArgumentException">The structure or a service does not exist, has one team, or the posts cannot be split.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure of the request or the plan is out of range.</exception>
    /// <exception cref="ReplicationException">A future failed.</exception>
    public static SplitResult Find(
        Scenario scenario, SplitRequest request, RunPlan? plan = null, int? threads = null, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(request);
        RunPlan used = Experiment.Checked((plan ?? scenario.Plan) with { BranchAfterYears = 0 });
        ImmutableArray<string> services = request.Services.IsDefaultOrEmpty ? Services(scenario, request.Structure) : request.Services;
        StaffTarget unit = StaffTarget.MeanAtMost(Measure.HorizonDays, workingDays: false);
        Scenario known = StaffQuestion.WithKnownPosts(scenario);
        StaffQuestion question = StaffQuestion.Of(
            known,
            new StaffRequest { Target = unit, Structure = request.Structure, Services = services, Confidence = request.Confidence, SearchFutures = request.SearchFutures, CheckFutures = request.CheckFutures });
        StaffSampler sampler = new(question.Present, question.Teams, unit, used);
        SplitSearch[] searches = [.. question.Teams.Select((team, place) => (team, place)).GroupBy(item => item.team.Service).Select(group => SearchOf(question, request, [.. group.Select(item => item.place)]))];
        int simulated = 0;
        StaffFuture[]? found = null;
        StaffFuture[]? present = null;
        try
        {
            for (int round = 0; round < MostRounds && !Array.TrueForAll(searches, search => search.IsOver); round++)
            {
                StaffFuture[] futures = Simulate(Posts(search => search.Current), 0, request.SearchFutures);
                foreach (SplitSearch search in searches)
                {
                    search.Note(
                        futures.Average(future => ObjectiveOf(request.Objective, future, search.Teams)),
                        [.. search.Teams.Select(team => futures.Average(future => future.Waits[team]?.RestrictedMean ?? 0))]);
                }
            }

            found = Simulate(Posts(search => search.Best), FirstFresh, request.CheckFutures);
            present = Simulate(question.PresentPosts, FirstFresh, request.CheckFutures);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // What the search has found is kept; nothing is claimed for it.
        }

        ImmutableArray<int> best = Posts(search => search.Best);
        return new SplitResult
        {
            Scenario = known,
            Structure = question.Present.Structure,
            Request = request,
            Plan = used,
            Services = [.. searches.Select(search => Of(question, sampler, request, search, searches.Length, best, found, present))],
            Split = StaffedScenario.Of(question.Present, question.Teams, best),
            WasStopped = present is null,
        };

        ImmutableArray<int> Posts(Func<SplitSearch, int[]> which)
        {
            int[] posts = [.. question.PresentPosts];
            foreach (SplitSearch search in searches)
            {
                int[] own = which(search);
                for (int index = 0; index < own.Length; index++)
                {
                    posts[search.Teams[index]] = own[index];
                }
            }

            return [.. posts];
        }

        StaffFuture[] Simulate(ImmutableArray<int> posts, int first, int count)
        {
            StaffFuture[] futures = ReplicationRunner.Run(
                count,
                threads ?? Environment.ProcessorCount,
                (place, stop) => sampler.Future(sampler.At(posts), first + place, stop),
                new OffsetProgress(progress, simulated),
                cancellation);
            simulated += count;
            return futures;
        }
    }

    /// <summary>Returns the services whose posts can be split in a structure: those that lead a pathway with two teams or more.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="structure">The structure's id; absent means the first.</param>
    /// <returns>Their ids, in the scenario's order.</returns>
    /// <exception cref="ArgumentException">The structure does not exist.</exception>
    public static ImmutableArray<string> Services(Scenario scenario, string? structure = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        Structure chosen = structure is null ? scenario.Structures[0] : scenario.Structure(structure);
        StructureMap map = new(chosen, scenario.Place);
        return [.. scenario.Services
            .Where(service => scenario.Pathways.Any(pathway => string.Equals(pathway.Service, service.Id, StringComparison.Ordinal)) && ServiceMap.Of(chosen, service, map).TeamNames.Length > 1)
            .Select(service => service.Id)];
    }

    /// <summary>Returns how many teams a service has in a structure.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="structure">One of its structures.</param>
    /// <param name="service">The service's id.</param>
    /// <returns>The number: 1 or more.</returns>
    /// <exception cref="ArgumentException">The service does not exist.</exception>
    public static int TeamsOf(Scenario scenario, Structure structure, string service)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(structure);
        return ServiceMap.Of(structure, scenario.Services[scenario.IndexOfService(service)], new StructureMap(structure, scenario.Place)).TeamNames.Length;
    }

    private static ServiceSplit Of(
        StaffQuestion question, StaffSampler sampler, SplitRequest request, SplitSearch search, int services, ImmutableArray<int> best, StaffFuture[]? found, StaffFuture[]? present)
    {
        StaffTeam first = question.Teams[search.Teams[0]];
        Arrangement staffed = sampler.At(best).Basis.Arrangement;
        bool isSame = search.Best.SequenceEqual(search.Teams.Select(team => question.PresentPosts[team]));
        Interval? difference = found is null || present is null || isSame ? null : PairedDifference.Of(
            [.. present.Select(future => ObjectiveOf(request.Objective, future, search.Teams))],
            [.. found.Select(future => ObjectiveOf(request.Objective, future, search.Teams))],
            1 - ((1 - request.Confidence) / services)).Mean;
        return new ServiceSplit(
            first.ServiceId,
            [.. search.Teams.Select(team => new TeamSplit(
                question.Teams[team].Locality,
                new Fte(question.PresentFte[team]),
                new Fte(staffed.Posts.Where(post => post.Service == first.Service && post.Team == question.Teams[team].Team).Sum(post => post.Fte)),
                present is null ? null : sampler.WaitsOf(present, team, Shown),
                present is null || found is null ? null : sampler.WaitsOf(found, team, Shown)))],
            difference,
            isSame);
    }

    private static double ObjectiveOf(SplitObjective objective, StaffFuture future, ImmutableArray<int> teams)
    {
        WaitCurve[] waits = [.. teams.Select(team => future.Waits[team]).OfType<WaitCurve>()];
        return waits.Length == 0 ? 0
            : objective == SplitObjective.Worst ? waits.Max(curve => curve.RestrictedMean)
            : waits.Sum(curve => curve.Children * curve.RestrictedMean) / waits.Sum(curve => curve.Children);
    }

    private static SplitSearch SearchOf(StaffQuestion question, SplitRequest request, ImmutableArray<int> teams)
    {
        Service service = question.Present.Scenario.Services[question.Teams[teams[0]].Service];
        int[] present = [.. teams.Select(team => question.PresentPosts[team])];
        int total = present.Sum();
        if (teams.Length < 2)
        {
            throw new ArgumentException($"Found service '{service.Id}', which has one team; expected one with two or more to split posts among.", nameof(request));
        }

        if (request.Posts is { } wanted)
        {
            double posts = wanted.Value / service.PostSize.Value;
            total = (int)Math.Round(posts);
            if (request.Services.Length != 1 || Math.Abs(posts - total) > 1e-9 || total < teams.Length || total > PostLimits.MostPosts)
            {
                throw new ArgumentException($"Found {wanted.Value} full-time posts to split; expected one service, and a whole number of posts of {service.PostSize.Value}, one or more for each of its {teams.Length} teams.", nameof(request));
            }
        }

        ImmutableArray<int> theory = MarginalAllocation.Share(
            Math.Max(total, teams.Length), [.. teams.Select(_ => 1)], (index, posts) => StaffStart.Cost(question, teams[index], posts));

        // Another total than today's has no present split to start from.
        return new SplitSearch(teams, total == present.Sum() && present.All(posts => posts > 0) ? present : [.. theory], [.. theory]);
    }
}
