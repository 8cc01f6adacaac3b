using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Puts the mechanisms of a delivery model into words: those that are on.</summary>
internal static class DeliveryWords
{
    internal static IEnumerable<string> Mechanisms(DeliveryModel model)
    {
        if (model.Panel is { } panel)
        {
            string slots = panel.Slots is { } most ? $"at most {Words.Count(most, "case", "cases")} a sitting" : "all that wait";
            yield return $"a panel every {Words.Of(panel.Interval)} ({slots}; {Words.Of(panel.SittingHours)} a sitting, {Words.Of(panel.PreparationHours)} to prepare a case)";
        }

        if (model.Hub is { } hub)
        {
            string rooms = hub.Rooms is { } number ? $"{Words.Count(number, "room", "rooms")} for {Words.Of(hub.RoomHours)} each" : "rooms enough";
            string desks = hub.Desks is { } places ? Words.Count(places, "desk", "desks") : "desks enough";
            string walkIn = hub.WalkIn > 0 ? $"; {Words.Number(hub.WalkIn)} referrals walk in for each other one, half as many every {Words.Number(hub.WalkInHalvesAtKilometres)} km" : "";
            yield return $"a hub at the first base{(hub.Spokes ? ", with the other bases as spokes" : "")} ({Words.Percent(hub.ContactsAtHub)} of contacts there; {Words.Percent(hub.Missed)} of appointments missed and {Words.Number(hub.MissedPerKilometre * 100)} % more for each km; {rooms}; {desks}{walkIn})";
        }

        if (model.LeadersPerLocality.Value > 0)
        {
            yield return $"{Words.Of(model.LeadersPerLocality)} of team leaders in each locality";
        }

        if (model.SharedAssessment)
        {
            yield return $"one assessment for every service, {Words.Number(model.SharedAssessmentFactor)} times as long where several are wanted";
        }

        if (model.HomeAgencyHours.Value > 0)
        {
            yield return $"{Words.Of(model.HomeAgencyHours)} of each full-time worker for the home agency";
        }

        if (model.SupervisionHours is { } supervision)
        {
            yield return $"supervision of {Words.Of(supervision)}";
        }

        if (model.LinkHoursPerLocality is { } links)
        {
            yield return $"links with partners that take {Words.Of(links)} in each locality";
        }

        yield return $"requests for help taken up after {Words.Of(model.RequestDelay)} on average";
        if (model.SetUpCost.Value > 0)
        {
            yield return $"set-up of {Words.Of(model.SetUpCost)} in each locality";
        }

        if (model.YearlyCost.Value > 0)
        {
            yield return $"{Words.Of(model.YearlyCost)} a year in each locality";
        }

        if (model.LeadTime.Value > 0)
        {
            yield return $"opening {Words.Of(model.LeadTime)} after the decision";
        }
    }
}
