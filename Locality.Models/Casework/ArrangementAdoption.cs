using System.Collections.Immutable;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Puts a new arrangement in force in a run: who works where, which team serves which family, and who waits in which list.</summary>
/// <remarks>
/// Whoever the change leaves alone does not notice it. A worker whose team, base, week or delivery model changes puts all work down for an
/// instant, and takes up again what may stay. Whoever waits is listed by the team that now serves the area, with the priority and the clock
/// held so far.
/// </remarks>
internal sealed class ArrangementAdoption(StructureRun run, StaffProcess staff)
{
    /// <summary>The place of the lists' change among the events of an instant: after all work that was put down, before the next dated change.</summary>
    private const int BeforeNextChange = 124;

    private readonly Dictionary<Caseworker, int> dips = [];

    /// <summary>Puts an arrangement in force.</summary>
    internal async Process Adopt(ArrangementChange change)
    {
        Arrangement now = run.Arrangement;
        Arrangement next = change.Next;
        LocalitySite[] sites = SiteChange.Sites(run.Basis, now, run.Sites, next, run.Simulator);
        Team[][] teams = TeamsOf(next);
        Dictionary<(int, uint), Caseworker> present = run.Workers.Where(worker => !worker.IsAbolished).ToDictionary(worker => (worker.Post.Service, worker.Post.Number));
        HashSet<DeliverySite> kept = [.. run.Sites.Select(site => site.Delivery).Intersect(sites.Select(site => site.Delivery))];
        HashSet<int> served = [.. Enumerable.Range(0, next.Map.LocalityOfArea.Length).Where(area => kept.Contains(sites[next.Map.LocalityOfArea[area]].Delivery))];
        run.Enter(change, sites, teams);

        List<Caseworker> moved = [];
        List<Caseworker> added = [];
        List<Caseworker> members = [];
        foreach (Post post in next.Posts)
        {
            Team team = teams[post.Service][post.Team];
            if (present.TryGetValue((post.Service, post.Number), out Caseworker? worker) && worker.Post.Fte == post.Fte)
            {
                present.Remove((post.Service, post.Number));
                Place(worker, post, team, now, served, moved);
            }
            else
            {
                worker = new Caseworker(run.Simulator, run.Calendar, post, run.Scenario.Services[post.Service], team, next.CaseHours(post));
                run.Workers.Add(worker);
                added.Add(worker);
            }

            members.Add(worker);
        }

        ILookup<Team, Caseworker> byTeam = members.ToLookup(worker => worker.Team);
        foreach (Team team in run.AllTeams)
        {
            team.SetWorkers(byTeam[team]);
        }

        foreach (Caseworker worker in present.Values)
        {
            worker.Abolish();
        }

        foreach (Caseworker worker in added)
        {
            StartPost(worker, change);
        }

        if (run.Now > 0)
        {
            // First what was put down: it has not waited, and goes before those who have.
            await run.Simulator.Delay(0, BeforeNextChange);
        }

        MoveLists(moved);
    }

    /// <summary>Starts a post that is new: at once, or after recruitment.</summary>
    private void StartPost(Caseworker worker, ArrangementChange change)
    {
        bool isRecruited = change.Recruited.Any(post => (post.Service, post.Number) == (worker.Post.Service, worker.Post.Number));
        staff.Start(worker, isRecruited ? new Days(change.MeanRecruitment) : null);
    }

    private void Place(Caseworker worker, Post post, Team team, Arrangement now, HashSet<int> served, List<Caseworker> moved)
    {
        double hours = run.Arrangement.CaseHours(post);
        bool isLocal = run.IsLocal(post.Service);
        bool sameModel = isLocal == (now.Services[post.Service].Deployment == Deployment.Locality)
            && (!isLocal || run.Arrangement.Services[post.Service].AreasOf(post.Team).IsSubsetOf(served));
        if (team == worker.Team && post.BaseArea == worker.Post.BaseArea && hours == worker.CaseHours && sameModel)
        {
            worker.Renumber(post);
            return;
        }

        bool changesTeam = team != worker.Team;
        worker.MoveTo(post, team, hours);
        moved.Add(worker);
        if (changesTeam && run.Terms is { Dip: > 0, DipDays: > 0 })
        {
            run.Simulator.Start(Dip(worker, run.Terms), "dip");
        }
    }

    /// <summary>Takes a share of a worker's hours for a while. A later dip replaces an earlier one.</summary>
    private async Process Dip(Caseworker worker, TransferTerms terms)
    {
        int number = dips.GetValueOrDefault(worker) + 1;
        dips[worker] = number;
        worker.SetDip(terms.Dip);
        await run.Simulator.Delay(terms.DipDays);
        if (dips[worker] == number)
        {
            worker.SetDip(0);
        }
    }

    /// <summary>Makes the teams of an arrangement. A team that serves the same areas as before is the same team, with its list and its record.</summary>
    private Team[][] TeamsOf(Arrangement next) =>
        [.. next.Services.Select((map, service) => (Team[])[.. map.TeamNames.Select((_, index) =>
        {
            HashSet<int> areas = map.AreasOf(index);
            return run.TeamsOf(service).FirstOrDefault(team => team.ServesExactly(areas))
                ?? new Team(run.Simulator, run.Travel, service, areas, run.RecordsSince);
        })])];

    /// <summary>Lists whoever waits with a team that is no more where the family's team is now, first in line first; and offers the room that has come up.</summary>
    private void MoveLists(List<Caseworker> moved)
    {
        HashSet<Team> current = [.. run.Teams];
        List<(Team From, Assignment Item)> waiting = [.. run.AllTeams
            .Where(team => !current.Contains(team))
            .SelectMany(team => team.Waiting.Cases.Select(item => (team, item)))
            .OrderBy(pair => pair.item.Priority)
            .ThenBy(pair => pair.item.ListedSince)];
        foreach ((Team from, Assignment item) in waiting)
        {
            from.Withdraw(item);
            run.TeamOf(item).Enlist(item, item.ListedSince);
        }

        foreach (Caseworker worker in moved.Where(worker => worker.IsAvailable))
        {
            worker.Team.Offer(worker);
        }
    }
}
