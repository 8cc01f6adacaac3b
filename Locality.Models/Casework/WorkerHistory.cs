namespace LocalitySim.Models;

/// <summary>Measures continuity from the times at which new people took cases.</summary>
internal static class WorkerHistory
{
    /// <summary>Returns how many different people had a case within a span: whoever had it at the beginning, and all who took it before the end.</summary>
    internal static int WorkersWithin(Case item, double from, double to)
    {
        List<WorkerChange> changes = item.WorkerChanges;
        int first = changes.FindLastIndex(change => change.Time <= from);
        int count = 0;
        for (int index = Math.Max(0, first); index < changes.Count && (index <= first || changes[index].Time < to); index++)
        {
            count += IsFirstSince(changes, Math.Max(0, first), index) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Tells whether a case was accepted before a span and open to its end.</summary>
    internal static bool IsOpenThroughout(Case item, double from, double to) =>
        (item.AcceptedAt ?? (item.Leads > 0 ? item.ReferredAt : null)) <= from && !(item.EndedAt < to);

    /// <summary>
    /// Returns the share of the cases open through a whole span that had so many workers or more in it; null where there are none.
    /// For looked-after children, a year and three workers this is the published measure (Children's Commissioner, Stability Index).
    /// </summary>
    internal static double? ShareWithWorkers(IEnumerable<Case> cases, int atLeast, double from, double to)
    {
        int open = 0;
        int found = 0;
        foreach (Case item in cases.Where(item => IsOpenThroughout(item, from, to)))
        {
            open++;
            found += WorkersWithin(item, from, to) >= atLeast ? 1 : 0;
        }

        return open == 0 ? null : (double)found / open;
    }

    /// <summary>Returns the changes of worker in a year of an open case, over a span; null where no case was open. A case's first worker is no change.</summary>
    internal static double? ChangesPerYear(IEnumerable<Case> cases, double from, double to)
    {
        const double YearDays = 365.25;
        double days = 0;
        int changes = 0;
        foreach (Case item in cases.Where(item => item.WorkerChanges.Count > 0))
        {
            days += Math.Max(0, Math.Min(to, item.EndedAt ?? to) - Math.Max(from, item.WorkerChanges[0].Time));
            changes += item.WorkerChanges.Skip(1).Count(change => change.Time >= from && change.Time < to);
        }

        return days > 0 ? changes / days * YearDays : null;
    }

    private static bool IsFirstSince(List<WorkerChange> changes, int first, int index)
    {
        for (int earlier = first; earlier < index; earlier++)
        {
            if (changes[earlier].Worker == changes[index].Worker && changes[earlier].Holder == changes[index].Holder)
            {
                return false;
            }
        }

        return true;
    }
}
