using System.Collections.Immutable;
using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

public class AreaGraphTests
{
    // A row of four areas, A–B–C–D, and E, which touches none.
    private static readonly AreaGraph Row = new(new Place
    {
        Areas = [.. "ABCDE".Select(letter => new Area
        {
            Name = letter.ToString(),
            Children = 1,
            IncomeDeprived = default,
            EastingMetres = 0,
            NorthingMetres = 0,
            SquareKilometres = 1,
        })],
        Borders = [new("D", "C"), new("B", "A"), new("B", "C")],
    });

    [Theory]
    [InlineData("", true)]
    [InlineData("E", true)]
    [InlineData("DCBA", true)]
    [InlineData("AC", false)]
    [InlineData("ABDC", true)]
    [InlineData("ABE", false)]
    public void A_set_is_contiguous_when_one_can_walk_through_all_of_it(string areas, bool contiguous) =>
        Assert.Equal(contiguous, Row.IsContiguous(areas.Select(letter => letter.ToString())));

    [Fact]
    public void Parts_and_their_areas_come_in_the_order_of_the_place()
    {
        ImmutableArray<ImmutableArray<string>> parts = Row.Parts(["E", "D", "B", "A"]);
        Assert.Equal(["A,B", "D", "E"], parts.Select(part => string.Join(',', part)));
    }

    [Fact]
    public void Neighbours_are_the_same_whichever_way_a_border_is_written()
    {
        Assert.Equal(["A", "C"], Row.Neighbours("B"));
        Assert.Equal(["B", "D"], Row.Neighbours("C"));
        Assert.Empty(Row.Neighbours("E"));
    }

    [Fact]
    public void An_area_that_the_place_does_not_have_is_an_error() =>
        Assert.Equal("No area is named 'F'. (Parameter 'area')", Assert.Throws<ArgumentException>(() => Row.IsContiguous(["F"])).Message);
}
