namespace LocalitySim.Models;

/// <summary>Takes apart the week of a locality's managers.</summary>
internal static class ManagerHours
{
    /// <summary>The least hours a week that a locality's managers work, so that too few of them are slow and not stuck.</summary>
    internal const double LeastPerWeek = 0.5;

    /// <summary>Returns the managers of a locality in full-time equivalents: its own, its part of its upper-tier area's, team managers and leaders.</summary>
    internal static double Fte(Arrangement arrangement, int locality)
    {
        Management rules = arrangement.Scenario.Management;
        double workers = arrangement.FteOf(locality);
        string? upper = arrangement.Structure.Localities[locality].UpperTierArea;
        double shared = upper is null ? 0 : rules.AreaManagersPerUpperTierArea.Value
            / arrangement.Structure.Localities.Count(item => string.Equals(item.UpperTierArea, upper, StringComparison.Ordinal));
        double own = rules.AreaManagersPerLocality.Value + arrangement.Delivery[locality].LeadersPerLocality.Value;
        return (own * Times(arrangement)) + shared + (workers / rules.WorkersPerTeamManager);
    }

    /// <summary>Returns the hours a week that supervision and links with partners leave for signing off, allocating and closing.</summary>
    internal static double FreePerWeek(Arrangement arrangement, int locality)
    {
        Management rules = arrangement.Scenario.Management;
        double supervision = arrangement.Posts.Where(post => post.Locality == locality).Sum(arrangement.SupervisionHours);
        double linkHours = (arrangement.Delivery[locality].LinkHoursPerLocality ?? rules.LinkHoursPerLocality).Value;
        double links = Math.Max(0, linkHours - (rules.CoordinatorsPerLocality.Value * rules.ManagerHours.Value)) * Times(arrangement);
        return Math.Max(LeastPerWeek, (Fte(arrangement, locality) * rules.ManagerHours.Value) - supervision - links);
    }

    /// <summary>Returns for how many localities' managers and links each locality stands: one, but in a hybrid of two structures.</summary>
    private static double Times(Arrangement arrangement) => arrangement.Structure.Variation is { } variation
        ? (double)variation.ManagersOf.Localities.Length / arrangement.Structure.Localities.Length
        : 1;
}
