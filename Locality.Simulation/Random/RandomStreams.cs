using System.Runtime.CompilerServices;

namespace LocalitySim.Simulation;

/// <summary>
/// All the random streams of one replication. A stream is found by what it is for and never by the order of asking,
/// so a draw added in one place leaves every other draw bitwise as it was.
/// </summary>
/// <remarks>
/// <para>
/// The 64-bit Philox key is mix(mix(<c>seed</c>) + <c>replication</c> × 0x9E3779B97F4A7C15), where mix is the SplitMix64
/// finaliser (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014). Mix is a bijection and
/// the multiplier is odd, so within a seed no two replications share a key, and within a replication no two seeds do.
/// </para>
/// <para>
/// The 128-bit counter is: word 0 the block within the stream, word 1 the entity, word 2 the group, word 3 the purpose in the
/// upper and the generation in the lower 16 bits. Distinct names therefore never overlap within a replication.
/// </para>
/// <para>
/// In an antithetic pair each number is a monotone function of one uniform number. So are the exponential, Weibull, uniform,
/// triangular, normal and lognormal numbers, indices, categories, empirical values, and Poisson numbers of a mean under 500. Gamma,
/// negative binomial and larger Poisson numbers, and length-biased draws from a triangle, take rejection: they are as likely as
/// ever, but only partly antithetic, and a stream that draws them may fall out of step with its partner.
/// </para>
/// <para>Immutable and thread-safe.</para>
/// </remarks>
/// <param name="seed">The seed of the experiment; any value.</param>
/// <param name="replication">The number of the replication; any value. Both members of a pair have the same.</param>
/// <param name="pair">Which member of an antithetic pair the replication is, if it is one.</param>
/// <param name="purposes">All the purposes of the model; with it any other purpose is refused.</param>
public sealed class RandomStreams(ulong seed, uint replication, AntitheticPair pair = AntitheticPair.None, PurposeTable? purposes = null)
{
    private readonly ulong _key = Key(seed, replication);

    /// <summary>The seed of the experiment.</summary>
    public ulong Seed { get; } = seed;

    /// <summary>The number of the replication.</summary>
    public uint Replication { get; } = replication;

    /// <summary>Which member of an antithetic pair the replication is.</summary>
    public AntitheticPair Pair { get; } = pair;

    /// <summary>Gives the stream of a purpose, at its start. Asking twice gives the same draws twice.</summary>
    /// <param name="purpose">What the draws are for.</param>
    /// <param name="group">The group the draws belong to, for instance a site.</param>
    /// <param name="entity">The entity the draws belong to, for instance a customer's number within the group.</param>
    /// <param name="generation">The entity's generation, 0 to 65,535, for instance how many times it has come back.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="generation"/> is over 65,535.</exception>
    /// <exception cref="ArgumentException"><paramref name="purpose"/> is not in the model's table of purposes, if there is one.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RandomStream Stream(Purpose purpose, uint group = 0, uint entity = 0, uint generation = 0)
    {
        if (generation > ushort.MaxValue)
        {
            throw Refusal(purpose, generation);
        }

        purposes?.Require(purpose);

        return new RandomStream(_key, entity, group, ((uint)purpose.Id << 16) | generation, pair: Pair);
    }

    private static ArgumentOutOfRangeException Refusal(Purpose purpose, uint generation) =>
        new(nameof(generation), generation, $"Generation of stream '{purpose.Name}': found {generation}; expected 0 to 65535.");

    private static ulong Key(ulong seed, uint replication) =>
        unchecked(Mix(Mix(seed) + (replication * 0x9E3779B97F4A7C15UL)));

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
