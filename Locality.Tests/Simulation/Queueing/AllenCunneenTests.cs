using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class AllenCunneenTests
{
    [Fact]
    public void It_is_exact_for_exponential_times() =>
        Assert.Equal(new ErlangC(5, 4, 1).MeanWait, AllenCunneen.MeanWait(5, 4, 1, 1, 1), 1e-15);

    [Fact]
    public void With_one_server_and_Poisson_arrivals_it_is_the_formula_of_Pollaczek_and_Khinchine()
    {
        // ρ s (1 + v)/(2 (1 − ρ)): at ρ = 0.8, s = 2, constant service waits 4, and v = 3 waits 16.
        Assert.Equal(4, AllenCunneen.MeanWait(1, 0.4, 2, 1, 0), 1e-12);
        Assert.Equal(16, AllenCunneen.MeanWait(1, 0.4, 2, 1, 3), 1e-12);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(10)]
    public void With_two_exponential_classes_it_is_within_a_tenth_of_the_exact_wait(int servers)
    {
        // Means 0.5 and 2 at shares 2/3 and 1/3: mean 1, second moment 2 (2/3 × 0.25 + 1/3 × 4) = 3, so v = 2. Utilisation 0.85.
        double rate = 0.85 * servers;
        double exact = QueueTheory.MeanWaitOfTwoClasses(servers, 2 * rate / 3, 0.5, rate / 3, 2);
        Assert.Equal(1, AllenCunneen.MeanWait(servers, rate, 1, 1, 2) / exact, 0.1);
    }

    [Fact]
    public void Impossible_systems_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => AllenCunneen.MeanWait(1, 1, 1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => AllenCunneen.MeanWait(1, 0.5, 1, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => AllenCunneen.MeanWait(1, 0.5, 1, 1, double.NaN));
    }
}
