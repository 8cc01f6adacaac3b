namespace LocalitySim.Models;

/// <summary>Counts the work that a contact brings to a front door's access points.</summary>
internal static class AccessWork
{
    /// <summary>Returns the mean hours that one contact takes of all access points together, those that it need not have come to included.</summary>
    internal static double HoursPerContact(FrontDoor door) =>
        door.AccessPoints.IsEmpty ? door.HoursPerContact.Value : Enumerable.Range(0, door.AccessPoints.Length).Sum(point => HoursAt(door, point));

    /// <summary>Returns the mean hours that a contact, wherever it comes in, takes of one access point.</summary>
    internal static double HoursAt(FrontDoor door, int index)
    {
        AccessPointRules point = door.AccessPoints[index];
        double own = door.HoursPerContact.Value * point.HoursFactor;
        return index == PrimaryOf(door)
            ? own * (point.Share.Value + door.AccessPoints.Where((_, other) => other != index).Sum(other => other.Share.Value * other.Misdirected.Value))
            : point.Share.Value * (own + (point.Misdirected.Value * point.RepeatsAssessment.Value * point.RepeatedAssessmentHours.Value));
    }

    /// <summary>Returns an access point's share of the front door's posts: of the work, or of the contacts where they are no work.</summary>
    internal static double PostShare(FrontDoor door, int index)
    {
        double total = HoursPerContact(door);
        return total > 0 ? HoursAt(door, index) / total : door.AccessPoints[index].Share.Value;
    }

    /// <summary>Returns the index of the access point to which misdirected contacts go: the first primary one, or else the first.</summary>
    internal static int PrimaryOf(FrontDoor door)
    {
        for (int index = 0; index < door.AccessPoints.Length; index++)
        {
            if (door.AccessPoints[index].Kind == AccessPointKind.Primary)
            {
                return index;
            }
        }

        return 0;
    }
}
