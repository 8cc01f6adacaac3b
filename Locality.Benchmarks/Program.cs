using BenchmarkDotNet.Running;
using LocalitySim.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(HoldBenchmark).Assembly).Run(args);
