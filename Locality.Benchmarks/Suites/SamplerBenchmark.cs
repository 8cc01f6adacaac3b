using BenchmarkDotNet.Attributes;
using LocalitySim.Simulation;

namespace LocalitySim.Benchmarks;

/// <summary>Time for a draw. The baseline is the framework's generator and the logarithm of the platform.</summary>
[MemoryDiagnoser]
public class SamplerBenchmark
{
    private const int Draws = 10_000;
    private readonly Random framework = new(1);
    private readonly RandomStreams streams = new(1, 0);
    private readonly GammaDistribution gamma = new(2, 1);
    private readonly LognormalDistribution lognormal = LognormalDistribution.FromMeanAndSd(3, 3);
    private RandomStream draws = new RandomStreams(1, 0).Stream(Uses.Service);

    /// <summary>Draws exponentials by inversion, from the framework's generator.</summary>
    /// <returns>Their sum.</returns>
    [Benchmark(Baseline = true, OperationsPerInvoke = Draws)]
    public double FrameworkExponential()
    {
        double sum = 0;
        for (int index = 0; index < Draws; index++)
        {
            sum -= Math.Log(1 - framework.NextDouble());
        }

        return sum;
    }

    /// <summary>Draws uniform numbers.</summary>
    /// <returns>Their sum.</returns>
    [Benchmark(OperationsPerInvoke = Draws)]
    public double Uniform()
    {
        double sum = 0;
        for (int index = 0; index < Draws; index++)
        {
            sum += draws.NextUniform();
        }

        return sum;
    }

    /// <summary>Draws exponentials.</summary>
    /// <returns>Their sum.</returns>
    [Benchmark(OperationsPerInvoke = Draws)]
    public double Exponential()
    {
        double sum = 0;
        for (int index = 0; index < Draws; index++)
        {
            sum += draws.NextExponential();
        }

        return sum;
    }

    /// <summary>Draws exponentials, each from a stream of its own.</summary>
    /// <returns>Their sum.</returns>
    [Benchmark(OperationsPerInvoke = Draws)]
    public double KeyedExponential()
    {
        double sum = 0;
        for (uint entity = 0; entity < Draws; entity++)
        {
            RandomStream own = streams.Stream(Uses.Service, entity: entity);
            sum += own.NextExponential();
        }

        return sum;
    }

    /// <summary>Draws normal numbers.</summary>
    /// <returns>Their sum.</returns>
    [Benchmark(OperationsPerInvoke = Draws)]
    public double Normal()
    {
        double sum = 0;
        for (int index = 0; index < Draws; index++)
        {
            sum += draws.NextNormal();
        }

        return sum;
    }

    /// <summary>Draws from a gamma distribution.</summary>
    /// <returns>Their sum.</returns>
    [Benchmark(OperationsPerInvoke = Draws)]
    public double Gamma() => SumOf(gamma);

    /// <summary>Draws from a lognormal distribution.</summary>
    /// <returns>Their sum.</returns>
    [Benchmark(OperationsPerInvoke = Draws)]
    public double Lognormal() => SumOf(lognormal);

    private double SumOf(Distribution distribution)
    {
        double sum = 0;
        for (int index = 0; index < Draws; index++)
        {
            sum += distribution.Sample(ref draws);
        }

        return sum;
    }
}
