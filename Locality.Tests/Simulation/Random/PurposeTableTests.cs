using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class PurposeTableTests
{
    private static readonly Purpose s_gap = new(1, "gap");
    private static readonly Purpose s_length = new(3, "length");

    [Fact]
    public void Two_purposes_with_one_number_are_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new PurposeTable(s_gap, s_length, new Purpose(3, "patience")));
        Assert.Equal(
            "Purposes 'length' and 'patience': found number 3 for both; expected a number of its own for each, or they share their draws. (Parameter 'purposes')",
            error.Message);
        Assert.Throws<ArgumentException>(() => new PurposeTable(s_gap, s_gap));
        ArgumentException twice = Assert.Throws<ArgumentException>(() => new PurposeTable(s_gap, new Purpose(2, "gap")));
        Assert.Equal("Purpose 'gap': found numbers 1 and 2; expected one. (Parameter 'purposes')", twice.Message);
    }

    [Fact]
    public void Streams_refuse_a_purpose_that_is_not_in_their_table()
    {
        RandomStreams streams = new(1, 2, purposes: new PurposeTable(s_gap, s_length));
        RandomStream random = streams.Stream(new Purpose(3, "length"), 4, 5, 6);
        Assert.Equal(new RandomStreams(1, 2).Stream(s_length, 4, 5, 6).NextUInt64(), random.NextUInt64());

        ArgumentException other = Assert.Throws<ArgumentException>(() => streams.Stream(new Purpose(3, "patience")));
        Assert.Equal("Purpose 'patience': found number 3, which belongs to 'length'; give it a number of its own. (Parameter 'purpose')", other.Message);
        foreach (ushort number in new ushort[] { 0, 2, 4, ushort.MaxValue })
        {
            ArgumentException none = Assert.Throws<ArgumentException>(() => streams.Stream(new Purpose(number, "gap")));
            Assert.Equal($"Purpose 'gap' has number {number}, which is not in the model's table; add it there. (Parameter 'purpose')", none.Message);
        }
    }
}
