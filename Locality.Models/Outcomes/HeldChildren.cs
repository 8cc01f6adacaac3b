namespace LocalitySim.Models;

/// <summary>Counts the children in the cases, and in the requests for help, that workers hold.</summary>
internal sealed class HeldChildren(StructureRun run)
{
    private readonly bool families = run.Scenario.Pathways.Any(pathway => pathway.Siblings is not null);
    private readonly List<Case> openCases = [];
    private readonly List<SupportRequest> openRequests = [];
    private int cases;
    private int requests;

    /// <summary>Returns the children now. A child with two workers counts for each.</summary>
    internal int Count()
    {
        if (!families)
        {
            return run.Workers.Sum(worker => worker.HeldCases);
        }

        for (; cases < run.Cases.Count; cases++)
        {
            openCases.Add(run.Cases[cases]);
        }

        for (; requests < run.Requests.Count; requests++)
        {
            openRequests.Add(run.Requests[requests]);
        }

        openCases.RemoveAll(item => item.EndedAt is not null);
        openRequests.RemoveAll(item => item.EndedAt is not null);
        int children = 0;
        foreach (Case item in openCases)
        {
            children += item.Worker is null ? 0 : item.Children;
        }

        foreach (SupportRequest item in openRequests)
        {
            children += item.Worker is null ? 0 : item.Case.Children;
        }

        return children;
    }
}
