using System.Numerics;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class ErlangCTests
{
    [Theory]

    // Winston, "Operations Research: Applications and Algorithms" (4th ed. 2004), table 6 of chapter 20: P(j ≥ s) for s servers at utilisation ρ.
    [InlineData(2, 0.5, 0.33)]
    [InlineData(3, 0.5, 0.24)]
    [InlineData(2, 0.8, 0.71)]
    [InlineData(3, 0.8, 0.65)]
    [InlineData(4, 0.8, 0.60)]
    [InlineData(5, 0.8, 0.55)]
    [InlineData(6, 0.8, 0.52)]
    [InlineData(7, 0.8, 0.49)]
    public void The_chance_of_waiting_is_as_published(int servers, double utilisation, double published) =>
        TheoryCheck.Rounds(published, ErlangC.DelayProbability(servers, servers * utilisation), 2);

    [Fact]
    public void A_published_call_centre_has_its_waits()
    {
        // 360 calls in half an hour, 240 seconds each, 55 agents: 23.9 % wait, 8.2 s on average, 84.6 % no more than 15 s. Mitan Ltd., "Call centre
        // maths: the Erlang-C formula" (2000).
        ErlangC centre = new(55, 0.2, 240);
        Assert.Equal(48, centre.Load, 1e-12);
        Assert.Equal(0.873, centre.Utilisation, 5e-4);
        TheoryCheck.Rounds(0.239, centre.WaitProbability, 3);
        TheoryCheck.Rounds(8.2, centre.MeanWait, 1);
        Assert.Equal(1 - (centre.WaitProbability * Math.Exp(-7.0 * 15 / 240)), centre.WaitAtMost(15), 1e-14);
        TheoryCheck.Rounds(0.846, centre.WaitAtMost(15), 3);
    }

    [Fact]
    public void Exact_fractions_give_the_same()
    {
        // a = p/q: C = (a^c/c!) c/(c − a) / (Σ_{k<c} a^k/k! + (a^c/c!) c/(c − a)), in whole numbers by multiplying with q^c c!.
        foreach ((int numerator, int denominator) in new[] { (1, 10), (1, 2), (9, 10), (3, 2), (19, 7), (5, 1), (99, 10), (149, 10), (199, 10) })
        {
            double load = (double)numerator / denominator;
            for (int servers = (numerator / denominator) + 1; servers <= 40; servers++)
            {
                Assert.Equal(1, ErlangC.DelayProbability(servers, load) / Exact(numerator, denominator, servers), 2e-13);
            }
        }

        // Known fractions: a for one server, a²/(2 + a) for two, 4/9 for three at a load of two.
        Assert.Equal(0.7, ErlangC.DelayProbability(1, 0.7), 1e-15);
        Assert.Equal(1.0 / 3, ErlangC.DelayProbability(2, 1), 1e-15);
        Assert.Equal(4.0 / 9, ErlangC.DelayProbability(3, 2), 1e-15);

        static double Exact(int p, int q, int c)
        {
            BigInteger term = BigInteger.Pow(q, c);
            for (int k = 2; k <= c; k++)
            {
                term *= k;
            }

            BigInteger sum = 0;
            for (int k = 0; k < c; k++)
            {
                sum += term;
                term = term * p / (q * (k + 1));
            }

            // The last term times c/(c − p/q).
            BigInteger waiting = term * c * q;
            BigInteger all = (sum * ((c * q) - p)) + waiting;
            return (double)(waiting * BigInteger.Pow(10, 400) / all / BigInteger.Pow(10, 100)) / 1e300;
        }
    }

    [Fact]
    public void Loads_of_ten_thousand_agree_with_the_sum_over_the_states_and_a_million_stays_in_range()
    {
        foreach ((int servers, double load) in new[] { (110, 100.0), (1050, 1000.0), (10_100, 10_000.0), (10_500, 10_000.0) })
        {
            // From the state of all servers busy downwards: 1/C = 1 + (1 − ρ) Σ_j Π_{i < j} (c − i)/a.
            double sum = 0;
            double product = 1;
            for (int i = 0; i < servers; i++)
            {
                product *= (servers - i) / load;
                sum += product;
            }

            Assert.Equal(1, ErlangC.DelayProbability(servers, load) * (1 + ((1 - (load / servers)) * sum)), 1e-9);
        }

        Assert.InRange(ErlangC.DelayProbability(10_001, 10_000), 0.98, 0.99);
        Assert.InRange(ErlangC.DelayProbability(1_001_000, 1_000_000), 0.2, 0.25);
        Assert.Equal(0, ErlangC.DelayProbability(5000, 1));
        Assert.Equal(0, ErlangC.DelayProbability(1, 0));
        Assert.Equal(1, ErlangB.LossProbability(0, 5));
    }

    [Fact]
    public void One_server_has_the_waits_of_its_textbook()
    {
        // M/M/1 at ρ = 0.9: mean wait ρ/(1 − ρ) = 9, P(wait > t) = 0.9 e^(−t/10), nine tenths quantile 10 ln 9.
        ErlangC queue = new(1, 0.9, 1);
        Assert.Equal(9, queue.MeanWait, 1e-12);
        Assert.Equal(8.1, queue.MeanQueueLength, 1e-12);
        Assert.Equal(10, queue.MeanWaitOfThoseWhoWait, 1e-12);
        Assert.Equal(0.1, queue.WaitAtMost(0), 1e-12);
        Assert.Equal(0.9 * Math.Exp(-1), queue.WaitBeyond(10), 1e-14);
        Assert.Equal(10 * Math.Log(9), queue.WaitQuantile(0.9), 1e-12);
        Assert.Equal(0, queue.WaitQuantile(0.05));
        Assert.Equal(1, queue.WaitAtMost(double.PositiveInfinity));
    }

    [Fact]
    public void The_quantile_and_the_distribution_undo_each_other()
    {
        foreach ((int servers, double load) in new[] { (1, 0.5), (3, 2.9), (20, 15.0), (500, 490.0) })
        {
            ErlangC queue = new(servers, load / 7, 7);
            foreach (double share in (double[])[0, 0.3, 0.5, 0.9, 0.99, 0.999999])
            {
                double time = queue.WaitQuantile(share);
                Assert.True(queue.WaitAtMost(time) >= share - 1e-12);
                Assert.True(time == 0 || Math.Abs(queue.WaitAtMost(time) - share) < 1e-12);
            }
        }
    }

    [Fact]
    public void A_load_that_the_servers_cannot_carry_is_refused()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => new ErlangC(5, 5, 1));
        Assert.StartsWith("load: found 5; expected a number, zero or more, below the number of servers, 5, for else the queue grows without end.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ErlangC(0, 5, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ErlangC(1, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ErlangC(1, 0.1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => ErlangC.DelayProbability(1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => ErlangB.LossProbability(-1, 1));
        ErlangC queue = new(1, 0.5, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => queue.WaitBeyond(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => queue.WaitQuantile(1));
    }
}
