using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class UtilisationSeriesTests
{
    [Fact]
    public void Two_servers_have_their_own_utilisation_in_each_bin()
    {
        // Server 0 serves from 2 to 12; server 1 from 0 to 5, and is off duty from 10 to 30.
        UtilisationSeries desks = new(servers: 2, binWidth: 10);
        desks.SetInUse(1, 0, 1);
        desks.SetInUse(0, 2, 1);
        desks.SetInUse(1, 5, 0);
        desks.SetCapacity(1, 10, 0);
        desks.SetInUse(0, 12, 0);
        desks.SetCapacity(1, 30, 1);
        desks.AdvanceTo(40);
        Assert.Equal((2, 4, 10.0), (desks.Servers, desks.Bins, desks.BinWidth));
        Assert.Equal((0.8, 0.2, 0.0), (desks.Utilisation(0, 0), desks.Utilisation(0, 1), desks.Utilisation(0, 2)));
        Assert.Equal((0.5, null, null, 0.0), (desks.Utilisation(1, 0), desks.Utilisation(1, 1), desks.Utilisation(1, 2), desks.Utilisation(1, 3)));
        Assert.Equal((0.65, 0.2), (desks.Utilisation(0), desks.Utilisation(1)));
        Assert.Equal((0.5, 0.25), (desks.Utilisation(0, 0.0, 20.0), desks.Utilisation(0, 0.0, 40.0)));
        Assert.Equal(0.25, desks.Utilisation(1, 0.0, 40.0));
        Assert.Null(desks.Utilisation(0, 1.0, 2.0));
    }

    [Fact]
    public void A_server_that_changes_seldom_keeps_the_bins_of_the_others()
    {
        UtilisationSeries desks = new(3, 1, maximumBins: 4);
        desks.SetInUse(2, 0, 1);
        for (int time = 1; time <= 32; time++)
        {
            desks.SetInUse(0, time, time % 2);
        }

        Assert.Equal((4, 8.0), (desks.Bins, desks.BinWidth));
        for (int bin = 0; bin < 4; bin++)
        {
            Assert.Equal((0.5, 0.0, 1.0, 0.5), (desks.Utilisation(0, bin), desks.Utilisation(1, bin), desks.Utilisation(2, bin), desks.Utilisation(bin)));
        }
    }

    [Fact]
    public void Merged_replications_weigh_by_capacity_and_a_reset_forgets()
    {
        UtilisationSeries merged = new(1, 10);
        UtilisationSeries busy = new(1, 10);
        busy.SetCapacity(0, 0, 3);
        busy.SetInUse(0, 0, 3);
        busy.AdvanceTo(10);
        UtilisationSeries idle = new(1, 10);
        idle.AdvanceTo(10);
        merged.Merge(busy);
        merged.Merge(idle);
        Assert.Equal(0.75, merged.Utilisation(0, 0));
        busy.ResetAt(15);
        Assert.Equal(0, busy.Bins);
        busy.AdvanceTo(20);
        Assert.Equal((1, 1.0), (busy.Bins, busy.Utilisation(0, 0)));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        UtilisationSeries desks = new(2, 10);
        Message(() => desks.SetInUse(2, 0, 1), "server: found 2; expected a whole number from 0 to 1.");
        Message(() => desks.SetInUse(0, 1, -1), "inUse: found -1; expected a finite number, zero or more.");
        Message(() => desks.SetCapacity(0, 1, double.NaN), "capacity: found NaN; expected");
        Message(() => desks.Utilisation(0, 0), "bin: found 0; expected");
        Assert.Throws<ArgumentOutOfRangeException>(() => new UtilisationSeries(0, 1));
        ArgumentException error = Assert.Throws<ArgumentException>(() => desks.Merge(new UtilisationSeries(3, 10)));
        Assert.StartsWith("Merging utilisations: found 3 servers; expected 2, as in this one.", error.Message, StringComparison.Ordinal);
    }

    private static void Message(Action action, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<ArgumentOutOfRangeException>(action).Message, StringComparison.Ordinal);
}
