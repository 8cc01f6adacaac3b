namespace LocalitySim.Models;

/// <summary>Is a hub at work: it takes the contacts for which it has rooms.</summary>
/// <remarks>
/// Rooms are booked by the week, at the nominal pace, when a worker begins a piece of work, and given back at its end. A missed
/// appointment takes its room and the worker's time, and is made again: with a share m missed, each contact takes 1 ÷ (1 − m) appointments.
/// </remarks>
internal sealed class Hub(HubRoad road)
{
    private double bookedHours;
    private int bookings;

    internal HubRoad Road { get; } = road;

    /// <summary>Gets the hours a week of its rooms that are not booked; infinite where it has rooms enough.</summary>
    internal double RoomHoursLeft => Road.Rules.Rooms is { } rooms
        ? Math.Max(0, (rooms * Road.Rules.RoomHours.Value) - bookedHours)
        : double.PositiveInfinity;

    /// <summary>Plans the contacts with a family of an area, and books the rooms. What no room is left for takes place at home.</summary>
    /// <param name="rate">The work.</param>
    /// <param name="area">The home area's index.</param>
    /// <param name="roadHoursPerVisit">The worker's hours on the road for one contact at home.</param>
    internal ContactPlan Book(WorkRate rate, int area, double roadHoursPerVisit)
    {
        double appointments = 1 / (1 - Road.MissedShare(area));
        double share = Road.Rules.ContactsAtHub.Value;
        double wanted = rate.ContactHours * share * appointments;
        double left = RoomHoursLeft;
        if (wanted > left)
        {
            share *= left / wanted;
            wanted = left;
        }

        bookedHours += wanted;
        bookings += wanted > 0 ? 1 : 0;
        return new ContactPlan(
            rate.Hours + (rate.ContactHours * share * (appointments - 1)),
            rate.ContactsPerWeek * (1 - share) * roadHoursPerVisit,
            this,
            wanted,
            rate.ContactsPerWeek * share * Road.RoundTripKilometres(area));
    }

    /// <summary>Gives back the rooms of a plan.</summary>
    internal void GiveBack(double roomHours)
    {
        // Sums of hours that come and go leave a rounding error; an empty hub has none.
        bookings -= roomHours > 0 ? 1 : 0;
        bookedHours = bookings == 0 ? 0 : Math.Max(0, bookedHours - roomHours);
    }
}
