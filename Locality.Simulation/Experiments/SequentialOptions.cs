using System.Globalization;

namespace LocalitySim.Simulation;

/// <summary>How a sequence of replications is run and when it may end.</summary>
public sealed record SequentialOptions
{
    /// <summary>The least number of replications before precision is looked at, 3 or more.</summary>
    public int Least { get; init; } = 3;

    /// <summary>The greatest number of replications, look-ahead included; at least <see cref="Least"/>.</summary>
    public int Most { get; init; } = 1000;

    /// <summary>
    /// The look-ahead for up to 100 replications, zero or more: for how many more replications every target has to be met, so that an
    /// interval that is narrow by chance does not end the run. For n over 100 it is n/100 times this, rounded down.
    /// </summary>
    public int LookAhead { get; init; } = 5;

    /// <summary>
    /// How many replications are started together, 1 or more. It moves no result: replications after the one at which the run ends are
    /// not used. More than one is needed to keep more than one thread at work.
    /// </summary>
    public int BatchSize { get; init; } = 8;

    /// <summary>The number of threads, 1 or more. It moves no result.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The confidence level of each interval, between 0 and 1, exclusive.</summary>
    public double Level { get; init; } = 0.95;

    internal void Check()
    {
        AtLeast(Least, 3, nameof(Least));
        AtLeast(Most, Least, nameof(Most));
        AtLeast(LookAhead, 0, nameof(LookAhead));
        AtLeast(BatchSize, 1, nameof(BatchSize));
        AtLeast(Threads, 1, nameof(Threads));
        NumberGuard.OpenShare(Level);
    }

    /// <summary>For how many replications after number <paramref name="count"/> the targets have to stay met.</summary>
    internal int LookAheadFrom(int count) => (int)Math.Min(int.MaxValue, (long)LookAhead * Math.Max(count, 100) / 100);

    private static void AtLeast(int value, int least, string name)
    {
        if (value < least)
        {
            throw NumberGuard.Refusal(value, name, string.Create(CultureInfo.InvariantCulture, $"a whole number, {least} or more"));
        }
    }
}
