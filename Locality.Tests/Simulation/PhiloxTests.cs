using System.Runtime.Intrinsics.X86;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class PhiloxTests
{
    // The published known answers of the generator's authors.
    [Fact]
    public void Zero_counter_and_key_give_the_published_block() =>
        Assert.Equal((0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u), Philox4x32.Block(0, 0, 0, 0, 0, 0));

    [Fact]
    public void All_ones_give_the_published_block() =>
        Assert.Equal(
            (0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu),
            Philox4x32.Block(uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue));

    [Fact]
    public void Digits_of_pi_give_the_published_block() =>
        Assert.Equal(
            (0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u),
            Philox4x32.Block(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0));

    [Fact]
    public void Several_blocks_at_once_are_the_same_blocks_last_number_first()
    {
        RandomStream random = Streams.Any(18);
        for (int i = 0; i < 1000; i++)
        {
            uint[] words = [.. Enumerable.Range(0, 3).Select(_ => (uint)random.NextUInt64())];
            uint block = i == 0 ? uint.MaxValue - 3 : (uint)random.NextUInt64() & ~3u;
            ulong key = random.NextUInt64();
            ulong[] expected = [.. Enumerable.Range(0, 4).SelectMany(step => Numbers(block + (uint)step)).Reverse()];

            ulong[] two = new ulong[8];
            Philox4x32.TwoBlocks(ref two[0], block, words[0], words[1], words[2], (uint)key, (uint)(key >> 32));
            Assert.Equal(expected[4..], two[..4]);

            ulong[] some = new ulong[8];
            int made = Philox4x32.Blocks(ref some[0], block, words[0], words[1], words[2], (uint)key, (uint)(key >> 32));
            Assert.Equal(expected[^(2 * made)..], some[..(2 * made)]);
            Assert.Equal(Avx2.IsSupported ? 4 : 2, made);

            ulong[] Numbers(uint counter0)
            {
                (uint a, uint b, uint c, uint d) = Philox4x32.Block(counter0, words[0], words[1], words[2], (uint)key, (uint)(key >> 32));
                return [a | ((ulong)b << 32), c | ((ulong)d << 32)];
            }
        }
    }
}
