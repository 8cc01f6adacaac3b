using System.Collections.Immutable;
using LocalitySim.Models;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Tables of authorities and years are read, or refused with every mistake in its place.</summary>
public sealed class NeedDataTests
{
    private const string Header = "year,code,authority,children,idaci,referrals\n";

    [Fact]
    public void The_published_table_has_Englands_authorities_and_years()
    {
        NeedData data = NeedData.Published;
        Assert.Equal((2013, 2025), (data.Panel.FirstPeriod, data.Panel.LastPeriod));
        Assert.Equal(161, data.Authorities.Length);
        Assert.Equal(NeedTarget.All, data.Targets);
        int derby = data.IndexOf("Derby")!.Value;
        Assert.Equal("E06000015", data.Authorities[derby].Code);

        // 3,557 referrals of 62,113 children.
        Assert.Equal(3557 / 62113.0 * 10_000, data.Panel.Value("referrals", derby, 2025)!.Value, 1e-9);
        Assert.Equal("City of London", data.Authorities[data.IndexOf(NeedData.TooSmall[0])!.Value].Name);
        Assert.Equal("Isles of Scilly", data.Authorities[data.IndexOf(NeedData.TooSmall[1])!.Value].Name);
        Assert.Equal(159, data.Without(NeedData.TooSmall).Authorities.Length);

        // A name that a new code took over means the authority that is there today.
        Assert.Equal("E06000065", data.Authorities[data.IndexOf("North Yorkshire")!.Value].Code);
        Assert.Equal("Oxfordshire", data.Nearest("Oxfordshir"));
    }

    [Theory]
    [InlineData("2020,A,Ash,100,0.1,-5\n", "(2,20): referrals: found -5; expected a whole number, zero or more")]
    [InlineData("2020,A,Ash,0,0.1,5\n", "(2,12): children: found 0; expected a whole number above zero; leave the field empty where the number is not known")]
    [InlineData("2020,A,Ash,100,1.1,5\n", "(2,16): idaci: found 1.1; expected a share from 0 to 1")]
    [InlineData("2020,A,Ash,100,0.1,5.5\n", "(2,20): referrals: found 5.5; expected a whole number, zero or more")]
    [InlineData("2020,A,Ash,100,0.1,NaN\n", "(2,20): referrals: found NaN; expected a whole number, zero or more")]
    [InlineData("20,A,Ash,100,0.1,5\n", "(2,1): year: found 20; expected a year such as 2025")]
    [InlineData("2020,,Ash,100,0.1,5\n", "(2,6): code: found nothing; expected the authority's code and name")]
    [InlineData("2020,A,Ash,100,0.1,5\n2020,A,Ash,100,0.1,6\n", "(3,1): year: found 2020 of 'Ash' again (first on line 2); expected each year of an authority once")]
    [InlineData("2020,A,Ash,100,0.1,5\n2022,A,Ash,100,0.1,6\n", "(3,1): year: found 2022 of 'Ash' next after 2020; expected 2021; add a row with empty fields where nothing is known")]
    public void A_mistake_is_said_with_its_place(string rows, string expected)
    {
        (NeedData? data, ImmutableArray<ScenarioProblem> problems) = ReadText(Header + rows);
        Assert.Null(data);
        Assert.Contains(expected, Assert.Single(problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_said_at_once()
    {
        (_, ImmutableArray<ScenarioProblem> problems) = ReadText(Header + "2020,A,Ash,0,0.1,-5\nx,B,Beech,100,2,5\n2021,A,Ash,100,0.1,5\n2021,A,Ash,100,0.1,5\n");
        Assert.Equal(["children", "referrals", "year", "idaci", "year"], problems.Select(problem => problem.Path));
    }

    [Fact]
    public void A_table_with_nothing_to_forecast_is_refused()
    {
        (_, ImmutableArray<ScenarioProblem> problems) = ReadText("year,code,authority,children\n2020,A,Ash,100\n");
        Assert.Contains("expected one of the columns referrals, in_need", Assert.Single(problems).ToString(), StringComparison.Ordinal);
        (_, problems) = ReadText("year,code,authority,children,referals\n2020,A,Ash,100,5\n");
        Assert.Contains("did you mean 'referrals'?", Assert.Single(problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_field_is_no_figure_and_a_count_without_children_no_rate()
    {
        (NeedData? data, ImmutableArray<ScenarioProblem> problems) = ReadText(Header + "2020,A,Ash,,0.1,5\n2021,A,Ash,100,,\n2022,A,Ash,200,0.2,5\n");
        Assert.Empty(problems);
        Assert.Equal([null, null, 250], Enumerable.Range(2020, 3).Select(year => data!.Panel.Value("referrals", 0, year)));
    }

    private static (NeedData? Data, ImmutableArray<ScenarioProblem> Problems) ReadText(string text)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            return NeedData.Read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
