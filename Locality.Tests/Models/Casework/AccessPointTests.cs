using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Contacts at several access points: who screens them, when, and how often.</summary>
public sealed class AccessPointTests
{
    private static readonly AccessPointRules Primary = new() { Kind = AccessPointKind.Primary, Share = default };

    private static readonly AccessPointRules School = new()
    {
        Kind = AccessPointKind.Secondary,
        Share = new Share(1),
        Misdirected = new Share(1),
        RepeatsAssessment = new Share(1),
        RepeatedAssessmentHours = new Hours(4),
    };

    private static readonly AccessPointRules Library = School with { Share = new Share(0.5), Misdirected = new Share(0.5), RepeatsAssessment = new Share(0.5) };

    private static readonly Dictionary<string, Func<AccessPointRules, AccessPointRules>> Changes = new(StringComparer.Ordinal)
    {
        ["Kind"] = point => point with { Kind = AccessPointKind.Primary },
        ["Share"] = point => point with { Share = new Share(0.4) },
        ["Misdirected"] = point => point with { Misdirected = new Share(0.4) },
        ["RedirectionDelay"] = point => point with { RedirectionDelay = new WorkingDays(3) },
        ["RepeatsAssessment"] = point => point with { RepeatsAssessment = new Share(0.4) },
        ["RepeatedAssessmentHours"] = point => point with { RepeatedAssessmentHours = new Hours(3) },
        ["HoursFactor"] = point => point with { HoursFactor = 2 },
    };

    public static TheoryData<string> Rules => [.. Changes.Keys];

    [Fact]
    public void A_misdirected_contact_is_assessed_waits_to_be_passed_on_and_is_screened_again()
    {
        // Screening takes no time; an assessment of 4 hours takes half of a desk's day of 8. The second waits for the first.
        StructureRun run = Quiet(Primary, School);
        Case first = Contact(run, 1);
        Case second = Contact(run, 2);
        run.Simulator.Run(100);
        Assert.Equal(0.5 + Delay(run, first), first.ScreenedAt!.Value, 9);
        Assert.Equal(1 + Delay(run, second), second.ScreenedAt!.Value, 9);
        Assert.All(new[] { first, second }, item => Assert.Equal((2, 1), (item.AccessPoints, item.Assessments)));
    }

    [Fact]
    public void Nobody_is_misdirected_at_the_primary_access_point()
    {
        StructureRun run = Quiet(Primary with { Share = new Share(1), Misdirected = new Share(1) }, School with { Share = default });
        Case item = Contact(run, 1);
        run.Simulator.Run(100);
        Assert.Equal(0, item.ScreenedAt);
        Assert.Equal((1, 0), (item.AccessPoints, item.Assessments));
    }

    [Fact]
    public void Without_misdirection_each_contact_is_screened_once_where_it_comes_in()
    {
        StructureRun run = Quiet(Primary, School with { Misdirected = default });
        Case item = Contact(run, 1);
        run.Simulator.Run(100);
        Assert.Equal(0, item.ScreenedAt);
        Assert.Equal((1, 0), (item.AccessPoints, item.Assessments));
    }

    [Fact]
    public void An_access_point_s_own_factor_lengthens_its_screening()
    {
        // A contact of 8 hours is a day's work of the one desk; twice that here.
        StructureRun run = (PlainScenario.Of(1) with
        {
            FrontDoor = new FrontDoor { Fte = new Fte(1), HoursPerContact = new Hours(8), WorkingHours = new HoursPerWeek(40), AccessPoints = [Primary, School with { Misdirected = default, HoursFactor = 2 }] },
        }).Quiet();
        Case item = Contact(run, 1);
        run.Simulator.Run(100);
        RandomStream random = run.Stream(Purposes.Screening, item.Identity);
        Assert.Equal(2 * random.NextExponential(), item.ScreenedAt!.Value, 9);
    }

    [Fact]
    public void The_work_of_a_contact_is_counted_where_it_is_done()
    {
        // Per contact: 0.6 × 1.5 at the primary and 0.4 × 0.5 of it once more; 0.4 × (2 × 1.5 + 0.5 × 0.25 × 4) at the school.
        FrontDoor door = new()
        {
            Fte = new Fte(3),
            AccessPoints =
            [
                Primary with { Share = new Share(0.6), Misdirected = new Share(0.9) },
                School with { Share = new Share(0.4), Misdirected = new Share(0.5), RepeatsAssessment = new Share(0.25), HoursFactor = 2 },
            ],
        };
        Assert.Equal(1.5 * (0.6 + 0.2), AccessWork.HoursAt(door, 0), 12);
        Assert.Equal(0.4 * (3 + 0.5), AccessWork.HoursAt(door, 1), 12);
        Assert.Equal(1.2 / 2.6, AccessWork.PostShare(door, 0), 12);
    }

    [Fact]
    public void One_access_point_is_the_front_door_itself_bit_for_bit()
    {
        Scenario scenario = PlainScenario.Of(2) with { FrontDoor = new FrontDoor { Fte = new Fte(1.3) } };
        Scenario listed = scenario with { FrontDoor = scenario.FrontDoor with { AccessPoints = [Primary with { Share = new Share(1) }] } };
        Assert.Equal(Screened(scenario), Screened(listed));

        static IEnumerable<double?> Screened(Scenario item) => item.Run("separate", 1).Cases.Select(one => one.ScreenedAt);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Each_rule_of_an_access_point_changes_something(string rule) => Assert.NotEqual(Fates(Library), Fates(Changes[rule](Library)));

    [Fact]
    public void Every_rule_is_in_the_table() =>
        Assert.Equal(typeof(AccessPointRules).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal), Changes.Keys.Order(StringComparer.Ordinal));

    /// <summary>Returns when each contact is decided on where some come through another access point and the rest through the primary one.</summary>
    private static List<(double?, int, int)> Fates(AccessPointRules point)
    {
        FrontDoor door = new() { Fte = new Fte(2.5), AccessPoints = [point, Primary with { Share = new Share(1 - point.Share.Value), Misdirected = new Share(0.3) }] };
        return [.. (PlainScenario.Of(1) with { FrontDoor = door }).Run("separate", 1).Cases.Select(item => (item.ScreenedAt, item.AccessPoints, item.Assessments))];
    }

    private static StructureRun Quiet(params AccessPointRules[] points) => (PlainScenario.Of(1) with
    {
        FrontDoor = new FrontDoor { Fte = new Fte(1), HoursPerContact = default, WorkingHours = new HoursPerWeek(40), AccessPoints = [.. points] },
    }).Quiet();

    private static Case Contact(StructureRun run, uint number)
    {
        Case item = run.NewCase(number);
        run.At(0, async () => await new ContactProcess(run).Screen(item));
        return item;
    }

    /// <summary>Returns the delay that is drawn for a case: after the access point, the misdirection, the assessment and the first screening.</summary>
    private static double Delay(StructureRun run, Case item)
    {
        RandomStream random = run.Stream(Purposes.Access, item.Identity);
        _ = new CategoricalDistribution([0, 1]).Sample(ref random);
        _ = random.NextUniform();
        _ = random.NextUniform();
        _ = random.NextExponential();
        return random.NextExponential() * 5;
    }
}
