using System.Globalization;

namespace LocalitySim.Models;

/// <summary>Keeps the posts of each service while the steps of a structure are gone through, so that none is moved that is not there.</summary>
internal sealed class PostBook
{
    private const double Slack = 1e-9;

    private readonly Dictionary<string, double> _totals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _sizes = new(StringComparer.Ordinal);

    // Where teams' posts are listed, and as long as nothing has happened that the file does not say team by team.
    private readonly Dictionary<string, Dictionary<string, double>> _teams = new(StringComparer.Ordinal);

    /// <summary>Opens the book on the first day.</summary>
    internal PostBook(SourceNode root, StructureSketch structure)
    {
        foreach (SourceNode service in ReferenceRules.Items(root["services"]))
        {
            if (service["id"]?.AsText() is string id && service["fte"]?.AsNumber() is double fte)
            {
                _totals.TryAdd(id, fte);
                _sizes.TryAdd(id, service["postSize"]?.AsNumber() ?? 1);
                ReadTeams(root, structure, service, id, fte);
            }
        }

        foreach (SourceNode extra in ReferenceRules.Items(structure.Node["extraPosts"]))
        {
            Add(extra["service"]?.AsText(), extra["locality"]?.AsText(), extra["fte"]?.AsNumber() ?? 0);
        }
    }

    /// <summary>Takes posts away, or notes that they are not there.</summary>
    /// <returns>Whether they were there.</returns>
    internal bool Take(SourceNode? service, SourceNode? locality, SourceNode? fte, ProblemList problems)
    {
        if (service?.AsText() is not string id || !_totals.TryGetValue(id, out double total) || fte?.AsNumber() is not (double and > 0 and double posts))
        {
            return false;
        }

        if (posts > total + Slack)
        {
            Refuse(fte, $"{fte.Describe()} posts of {ScenarioMessage.Quote(id)}, which has {ScenarioMessage.Number(total)} then", total, problems);
            return false;
        }

        // Posts are whole: rounding may have given a team up to one more than its share.
        if (locality?.AsText() is string team && _teams.TryGetValue(id, out Dictionary<string, double>? teams)
            && Math.Ceiling((teams.GetValueOrDefault(team) / _sizes[id]) - Slack) * _sizes[id] is double there && posts > there + Slack)
        {
            Refuse(fte, $"{fte.Describe()} posts of {ScenarioMessage.Quote(id)} in {ScenarioMessage.Quote(team)}, which has {ScenarioMessage.Number(there)} then", there, problems);
            return false;
        }

        Add(id, locality?.AsText(), -posts);
        return true;
    }

    /// <summary>Adds posts, or notes that there are more than any authority has.</summary>
    internal void Give(SourceNode? service, SourceNode? locality, SourceNode? fte, ProblemList problems)
    {
        if (service?.AsText() is not string id || !_totals.TryGetValue(id, out double total) || fte?.AsNumber() is not (double and > 0 and double posts))
        {
            return;
        }

        if ((total + posts) / _sizes[id] > PostLimits.MostPosts)
        {
            problems.Add(fte, $"{ScenarioMessage.Number((total + posts) / _sizes[id])} posts of {ScenarioMessage.Quote(id)} then", string.Create(CultureInfo.InvariantCulture, $"{PostLimits.MostPosts:#,0} posts of a service at most"));
            return;
        }

        Add(id, locality?.AsText(), posts);
    }

    /// <summary>Forgets which team has how many posts of a service; of all services where none is named.</summary>
    internal void Reshare(string? service = null)
    {
        if (service is null)
        {
            _teams.Clear();
        }
        else
        {
            _teams.Remove(service);
        }
    }

    private static void Refuse(SourceNode fte, string found, double there, ProblemList problems) =>
        problems.Add(fte, found, $"posts that are there: {ScenarioMessage.Number(there)} at most");

    private void Add(string? service, string? locality, double fte)
    {
        if (service is null || !_totals.ContainsKey(service))
        {
            return;
        }

        _totals[service] += fte;
        if (locality is null)
        {
            Reshare(service);
        }
        else if (_teams.TryGetValue(service, out Dictionary<string, double>? teams))
        {
            teams[locality] = Math.Max(0, teams.GetValueOrDefault(locality) + fte);
        }
    }

    private void ReadTeams(SourceNode root, StructureSketch structure, SourceNode service, string id, double fte)
    {
        SourceNode? placement = ReferenceRules.Items(structure.Node["services"]).FirstOrDefault(item => string.Equals(item["service"]?.AsText(), id, StringComparison.Ordinal));
        string deployment = (placement?["deployment"] ?? service["deployment"])?.AsText() ?? "locality";
        bool buysPosts = string.Equals(root["budget"]?["service"]?.AsText(), id, StringComparison.Ordinal) && root["budget"]?["freedMoney"]?.AsText() is not "released";
        if (buysPosts || deployment is not "locality" || !PlacementRules.IsExplicit(structure, service, placement))
        {
            return;
        }

        Dictionary<string, double> weights = new(StringComparer.Ordinal);
        foreach (SourceNode posts in ReferenceRules.Items(placement?["posts"]))
        {
            weights.TryAdd(posts["team"]?.AsText() ?? "", posts["fte"]?.AsNumber() ?? 0);
        }

        if (weights.Values.Sum() is > 0 and double sum)
        {
            _teams.TryAdd(id, weights.ToDictionary(pair => pair.Key, pair => pair.Value / sum * fte, StringComparer.Ordinal));
        }
    }
}
