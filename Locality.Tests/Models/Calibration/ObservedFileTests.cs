using System.Collections.Immutable;
using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>The table of observed figures is read whole, or every mistake in it is named with its place.</summary>
public sealed class ObservedFileTests
{
    private const string Observed = "observed.csv";

    [Fact]
    public void Figures_are_read_with_their_parts_and_doubts()
    {
        (ImmutableArray<ObservedFigure> figures, string[] problems) = Read("""
            measure,by,part,value,standard_error,tolerance,source
            waitRestrictedMean,,,12.5,1.5,,local return
            casesPerFte,service,care,17,,1.5,"a report, page 3"
            childrenReferred,locality,north,150,12.2,5,the same
            """);
        Assert.Empty(problems);
        Assert.Equal(
            [
                new ObservedFigure(Measure.WaitToAllocation, null, null, 12.5, 1.5, null, "local return"),
                new ObservedFigure(Measure.CasesPerFte, BreakdownDimension.Service, "care", 17, null, 1.5, "a report, page 3"),
                new ObservedFigure(Measure.ChildrenReferred, BreakdownDimension.Locality, "north", 150, 12.2, 5, "the same"),
            ],
            figures);
        Assert.Equal(["waitRestrictedMean", "casesPerFte/service/care", "childrenReferred/locality/north"], figures.Select(figure => figure.Name));
    }

    [Fact]
    public void Columns_may_come_in_any_order_and_those_not_needed_be_left_out()
    {
        (ImmutableArray<ObservedFigure> figures, string[] problems) = Read("source,tolerance,value,measure\nx,2,5,lostBy180\n");
        Assert.Empty(problems);
        Assert.Equal(new ObservedFigure(Measure.Lost, null, null, 5, null, 2, "x"), Assert.Single(figures));
    }

    [Fact]
    public void Every_mistake_is_named_at_once_with_its_place()
    {
        (ImmutableArray<ObservedFigure> figures, string[] problems) = Read("""
            measure,by,part,value,standard_error,tolerance,source
            waitRestrictedMeen,,,12.5,1.5,,x
            casesPerFte,service,car,17,,1.5,x
            casesPerFte,pathway,need,17,,1.5,x
            lostBy180,,need,5,,1,x
            lostBy180,,,5%,,-1,x
            lostBy180,,,5,,,x
            lostBy180,,,5,0,,
            lostBy180,,,5,1,,x
            lostBy180,,,6,1,,x
            childrenReferred,service,,7,-1,,x
            """);
        Assert.Empty(figures);
        Assert.Equal(
            [
                "small/observed.csv(2,1): measure: found 'waitRestrictedMeen'; expected a measure; did you mean 'waitRestrictedMean'?",
                "small/observed.csv(3,21): part: found 'car'; expected one of care; did you mean 'care'?",
                "small/observed.csv(4,13): by: found 'pathway'; expected for casesPerFte: nothing, for the whole, service",
                "small/observed.csv(5,12): part: found 'need'; expected nothing, as 'by' is empty; say by what it is a part: service, pathway …",
                "small/observed.csv(6,13): value: found '5%'; expected a number; write 84.7 % as 84.7",
                "small/observed.csv(6,17): tolerance: found '-1'; expected a number above zero",
                "small/observed.csv(7,13): value: found neither a standard_error above zero nor a tolerance; expected one of them or both; for a count N write √N as its standard error; for a share of p per cent of N, √(p (100 − p)/N)",
                "small/observed.csv(8,1): measure: found 'lostBy180' again (first on line 7); expected each figure once",
                "small/observed.csv(8,13): value: found neither a standard_error above zero nor a tolerance; expected one of them or both; for a count N write √N as its standard error; for a share of p per cent of N, √(p (100 − p)/N)",
                "small/observed.csv(8,18): source: found nothing; expected where the figure was published, in 500 characters at most",
                "small/observed.csv(9,1): measure: found 'lostBy180' again (first on line 7); expected each figure once",
                "small/observed.csv(10,1): measure: found 'lostBy180' again (first on line 7); expected each figure once",
                "small/observed.csv(11,26): part: found no part; expected one of care",
                "small/observed.csv(11,29): standard_error: found '-1'; expected zero or more",
            ],
            problems);
    }

    [Theory]
    [InlineData("measure,value\nlostBy180,5\n", "small/observed.csv(1,1): found no column source; expected the columns measure, value, source")]
    [InlineData("measure,value,source,toleranse\nlostBy180,5,x,1\n", "small/observed.csv(1,22): found the unknown column 'toleranse'; expected one of measure, value, source, by, part, standard_error, tolerance; did you mean 'tolerance'?")]
    [InlineData("measure,value,source\n", "small/observed.csv: found no figure; expected one row or more")]
    [InlineData("measure,value,source\nlostBy180,1\n", "small/observed.csv(2,1): found 2 fields; expected 3 fields")]
    public void A_table_that_cannot_be_read_says_why(string text, string problem) => Assert.Contains(problem, Read(text).Problems, StringComparer.Ordinal);

    [Fact]
    public void Every_measure_that_may_be_observed_has_a_part_or_a_whole_and_a_unit()
    {
        Assert.Equal(Observables.All.Length, Observables.All.Select(measure => measure.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.All(Observables.All, measure => Assert.NotEmpty(Observables.DimensionsOf(measure)));
        Assert.Empty(Observables.DimensionsOf(Measure.SetUpCost));
        Assert.Equal("children a year", Observables.UnitOf(Measure.ChildrenReferred));
        Assert.Equal("days", Observables.UnitOf(Measure.WaitToAllocation));
    }

    private static (ImmutableArray<ObservedFigure> Figures, string[] Problems) Read(string text)
    {
        using SmallScenario folder = new();
        folder.Write(Observed, text.ReplaceLineEndings("\n"));
        Scenario scenario = Scenario.Load(folder.Folder);
        (ImmutableArray<ObservedFigure> figures, ImmutableArray<ScenarioProblem> problems) = ObservedFile.Read(Path.Combine(folder.Folder, Observed), scenario, scenario.Structures[0]);
        return (figures, [.. problems.Select(problem => folder.Shorten(problem.ToString()))]);
    }
}
