using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LocalitySim.Simulation;

/// <summary>
/// The counter-based generator Philox4x32-10: a keyed bijection of 128-bit counters, ten rounds.
/// Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11 (2011).
/// </summary>
/// <remarks>A pure function: thread-safe, no state, the same bits on every platform.</remarks>
public static class Philox4x32
{
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9;
    private const uint Weyl1 = 0xBB67AE85;
    private const int Rounds = 10;

    /// <summary>Turns one 128-bit counter into 128 random bits.</summary>
    /// <param name="counter0">Word 0 of the counter.</param>
    /// <param name="counter1">Word 1 of the counter.</param>
    /// <param name="counter2">Word 2 of the counter.</param>
    /// <param name="counter3">Word 3 of the counter.</param>
    /// <param name="key0">Word 0 of the key.</param>
    /// <param name="key1">Word 1 of the key.</param>
    /// <returns>The four 32-bit words of the block, in the order of the published test vectors.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (uint Word0, uint Word1, uint Word2, uint Word3) Block(
        uint counter0, uint counter1, uint counter2, uint counter3, uint key0, uint key1)
    {
        for (int round = 0; round < Rounds; round++)
        {
            ulong product0 = (ulong)Multiplier0 * counter0;
            ulong product1 = (ulong)Multiplier1 * counter2;
            counter0 = (uint)(product1 >> 32) ^ counter1 ^ key0;
            counter1 = (uint)product1;
            counter2 = (uint)(product0 >> 32) ^ counter3 ^ key1;
            counter3 = (uint)product0;
            unchecked
            {
                key0 += Weyl0;
                key1 += Weyl1;
            }
        }

        return (counter0, counter1, counter2, counter3);
    }

    /// <summary>
    /// Fills a buffer with the 64-bit numbers of consecutive blocks, in reverse: the first number of the first block comes last.
    /// Blocks are independent of each other, so that several take little longer than one.
    /// </summary>
    /// <param name="numbers">The first of eight places.</param>
    /// <param name="counter0">Word 0 of the first counter; it must not pass 2³² within the blocks.</param>
    /// <param name="counter1">Word 1 of the counters.</param>
    /// <param name="counter2">Word 2 of the counters.</param>
    /// <param name="counter3">Word 3 of the counters.</param>
    /// <param name="key0">Word 0 of the key.</param>
    /// <param name="key1">Word 1 of the key.</param>
    /// <returns>How many blocks were made: 4 or 2, by what the processor can do. They fill the first 8 or 4 places.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Blocks(
        ref ulong numbers, uint counter0, uint counter1, uint counter2, uint counter3, uint key0, uint key1)
    {
        if (Avx2.IsSupported)
        {
            FourBlocks(ref numbers, counter0, counter1, counter2, counter3, key0, key1);
            return 4;
        }

        TwoBlocks(ref numbers, counter0, counter1, counter2, counter3, key0, key1);
        return 2;
    }

    /// <summary>One block in each 64-bit lane. Only a lane's lower half is ever read as a word, so the upper may hold anything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void FourBlocks(
        ref ulong numbers, uint counter0, uint counter1, uint counter2, uint counter3, uint key0, uint key1)
    {
        Vector256<uint> multiplier0 = Vector256.Create((ulong)Multiplier0).AsUInt32();
        Vector256<uint> multiplier1 = Vector256.Create((ulong)Multiplier1).AsUInt32();

        // The lanes run down, which puts the last block first.
        Vector256<ulong> word0 = Vector256.Create((ulong)counter0) + Vector256.Create(3UL, 2UL, 1UL, 0UL);
        Vector256<ulong> word1 = Vector256.Create((ulong)counter1);
        Vector256<ulong> word2 = Vector256.Create((ulong)counter2);
        Vector256<ulong> word3 = Vector256.Create((ulong)counter3);
        Vector256<ulong> keys0 = Vector256.Create((ulong)key0);
        Vector256<ulong> keys1 = Vector256.Create((ulong)key1);
        Vector256<ulong> weyl0 = Vector256.Create((ulong)Weyl0);
        Vector256<ulong> weyl1 = Vector256.Create((ulong)Weyl1);
        for (int round = 0; round < Rounds; round++)
        {
            Vector256<ulong> product0 = Avx2.Multiply(word0.AsUInt32(), multiplier0);
            Vector256<ulong> product1 = Avx2.Multiply(word2.AsUInt32(), multiplier1);
            word0 = (word1 ^ keys0) ^ (product1 >>> 32);
            word1 = product1;
            word2 = (word3 ^ keys1) ^ (product0 >>> 32);
            word3 = product0;
            keys0 += weyl0;
            keys1 += weyl1;
        }

        // Words 0 and 1 make a block's first number, words 2 and 3 its second.
        Vector256<ulong> first = Avx2.Blend(word0.AsUInt32(), (word1 << 32).AsUInt32(), 0b1010_1010).AsUInt64();
        Vector256<ulong> second = Avx2.Blend(word2.AsUInt32(), (word3 << 32).AsUInt32(), 0b1010_1010).AsUInt64();
        Vector256<ulong> low = Avx2.UnpackLow(second, first);
        Vector256<ulong> high = Avx2.UnpackHigh(second, first);
        Avx2.Permute2x128(low, high, 0x20).StoreUnsafe(ref numbers);
        Avx2.Permute2x128(low, high, 0x31).StoreUnsafe(ref numbers, 4);
    }

    /// <summary>Two blocks side by side, for the processor to overlap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void TwoBlocks(
        ref ulong numbers, uint counter0, uint counter1, uint counter2, uint counter3, uint key0, uint key1)
    {
        uint a0 = counter0;
        uint a1 = counter1;
        uint a2 = counter2;
        uint a3 = counter3;
        uint b0 = counter0 + 1;
        uint b1 = counter1;
        uint b2 = counter2;
        uint b3 = counter3;
        for (int round = 0; round < Rounds; round++)
        {
            ulong productA0 = (ulong)Multiplier0 * a0;
            ulong productB0 = (ulong)Multiplier0 * b0;
            ulong productA1 = (ulong)Multiplier1 * a2;
            ulong productB1 = (ulong)Multiplier1 * b2;
            a0 = (uint)(productA1 >> 32) ^ a1 ^ key0;
            b0 = (uint)(productB1 >> 32) ^ b1 ^ key0;
            a1 = (uint)productA1;
            b1 = (uint)productB1;
            a2 = (uint)(productA0 >> 32) ^ a3 ^ key1;
            b2 = (uint)(productB0 >> 32) ^ b3 ^ key1;
            a3 = (uint)productA0;
            b3 = (uint)productB0;
            unchecked
            {
                key0 += Weyl0;
                key1 += Weyl1;
            }
        }

        Unsafe.Add(ref numbers, 3) = a0 | ((ulong)a1 << 32);
        Unsafe.Add(ref numbers, 2) = a2 | ((ulong)a3 << 32);
        Unsafe.Add(ref numbers, 1) = b0 | ((ulong)b1 << 32);
        numbers = b2 | ((ulong)b3 << 32);
    }
}
