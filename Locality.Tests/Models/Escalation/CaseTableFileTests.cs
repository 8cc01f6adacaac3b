using System.Collections.Immutable;
using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>An authority's own referrals are read as they stand, or refused with every mistake in its place.</summary>
public sealed class CaseTableFileTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"cases-{Guid.NewGuid():N}.csv");

    /// <summary>Three areas of 100, 200 and 300 children with an IDACI of 0.1, 0.2 and 0.3: the most deprived half of all children live in Cedar.</summary>
    private static Place Place => new()
    {
        Areas = [AreaOf("Ash", 100, 0.1), AreaOf("Beech", 200, 0.2), AreaOf("Cedar", 300, 0.3)],
        Borders = [],
    };

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Referrals_are_read_with_their_areas_deprivation_or_their_own()
    {
        (CaseTable? table, ImmutableArray<ScenarioProblem> problems) = Read("""
            child,date,pathway,return,escalated,age,source,area,idaci
            b,2025-03-02,need,1,1,7,police,Cedar,
            a,2025-01,need,0,0,,,Ash,
            c,2025-03-01,early,0,0,3.5,school,,0.15
            d,2026-02-01,early,0,,3,school,Beech,
            """);
        Assert.Empty(problems);
        Assert.Equal(1, table!.LeftOut);
        Assert.False(table.IsSimulated);
        Assert.Equal(["a", "c", "b"], table.Cases.Select(item => item.Child));
        Assert.Equal(
            new CaseRecord { Child = "b", Date = new DateOnly(2025, 3, 2), Pathway = "need", Age = 7, Source = "police", IsReturn = true, IncomeDeprived = 0.3, Fifth = 2, HasEscalated = true },
            table.Cases[2]);
        Assert.Equal((new DateOnly(2025, 1, 1), null, 0.1, 5), (table.Cases[0].Date, table.Cases[0].Source, table.Cases[0].IncomeDeprived, table.Cases[0].Fifth));

        // 500 of 600 children live in areas more deprived than 0.15.
        Assert.Equal((0.15, 5), (table.Cases[1].IncomeDeprived, table.Cases[1].Fifth));
    }

    [Fact]
    public void Every_mistake_is_said_with_its_place()
    {
        (CaseTable? table, ImmutableArray<ScenarioProblem> problems) = Read("""
            child,date,pathway,return,escalated,age,source,area,idaci
            ,2025-13-01,need,2,yes,-1,police,Cedra,
            a,2025-01-05,need,0,0,,,,
            b,2025-01-05,need,0,0,26,,,30%
            c,2025-01-05,need,0,1,4,,Ash,
            c,2025-01-05,need,0,1,4,,Ash,
            """);
        Assert.Null(table);
        string[] lines = [.. problems.Select(problem => problem.ToString().Replace(path, "cases.csv", StringComparison.Ordinal))];
        Assert.Equal(
            [
                "cases.csv(2,1): child: found nothing; expected a text of 1 to 100 characters",
                "cases.csv(2,2): date: found '2025-13-01'; expected a day such as 2025-04-30, or a month such as 2025-04",
                "cases.csv(2,18): return: found '2'; expected 0 or 1",
                "cases.csv(2,20): escalated: found 'yes'; expected 0, 1, or nothing where the window is not over",
                "cases.csv(2,24): age: found '-1'; expected an age from 0 to 25 years, or nothing",
                "cases.csv(2,34): area: found 'Cedra'; expected an area of areas.csv, or the row's own idaci; did you mean 'Cedar'?",
                "cases.csv(3,25): area: found neither an area nor an idaci; expected an area of areas.csv, or the row's own idaci",
                "cases.csv(4,23): age: found '26'; expected an age from 0 to 25 years, or nothing",
                "cases.csv(4,28): idaci: found '30%'; expected a share from 0 to 1, or nothing",
                "cases.csv(6,1): child: found the same child, day and pathway again (first on line 5); expected each referral once",
            ],
            lines);
    }

    [Theory]
    [InlineData("child,date,pathway,return\na,2025-01-01,need,0", "found no column escalated; expected the columns child, date, pathway, return, escalated")]
    [InlineData("child,date,pathway,return,escalated,name\n", "found the unknown column 'name'")]
    [InlineData("child,date,pathway,return,escalated,area\na,2025-01-01,need,0,,Ash", "found no referral whose window is over; expected one row or more with 0 or 1 in 'escalated'")]
    [InlineData("child,date,pathway,return,escalated,area\na,2025-01-01,need,0,1", "found 5 fields; expected 6 fields")]
    public void What_is_no_table_of_referrals_is_refused(string text, string message) =>
        Assert.Contains(message, string.Join('\n', Read(text).Problems), StringComparison.Ordinal);

    private static Area AreaOf(string name, int children, double deprived) => new()
    {
        Name = name,
        Children = children,
        IncomeDeprived = new Share(deprived),
        EastingMetres = 0,
        NorthingMetres = 0,
        SquareKilometres = 1,
    };

    private (CaseTable? Table, ImmutableArray<ScenarioProblem> Problems) Read(string text)
    {
        File.WriteAllText(path, text);
        return CaseTableFile.Read(path, Place);
    }
}
