namespace LocalitySim.Models;

/// <summary>Checks the access points of front doors. Values that the schema refuses are passed over here.</summary>
internal static class FrontDoorRules
{
    private const string Primary = "primary";

    /// <summary>Notes every break of these rules.</summary>
    internal static void Check(SourceNode root, ProblemList problems)
    {
        foreach (SourceNode? door in ReferenceRules.Items(root["structures"]).Select(structure => structure["frontDoor"]).Prepend(root["frontDoor"]))
        {
            FigureRules.CheckWhole(door?["accessPoints"], problems);
            CheckPrimary(door?["accessPoints"], problems);
        }
    }

    // Misdirected contacts are passed on to the primary access point, so there is one, and it misdirects none.
    private static void CheckPrimary(SourceNode? list, ProblemList problems)
    {
        IReadOnlyList<SourceNode> points = ReferenceRules.Items(list);
        SourceNode[] primary = [.. points.Where(point => string.Equals(point["kind"]?.AsText(), Primary, StringComparison.Ordinal))];
        if (primary.Length == 0 && points.Count > 0 && points.All(point => point["kind"]?.AsText() is not null))
        {
            problems.Add(list!, "no primary access point", "one primary access point");
        }

        foreach (SourceNode second in primary.Skip(1))
        {
            problems.Add(second["kind"]!, "a second primary access point", "one primary access point");
        }

        foreach (SourceNode point in primary)
        {
            if (point["misdirected"] is SourceNode misdirected && misdirected.AsNumber() > 0)
            {
                problems.Add(misdirected, $"{misdirected.Describe()} at the primary access point", "zero: contacts are misdirected elsewhere");
            }
        }
    }
}
