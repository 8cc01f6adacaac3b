namespace LocalitySim.Models;

/// <summary>Numbers the stages of the flow of referrals and the links between them: the same for every structure of a scenario.</summary>
internal sealed class FlowLayout
{
    private static readonly FlowStageKind[] OfPathways =
    [
        FlowStageKind.NoFurtherAction, FlowStageKind.Joined, FlowStageKind.NotInNeed, FlowStageKind.NotYetAssessed, FlowStageKind.Lost, FlowStageKind.StillWaiting,
    ];

    private static readonly FlowStageKind[] OfServices = [FlowStageKind.Closed, FlowStageKind.SteppedUp, FlowStageKind.SteppedDown, FlowStageKind.StillOpen];

    private readonly List<FlowStage> stages = [];
    private readonly List<(int From, int To)> links = [];
    private readonly int[][] numbers;
    private readonly int[] kinds;
    private readonly int[][] sourceOfPathway;
    private readonly int[] pathways;
    private readonly int[] services;

    internal FlowLayout(Scenario scenario)
    {
        sourceOfPathway = [.. scenario.Pathways.Select(pathway => pathway.Sources.Select(source => Enter(FlowStageKind.Source, source.Name)).ToArray())];
        pathways = [.. scenario.Pathways.Select(pathway => Enter(FlowStageKind.Pathway, pathway.Id))];
        int[] ends = [.. OfPathways.Select(kind => Enter(kind))];
        services = [.. scenario.Services.Select(service => Enter(FlowStageKind.Allocated, service.Id))];
        int[] closures = [.. OfServices.Select(kind => Enter(kind))];
        string[] leads = [.. scenario.Pathways.Select(pathway => pathway.Service).Distinct(StringComparer.Ordinal)];
        kinds = [.. Enum.GetValues<FlowStageKind>().Select(kind => stages.IndexOf(new FlowStage(kind, null)))];
        numbers = [.. stages.Select(_ => new int[stages.Count])];
        int[] leading = [.. leads.Select(id => services[scenario.IndexOfService(id)])];
        for (int pathway = 0; pathway < pathways.Length; pathway++)
        {
            Link(sourceOfPathway[pathway], [pathways[pathway]]);
            Link([pathways[pathway]], [.. ends, .. leading]);
        }

        Link(leading, closures);
        Stages = [.. stages];
        Links = [.. links];
    }

    /// <summary>Gets the stages, from the sources to the ends.</summary>
    internal FlowStage[] Stages { get; }

    /// <summary>Gets the links, each from a stage to a later one.</summary>
    internal (int From, int To)[] Links { get; }

    /// <summary>Returns the stage of a pathway's source.</summary>
    internal int Source(int pathway, int source) => sourceOfPathway[pathway][source];

    /// <summary>Returns the stage of a pathway.</summary>
    internal int Pathway(int pathway) => pathways[pathway];

    /// <summary>Returns the stage of being allocated to a service.</summary>
    internal int Allocated(int service) => services[service];

    /// <summary>Returns the stage of a kind of which there is one.</summary>
    internal int Stage(FlowStageKind kind) => kinds[(int)kind];

    /// <summary>Returns the number of a link that there is.</summary>
    internal int LinkOf(int from, int to) => numbers[from][to];

    private int Enter(FlowStageKind kind, string? id = null)
    {
        FlowStage stage = new(kind, id);
        if (!stages.Contains(stage))
        {
            stages.Add(stage);
        }

        return stages.IndexOf(stage);
    }

    private void Link(int[] from, int[] to)
    {
        foreach (int start in from)
        {
            foreach (int end in to)
            {
                if (!links.Contains((start, end)))
                {
                    numbers[start][end] = links.Count;
                    links.Add((start, end));
                }
            }
        }
    }
}
