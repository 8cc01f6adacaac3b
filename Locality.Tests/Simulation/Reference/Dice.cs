namespace LocalitySim.Tests;

/// <summary>Draws small models. It is SplitMix64 of Steele, Lea and Flood (2014).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed * 0xD1342543DE82EF95;

    /// <summary>Draws a number from 0 up to, and without, a bound.</summary>
    public int Below(int bound)
    {
        ulong mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        mixed ^= mixed >> 31;
        return (int)(mixed >> 33) % bound;
    }

    public int From(int least, int greatest) => least + Below(greatest - least + 1);

    public bool Chance(int percent) => Below(100) < percent;

    public T Of<T>(params ReadOnlySpan<T> values) => values[Below(values.Length)];

    public T[] Several<T>(int least, int greatest, Func<int, T> make) => [.. Enumerable.Range(0, From(least, greatest)).Select(make)];
}
