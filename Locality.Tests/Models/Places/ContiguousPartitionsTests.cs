using System.Collections.Immutable;
using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Every contiguous split of a few members is listed, and each once.</summary>
public sealed class ContiguousPartitionsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(8, 128)]
    [InlineData(12, 2048)]
    public void A_row_of_members_is_cut_at_any_of_its_gaps(int members, int expected) =>
        Assert.Equal(expected, ContiguousPartitions.Of([.. Enumerable.Range(0, members).Select(member => member + 1 < members ? ImmutableArray.Create(member + 1) : [])]).Count());

    // The Bell numbers: OEIS A000110.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 5)]
    [InlineData(5, 52)]
    [InlineData(8, 4140)]
    public void Members_that_all_touch_have_as_many_splits_as_a_set(int members, int expected) =>
        Assert.Equal(expected, ContiguousPartitions.Of(Complete(members)).Count());

    // Stirling numbers of the second kind for five: OEIS A008277.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 15)]
    [InlineData(3, 25)]
    [InlineData(4, 10)]
    [InlineData(5, 1)]
    [InlineData(6, 0)]
    public void Splits_into_a_number_of_groups_are_counted_by_stirling(int groups, int expected) =>
        Assert.Equal(expected, ContiguousPartitions.Of(Complete(5), groups).Count());

    [Fact]
    public void A_square_of_four_lists_its_twelve_splits_in_order()
    {
        // 0 and 3 do not touch, nor do 1 and 2: of the fifteen splits of four, those with a pair that only touches through another fall out.
        string[] splits = [.. ContiguousPartitions.Of([[1, 2], [3], [3], []]).Select(split => string.Join('|', split.Select(group => string.Concat(group)))).Order(StringComparer.Ordinal)];
        Assert.Equal(["0123", "012|3", "013|2", "01|23", "01|2|3", "023|1", "02|13", "02|1|3", "0|123", "0|13|2", "0|1|23", "0|1|2|3"], splits);
    }

    [Fact]
    public void Wrong_members_and_groups_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ContiguousPartitions.Of([]).Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => ContiguousPartitions.Of(Complete(13)).Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => ContiguousPartitions.Of([[1]]).Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => ContiguousPartitions.Of(Complete(3), 0).Count());
    }

    private static ImmutableArray<ImmutableArray<int>> Complete(int members) =>
        [.. Enumerable.Range(0, members).Select(member => Enumerable.Range(0, members).Where(other => other != member).ToImmutableArray())];
}
