using System.Globalization;
using System.Text;
using LocalitySim.Simulation;
using LocalitySim.Tests.Docs;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>
/// The first draws of everything that can be drawn, in a file. A change of one moves results; UPDATE_DOCS=1 rewrites the file, and the
/// test fails once to say so.
/// </summary>
public sealed class FirstDrawTests
{
    private const string Golden = "Locality.Tests/Simulation/Random/first-draws.txt";

    private static readonly (string Name, Goodness.Draw Draw)[] s_streams =
    [
        ("bits", (ref random) => random.NextUInt64() >> 11), ("uniform", (ref random) => random.NextUniform()),
        ("open uniform", (ref random) => random.NextOpenUniform()), ("exponential", (ref random) => random.NextExponential()),
        ("normal", (ref random) => random.NextNormal()), ("index of 1000", (ref random) => random.NextIndex(1000)),
    ];

    private static readonly (string Name, Distribution Distribution)[] s_distributions =
    [
        ("fixed", new DeterministicDistribution(3)), ("exponential, mean 2", new ExponentialDistribution(2)),
        ("gamma, shape 0.5", new GammaDistribution(0.5, 2)), ("gamma, shape 3", new GammaDistribution(3, 2)),
        ("lognormal", new LognormalDistribution(0.5, 0.8)), ("weibull", new WeibullDistribution(1.5, 3)),
        ("triangular", new TriangularDistribution(1, 2, 5)), ("uniform, 2 to 5", new UniformDistribution(2, 5)),
        ("empirical", new EmpiricalDistribution([5, 1, 9, 2.5], [1, 2, 0, 4])),
        ("mixture", new MixtureDistribution((1, new ExponentialDistribution(9)), (2, new UniformDistribution(0, 1)))),
        ("scaled", new ScaledDistribution(3, new UniformDistribution(0, 1))),
    ];

    private static readonly (string Name, DiscreteDistribution Distribution)[] s_counts =
    [
        ("poisson, mean 3", new PoissonDistribution(3)), ("poisson, mean 80", new PoissonDistribution(80)),
        ("negative binomial", new NegativeBinomialDistribution(4, 2)), ("categorical", new CategoricalDistribution(1, 2, 0, 4)),
    ];

    [Fact]
    public void First_draws_do_not_change_from_one_version_to_the_next()
    {
        StringBuilder text = new();
        Write(text, "plain", entity => new RandomStreams(7, 3).Stream(new Purpose(5, "golden"), 1, entity, 2));
        Write(text, "first of a pair", entity => new RandomStreams(7, 3, AntitheticPair.First).Stream(new Purpose(5, "golden"), 1, entity, 2));
        Write(text, "second of a pair", entity => new RandomStreams(7, 3, AntitheticPair.Second).Stream(new Purpose(5, "golden"), 1, entity, 2));
        Write(text, "mrg32k3a", _ => new Mrg32k3aStreams().Next().ToRandomStream());

        string expected = File.Exists(Path.Combine(Repository.Root, Golden)) ? SourceFiles.Read(Golden) : "";
        if (string.Equals(text.ToString(), expected, StringComparison.Ordinal))
        {
            return;
        }

        if (string.Equals(Environment.GetEnvironmentVariable("UPDATE_DOCS"), "1", StringComparison.Ordinal))
        {
            SourceFiles.Write(Golden, text.ToString());
            Assert.Fail($"{Golden} was rewritten. Look at the change, and run the tests again without UPDATE_DOCS.");
        }

        Assert.Equal(expected, text.ToString());
    }

    private static void Write(StringBuilder text, string title, Func<uint, RandomStream> stream)
    {
        uint entity = 0;
        foreach ((string name, Goodness.Draw draw) in s_streams)
        {
            Line(name, draw);
        }

        foreach ((string name, Distribution distribution) in s_distributions)
        {
            Line(name, distribution.Sample);
            Line($"{name}, length-biased", distribution.SampleLengthBiased);
        }

        foreach ((string name, DiscreteDistribution distribution) in s_counts)
        {
            Line(name, (ref random) => distribution.Sample(ref random));
        }

        void Line(string name, Goodness.Draw draw)
        {
            RandomStream random = stream(entity++);
            text.Append(CultureInfo.InvariantCulture, $"{title}: {name}:");
            for (int i = 0; i < 5; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $" {draw(ref random):R}");
            }

            text.Append('\n');
        }
    }
}
