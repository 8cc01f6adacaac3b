using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class ParameterRangeTests
{
    private static readonly ParameterRange[] s_parameters = [new("a", 0, 1, 0.5), new("b", -2, 2, 0)];

    [Fact]
    public void A_share_of_the_way_is_a_value_and_never_over_the_highest()
    {
        ParameterRange range = new("rate", 2, 6, 6);
        Assert.Equal((2.0, 3.0, 6.0), (range.At(0), range.At(0.25), range.At(1)));
        Assert.Equal(0.7, new ParameterRange("x", 0.1, 0.7, 0.1).At(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => range.At(1.1));
    }

    [Theory]
    [InlineData(2, 2, 2, "Parameter 'rate': found low 2 and high 2; expected low under high, by a finite number.")]
    [InlineData(3, 2, 2, "Parameter 'rate': found low 3 and high 2; expected low under high, by a finite number.")]
    [InlineData(-1.7e308, 1.7e308, 0, "Parameter 'rate': found low -1.7E+308 and high 1.7E+308; expected low under high, by a finite number.")]
    [InlineData(1, 2, 2.5, "Parameter 'rate': found base 2.5; expected 1 to 2.")]
    [InlineData(1, 2, double.NaN, "Parameter 'rate': found base NaN; expected 1 to 2.")]
    [InlineData(double.NaN, 2, 2, "low of 'rate': found NaN; expected a finite number.")]
    [InlineData(1, double.PositiveInfinity, 2, "high of 'rate': found Infinity; expected a finite number.")]
    public void A_range_that_cannot_be_is_refused(double low, double high, double centre, string message)
    {
        ArgumentException error = Assert.Throws<ArgumentOutOfRangeException>(() => new ParameterRange("rate", low, high, centre));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new ParameterRange(" ", 1, 2, 1));
    }

    [Fact]
    public void Every_analysis_refuses_what_it_cannot_do()
    {
        Assert.All(Analyses(), analysis =>
        {
            Assert.StartsWith("parameters: found none; expected one or more.", Assert.Throws<ArgumentException>(() => analysis([], Sum, 1, 1)).Message, StringComparison.Ordinal);
            Assert.StartsWith(
                "parameters: found 'a' twice; expected each name once.", Assert.Throws<ArgumentException>(() => analysis([s_parameters[0], s_parameters[0]], Sum, 1, 1)).Message, StringComparison.Ordinal);
            Assert.Equal("replications", Assert.Throws<ArgumentOutOfRangeException>(() => analysis(s_parameters, Sum, 0, 1)).ParamName);
            Assert.Equal("threads", Assert.Throws<ArgumentOutOfRangeException>(() => analysis(s_parameters, Sum, 1, 0)).ParamName);
        });
    }

    [Fact]
    public void An_answer_that_is_no_number_is_named_with_its_parameters_and_replication()
    {
        foreach (int threads in (int[])[1, 3])
        {
            ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => Tornado.Of(
                s_parameters, (parameters, replication) => parameters[1] > 1 && replication == 2 ? double.NaN : 1, 4, threads: threads, cancellationToken: TestContext.Current.CancellationToken));
            Assert.StartsWith("response at a = 0.5, b = 2 in replication 2: found NaN; expected a finite number.", error.Message, StringComparison.Ordinal);
            Assert.All(Analyses(), analysis => Assert.Throws<ArgumentOutOfRangeException>(() => analysis(s_parameters, (_, _) => double.PositiveInfinity, 1, threads)));
        }
    }

    [Fact]
    public void A_response_that_throws_is_reported_with_its_parameters_and_replication()
    {
        foreach (int threads in (int[])[1, 3])
        {
            ReplicationException error = Assert.Throws<ReplicationException>(() => Tornado.Of(
                s_parameters, (parameters, replication) => parameters[0] > 0.9 && replication == 1 ? throw new FormatException("too much") : 1, 4, threads: threads, cancellationToken: TestContext.Current.CancellationToken));
            Assert.Equal((1, "Replication 1 failed: At a = 1, b = 0: too much"), (error.Replication, error.Message));
            Assert.IsType<FormatException>(error.InnerException!.InnerException);
        }
    }

    [Fact]
    public void A_cancelled_analysis_stops()
    {
        Assert.All((int[])[1, 2], threads =>
        {
            using CancellationTokenSource source = new();
            Assert.Throws<OperationCanceledException>(() => Tornado.Of(
                s_parameters,
                (_, replication) =>
                {
                    source.Cancel();
                    return replication;
                },
                1000,
                threads: threads,
                cancellationToken: source.Token));
        });
    }

    private static Action<ParameterRange[], Response, int, int>[] Analyses() =>
    [
        (parameters, response, replications, threads) => Tornado.Of(parameters, response, replications, threads: threads, cancellationToken: TestContext.Current.CancellationToken),
        (parameters, response, replications, threads) => MorrisScreening.Of(
            parameters, response, 4, 1, replications: replications, threads: threads, cancellationToken: TestContext.Current.CancellationToken),
        (parameters, response, replications, threads) => SobolIndices.Of(
            parameters, response, 4, 1, replications, threads: threads, cancellationToken: TestContext.Current.CancellationToken),
    ];

    private static double Sum(ReadOnlySpan<double> parameters, int replication) => parameters[0] + replication;
}
