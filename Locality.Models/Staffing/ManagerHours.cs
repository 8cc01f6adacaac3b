namespace LocalitySim.Models;

/// <summary>Takes apart the week of a locality's managers.</summary>
internal static class ManagerHours
{
    /// <summary>The least hours a week that a locality's managers work, so that too few of them are slow and not stuck.</summary>
    internal const double LeastPerWeek = 0.5;

    /// <summary>Returns the managers of a locality, in full-time equivalents.</summary>
    internal static double Fte(Management rules, double workerFte) =>
        rules.AreaManagersPerLocality.Value + (workerFte / rules.WorkersPerTeamManager);

    /// <summary>Returns the hours a week that supervision and links with partners leave for signing off, allocating and closing.</summary>
    internal static double FreePerWeek(Management rules, double workerFte, double supervisionHours)
    {
        double links = Math.Max(0, rules.LinkHoursPerLocality.Value - (rules.CoordinatorsPerLocality.Value * rules.ManagerHours.Value));
        return Math.Max(LeastPerWeek, (Fte(rules, workerFte) * rules.ManagerHours.Value) - supervisionHours - links);
    }
}
