using System.Globalization;
using Xunit;

namespace LocalitySim.Tests;

public class ScenarioTableTests
{
    private const string Columns = "area, children, idaci, easting, northing, square_km";

    [Theory]
    [InlineData("Beech,200", "Beech,-5", "small/areas.csv(3,7): children: found -5; expected a whole number, zero or more")]
    [InlineData("Beech,200", "Beech,2.5", "small/areas.csv(3,7): children: found 2.5; expected a whole number, zero or more")]
    [InlineData("Beech,200", "Beech,many", "small/areas.csv(3,7): children: found 'many'; expected a whole number, zero or more")]
    [InlineData("Beech,200", "Beech,", "small/areas.csv(3,7): children: found nothing; expected a whole number, zero or more")]
    [InlineData("Beech,200", "Beech,400001", "small/areas.csv(3,7): children: found 400001; expected 400,000 at most")]
    [InlineData("Beech,200", "Beech,\"1,200\"", "small/areas.csv(3,7): children: found 1,200; expected a whole number, zero or more; write digits and a full stop only")]
    [InlineData("Beech,200", "Beech,1,200", "small/areas.csv(3,1): found 7 fields; expected 6 fields; write numbers without separators, and put a name that holds a comma in quotes")]
    [InlineData("Beech,200", "Beech", "small/areas.csv(3,1): found 5 fields; expected 6 fields")]
    [InlineData("0.2,", "1.2,", "small/areas.csv(3,11): idaci: found 1.2; expected a share from 0 to 1; write 12 % as 0.12")]
    [InlineData("0.2,", "20%,", "small/areas.csv(3,11): idaci: found 20%; expected a share from 0 to 1; write 12 % as 0.12")]
    [InlineData("0.2,", "NaN,", "small/areas.csv(3,11): idaci: found NaN; expected a share from 0 to 1")]
    [InlineData("0.2,3000", "0.2,Infinity", "small/areas.csv(3,15): easting: found Infinity; expected a number of metres")]
    [InlineData("2000,2\n", "2000,0\n", "small/areas.csv(3,25): square_km: found 0; expected a number above zero")]
    [InlineData("Beech,200", ",200", "small/areas.csv(3,1): area: found nothing; expected a name")]
    [InlineData("Beech,200", "\"Beech\n Hill\",200", "small/areas.csv(3,1): area: found 'Beech\\u000a Hill'; expected one line of 500 characters at most")]
    public void A_figure_of_an_area_is_refused_where_it_stands(string old, string replacement, string message)
    {
        using SmallScenario scenario = new();
        Assert.Equal(message, scenario.Replace(SmallScenario.Areas, old, replacement).Problems()[0]);
    }

    [Theory]
    [InlineData("area,", "ward,", "small/areas.csv(1,1): found no column area; expected the columns " + Columns)]
    [InlineData("idaci,", "idacci,", "small/areas.csv(1,15): found the unknown column 'idacci'; expected one of " + Columns + ", code, posts_today, partner:NAME; did you mean 'idaci'?")]
    [InlineData("idaci,", "children,", "small/areas.csv(1,15): found the column 'children' again; expected each column once")]
    public void Columns_are_named_once_and_known(string old, string replacement, string message)
    {
        using SmallScenario scenario = new();
        Assert.Contains(message, scenario.Replace(SmallScenario.Areas, old, replacement).Problems());
    }

    [Fact]
    public void Semicolons_are_one_problem_with_the_way_out()
    {
        using SmallScenario scenario = new();
        string text = File.ReadAllText(Path.Combine(scenario.Folder, SmallScenario.Areas)).Replace(',', ';');
        Assert.Equal(
            [$"small/areas.csv(1,1): found the unknown column 'area;children;idaci;easting;northing;square_km'; expected one of {Columns}, code, posts_today, partner:NAME; separate columns by commas"],
            scenario.Write(SmallScenario.Areas, text).Problems());
    }

    [Fact]
    public void A_header_cut_short_is_one_problem()
    {
        using SmallScenario scenario = new();
        Assert.Equal(
            [$"small/areas.csv(1,1): found no column children, idaci, easting, northing, square_km; expected the columns {Columns}"],
            scenario.Replace(SmallScenario.Areas, "area,", "area\n").Problems());
    }

    [Fact]
    public void A_quotation_mark_that_is_not_closed_is_found_where_it_opens()
    {
        using SmallScenario scenario = new();
        Assert.Equal(
            ["small/areas.csv(3,1): found a quotation mark that is not closed; expected quotation marks in pairs"],
            scenario.Replace(SmallScenario.Areas, "Beech,", "\"Beech,").Problems());
    }

    [Fact]
    public void The_columns_may_come_in_any_order_and_names_may_hold_commas()
    {
        using SmallScenario scenario = new();
        scenario.Write(SmallScenario.Areas, "square_km,northing,easting,idaci,children,code,area\n1,2,3,0.5,6,E1,\"Ash, North\"\r\n\n2,2,3,0,7,,Cedar\n")
            .Write(SmallScenario.Neighbours, "area_b,area_a\n\"Ash, North\",Cedar\n")
            .Replace(SmallScenario.Yaml, "areas: [Ash, Beech], bases: [Ash]", "areas: ['Ash, North'], bases: [Cedar]");
        Assert.Empty(scenario.Problems());
        Models.Place place = Models.Scenario.Load(scenario.Folder).Place;
        Assert.Equal(
            [
                new() { Name = "Ash, North", Code = "E1", Children = 6, IncomeDeprived = new(0.5), EastingMetres = 3, NorthingMetres = 2, SquareKilometres = 1 },
                new() { Name = "Cedar", Children = 7, IncomeDeprived = new(0), EastingMetres = 3, NorthingMetres = 2, SquareKilometres = 2 },
            ],
            place.Areas);
        Assert.Equal([new("Cedar", "Ash, North")], place.Borders);
    }

    [Theory]
    [InlineData("Beech,Cedar", "Beech,Cedr", "small/neighbours.csv(3,7): area_b: found 'Cedr'; expected an area of areas.csv; did you mean 'Cedar'?")]
    [InlineData("Beech,Cedar", "Cedar,Cedar", "small/neighbours.csv(3,7): area_b: found a border of 'Cedar' with itself; expected two areas")]
    [InlineData("Beech,Cedar", "Beech,Cedar\nBeech,Ash", "small/neighbours.csv(4,1): area_a: found the border of 'Beech' with 'Ash' again (first on line 2); expected each border once")]
    [InlineData("area_a,area_b", "area_a,area_c", "small/neighbours.csv(1,8): found the unknown column 'area_c'; expected one of area_a, area_b; did you mean 'area_b'?")]
    public void A_border_joins_two_areas_once(string old, string replacement, string message)
    {
        using SmallScenario scenario = new();
        Assert.Equal(message, scenario.Replace(SmallScenario.Neighbours, old, replacement).Problems()[^1]);
    }

    [Fact]
    public void Partners_divide_the_areas_in_columns_of_their_own()
    {
        using SmallScenario scenario = new();
        scenario.Write(SmallScenario.Areas, "partner:school cluster,area,children,idaci,easting,northing,square_km,partner:district\nOne,Ash,1,0,0,0,1,East\n\"Two, a\",Beech,1,0,0,0,1,East\nOne,Cedar,1,0,0,0,1,West\n");
        Assert.Empty(scenario.Problems());
        Models.Place place = Models.Scenario.Load(scenario.Folder).Place;
        Assert.Equal(["school cluster: One | Two, a | One", "district: East | East | West"], place.Partners.Select(partner => $"{partner.Name}: {string.Join(" | ", partner.DivisionOfArea)}"));
    }

    [Theory]
    [InlineData("partner:district", "East", ",", "small/areas.csv(3,27): partner:district: found nothing; expected a name")]
    [InlineData("partner:district", "East", ", West", "small/areas.csv(3,27): partner:district: found ' West'; expected no space at either end")]
    [InlineData("partner:", "East", ",East", "small/areas.csv(1,48): found the column 'partner:'; expected partner: and a name of 1 to 100 characters, with no space at either end and no control character")]
    [InlineData("partner: district", "East", ",East", "small/areas.csv(1,48): found the column 'partner: district'; expected partner: and a name of 1 to 100 characters, with no space at either end and no control character")]
    [InlineData("partner:a\u00ad", "East", ",East", "small/areas.csv(1,48): found the column 'partner:a\\u00ad'; expected partner: and a name of 1 to 100 characters, with no space at either end and no control character")]
    [InlineData("partner:a,partner:a", "East,East", ",East,East", "small/areas.csv(1,58): found the column 'partner:a' again; expected each column once")]
    public void A_partner_says_where_every_area_is(string heading, string division, string second, string message)
    {
        using SmallScenario scenario = new();
        scenario.Write(SmallScenario.Areas, $"area,children,idaci,easting,northing,square_km,{heading}\nAsh,100,0.1,1000,2000,1.5,{division}\nBeech,200,0.2,3000,2000,2{second}\nCedar,300,0.3,5000,2000,3,{division}\n");
        Assert.Equal([message], scenario.Problems());
    }

    [Fact]
    public void An_area_has_one_row()
    {
        using SmallScenario scenario = new();
        Assert.Equal(
            ["small/areas.csv(5,1): area: found 'Ash' again (first on line 2); expected each area once"],
            scenario.Append(SmallScenario.Areas, "Ash,1,0,0,0,1\n").Problems());
    }

    [Fact]
    public void More_than_five_thousand_areas_are_refused()
    {
        using SmallScenario scenario = new();
        string rows = string.Concat(Enumerable.Range(0, 4_998).Select(row => string.Create(CultureInfo.InvariantCulture, $"Area {row},1,0,0,0,1\n")));
        Assert.Equal(
            ["small/areas.csv(5002,1): found more than 5,000 rows; expected 5,000 rows at most"],
            scenario.Append(SmallScenario.Areas, rows).Problems());
    }

    [Fact]
    public void A_row_that_cannot_be_read_is_not_held_against_those_who_name_its_area()
    {
        using SmallScenario scenario = new();
        Assert.Equal(["small/areas.csv(3,1): found 5 fields; expected 6 fields"], scenario.Replace(SmallScenario.Areas, "Beech,200", "Beech").Problems());
    }
}
