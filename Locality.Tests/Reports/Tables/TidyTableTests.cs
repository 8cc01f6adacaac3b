using System.Collections.Immutable;
using LocalitySim.Reports;
using Xunit;

namespace LocalitySim.Tests;

public sealed class TidyTableTests
{
    private static readonly ImmutableArray<TidyColumn> Columns = [new TidyColumn("name", TidyType.Text, "", "Its name."), new TidyColumn("days", TidyType.Number, "days", "How long.")];

    [Fact]
    public void A_row_that_does_not_fit_the_columns_is_refused_when_it_is_read()
    {
        Assert.Equal(
            "Table waits, row 0: found 1 cells; expected 2.",
            Assert.Throws<InvalidOperationException>(() => Table([TidyCell.Of("a")]).Rows.Count()).Message);
        Assert.Equal(
            "Table waits, row 1, column days: found Text; expected Number.",
            Assert.Throws<InvalidOperationException>(() => Table([TidyCell.Of("a"), TidyCell.Absent], [TidyCell.Of("a"), TidyCell.Of("b")]).Rows.Count()).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Waits")]
    [InlineData("../waits")]
    [InlineData("2waits")]
    [InlineData("wa its")]
    public void A_name_that_no_file_or_program_should_have_is_refused(string name)
    {
        Assert.Throws<ArgumentException>(() => new TidyTable(name, "Waits", Columns, []));
        Assert.Throws<ArgumentException>(() => new TidyColumn(name, TidyType.Text, "", "It."));
    }

    [Fact]
    public void A_column_or_a_table_named_twice_is_refused_and_so_is_the_name_of_the_dictionary()
    {
        Assert.Throws<ArgumentException>(() => new TidyTable("waits", "Waits", [Columns[0], Columns[0]], []));
        Assert.Throws<ArgumentException>(() => TableSamples.Of(Table(), Table()));
        Assert.Throws<ArgumentException>(() => TableSamples.Of(new TidyTable("dictionary", "Waits", Columns, [])));
    }

    [Fact]
    public void What_is_no_number_is_absent_and_never_zero()
    {
        Assert.All([double.NaN, double.PositiveInfinity, double.NegativeInfinity, (double?)null], number => Assert.Equal(TidyCell.Absent, TidyCell.Of(number)));
        Assert.Equal("0", TidyCell.Of(-0.0).ToString());
        Assert.Equal("", TidyCell.Absent.ToString());
        Assert.Equal(["-0.5", "9007199254740992", "2026-04-01", "no"], new[] { TidyCell.Of(-0.5), TidyCell.Whole(1L << 53), TidyCell.Of(new DateOnly(2026, 4, 1)), TidyCell.YesOrNo(false) }.Select(cell => cell.ToString()));
        Assert.Throws<ArgumentOutOfRangeException>(() => TidyCell.Whole((1L << 53) + 1));
    }

    private static TidyTable Table(params ImmutableArray<TidyCell>[] rows) => new("waits", "Waits", Columns, rows);
}
