using System.Globalization;
using LocalitySim.Models;
using LocalitySim.Reports;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Every sentence by which a report answers, whole. The intervals follow from <see cref="BuiltComparison.Spread"/>.</summary>
public class AnswerWordsTests
{
    private const string Small = "That is clear, but small: less than the 1.4 days from which a difference is taken to matter here.";

    private static readonly BuiltStructure Today = At("Today", 10);

    [Fact]
    public void A_clearly_shorter_wait_is_said_with_its_interval_and_chance() => Assert.Equal(
        "North has the shorter mean wait: 3.0 (2.0 to 4.0) days shorter than under Today. The chance that North has the shorter mean wait is >99 %, by resampling these futures.",
        Answer(Today, Around("North", 7)));

    [Fact]
    public void Among_several_the_clearly_shortest_is_named() => Assert.Equal(
        "North has the shortest mean wait of 3 structures: 3.0 (2.0 to 4.0) days shorter than under Today. The chance that North has the shortest mean wait is >99 %, by resampling these futures.",
        Answer(Today, Around("South", 12, -1), Around("North", 7)));

    [Fact]
    public void A_clearly_longer_wait_is_no_gain() => Assert.Equal(
        "The change does not shorten the mean wait: under North it is 3.0 (2.0 to 4.0) days longer than under Today. The chance that Today has the shorter mean wait is >99 %, by resampling these futures.",
        Answer(Today, Around("North", 13)));

    [Fact]
    public void Where_every_change_lengthens_the_wait_the_nearest_is_named_with_its_interval() => Assert.Equal(
        "No change shortens the mean wait: under every other structure it is clearly longer than under Today. South comes nearest, with 3.0 (2.0 to 4.0) days more. The chance that Today has the shortest mean wait is >99 %, by resampling these futures.",
        Answer(Today, Around("North", 15, -1), Around("South", 13)));

    [Fact]
    public void An_interval_that_holds_zero_is_no_clear_difference() => Assert.Equal(
        "No clear difference: the mean wait under North less that under Today is +0.2 (−0.8 to +1.2) days.",
        Answer(Today, Around("North", 10.2)));

    [Fact]
    public void An_interval_that_holds_zero_by_a_little_is_no_clear_difference_though_one_side_alone_would_be_clear() => Assert.Equal(
        "No clear difference: the mean wait under North less that under Today is −0.9 (−1.9 to +0.1) days.",
        Answer(Today, Around("North", 9.1)));

    [Fact]
    public void Several_that_may_be_the_best_without_the_baseline_are_named_with_the_gain_over_it()
    {
        StructureComparison comparison = BuiltComparison.Of(Today, Around("North", 7.9), Around("South", 8, -1));
        Assert.Equal(
            $"No clear best: North or South may have the shortest mean wait. Under North, which has the lowest mean, it is 2.1 (1.1 to 3.1) days shorter than under Today. {Chances(comparison, 1, 2)}",
            AnswerWords.Answer(comparison));
    }

    [Fact]
    public void Several_that_may_be_the_best_with_the_baseline_among_them_promise_nothing()
    {
        StructureComparison comparison = BuiltComparison.Of(Around("Today", 10), Around("North", 9.8, -1), At("South", 20));
        Assert.Equal(
            $"No clear best: Today or North may have the shortest mean wait. North has the lowest mean, at −0.2 (−2.2 to +1.8) days from Today: no clear difference. {Chances(comparison, 1, 0)}",
            AnswerWords.Answer(comparison));
    }

    [Fact]
    public void A_baseline_with_the_lowest_mean_that_others_may_beat_is_told_with_the_next()
    {
        StructureComparison comparison = BuiltComparison.Of(Around("Today", 9.9), Around("North", 10, -1), At("South", 20));
        Assert.Equal(
            $"No clear best: Today or North may have the shortest mean wait. Today has the lowest mean; North comes next, at +0.1 (−1.9 to +2.1) days from it. {Chances(comparison, 0, 1)}",
            AnswerWords.Answer(comparison));
    }

    [Fact]
    public void What_is_clear_for_two_alone_but_not_among_all_is_said_as_that()
    {
        StructureComparison comparison = BuiltComparison.Of(Today, Around("North", 9), Around("South", 30, -3));
        Assert.Equal(
            $"No clear best: Today or North may have the shortest mean wait. North has the lowest mean, 1.00 (0.02 to 1.98) days below that of Today: clear for these two alone, but not among 3 at once. {Chances(comparison, 1, 0)}",
            AnswerWords.Answer(comparison));
    }

    [Fact]
    public void If_any_may_be_the_best_no_list_is_made()
    {
        StructureComparison comparison = BuiltComparison.Of(Around("Today", 10), Around("North", 9.8, -1), Around("South", 10.1, 0.5));
        Assert.StartsWith("No clear best: any of the structures may have the shortest mean wait. North has the lowest mean, at −0.2 (−2.2 to +1.8) days from Today: no clear difference. Chance ", AnswerWords.Answer(comparison), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_in_every_future_is_said_as_that()
    {
        Assert.Equal("North and Today have the same mean wait in every future.", Answer(Around("Today", 10), Around("North", 10)));
        Assert.Equal("The mean wait is the same under every structure, in every future.", Answer(Around("Today", 10), Around("North", 10), Around("South", 10)));
        Assert.Equal(
            "No clear best: Today and North have the same mean wait in every future, and it is clearly longer under every other structure.",
            Answer(Around("Today", 10), Around("North", 10), Around("South", 20)));
    }

    [Fact]
    public void One_structure_is_compared_with_nothing()
    {
        Assert.Equal("Only Today was simulated, so there is nothing to compare it with. Its mean wait is 10.0 (9.0 to 11.0) days.", Answer(Around("Today", 10)));
        Assert.Equal("Only Today was simulated, so there is nothing to compare it with. Its mean wait is 10.0 days in one future, which says nothing of chance.", Answer(new BuiltStructure("Today", [10])));
        Assert.Equal("Only Today was simulated, so there is nothing to compare it with. Nobody waited in the time that is counted.", Answer(new BuiltStructure("Today", [null, null])));
        Assert.Null(AnswerWords.AlsoChanged(BuiltComparison.Of(Today)));
    }

    [Fact]
    public void One_future_answers_nothing()
    {
        StructureComparison comparison = BuiltComparison.Of(new BuiltStructure("Today", [10]), new BuiltStructure("North", [5]));
        Assert.Equal("One future says nothing of chance: simulate more of them.", AnswerWords.Answer(comparison));
        Assert.Null(AnswerWords.AlsoChanged(comparison));
        Assert.Equal("North: one future cannot tell its mean wait from that under Today: −5.0 days in this one.", ComparisonWords.Answer(comparison.Differences[0]));
    }

    [Fact]
    public void Futures_in_which_nobody_waits_answer_nothing()
    {
        Assert.Equal("Nothing can be said of the waits: in some futures nobody waited.", Answer(Today, new BuiltStructure("North", [5, 5, 5, 5, null])));
        Assert.Equal(
            "North: the mean wait cannot be compared with that under Today: nobody waited.",
            ComparisonWords.Answer(BuiltComparison.Of(Today, new BuiltStructure("North", [null, null, null, null, null])).Differences[0]));
    }

    [Fact]
    public void A_shorter_wait_that_loses_more_families_is_no_improvement() => Assert.Equal(
        "North has the shorter mean wait: 3.0 (2.0 to 4.0) days shorter than under Today. But more families are lost while they wait, so this is no improvement. The chance that North has the shorter mean wait is >99 %, by resampling these futures.",
        Answer(Today, Around("North", 7, 1, (Measure.Lost, BuiltComparison.Around(2)))));

    [Fact]
    public void A_shorter_wait_with_fewer_assessments_in_time_is_not_called_an_improvement() => Assert.Equal(
        "North has the shorter mean wait: 3.0 (2.0 to 4.0) days shorter than under Today. But fewer assessments are done in time: children may wait before acceptance instead, so this is not called an improvement. The chance that North has the shorter mean wait is >99 %, by resampling these futures.",
        Answer(
            new BuiltStructure("Today", Today.Waits, (Measure.AssessedInTime, BuiltComparison.Around(90, 0))),
            Around("North", 7, 1, (Measure.AssessedInTime, BuiltComparison.Around(80)))));

    [Fact]
    public void The_price_of_a_shorter_wait_is_told_in_a_tie_too()
    {
        StructureComparison losing = BuiltComparison.Of(Today, Around("North", 7.9, 1, (Measure.Lost, BuiltComparison.Around(2))), Around("South", 8, -1));
        Assert.Contains(" 2.1 (1.1 to 3.1) days shorter than under Today, but more families are lost while they wait: no improvement. ", AnswerWords.Answer(losing), StringComparison.Ordinal);
        StructureComparison late = BuiltComparison.Of(
            new BuiltStructure("Today", Today.Waits, (Measure.AssessedInTime, BuiltComparison.Around(90, 0))), Around("North", 7.9, 1, (Measure.AssessedInTime, BuiltComparison.Around(80))), Around("South", 8, -1));
        Assert.Contains(" days shorter than under Today, but fewer assessments are done in time: not called an improvement. ", AnswerWords.Answer(late), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_clear_but_small_is_called_small()
    {
        Assert.Equal(
            $"North has the shorter mean wait: 0.5 (0.3 to 0.7) days shorter than under Today. {Small} The chance that North has the shorter mean wait is >99 %, by resampling these futures.",
            Answer(Today, Around("North", 9.5, 0.2)));
        Assert.Equal(
            $"The change does not shorten the mean wait: under North it is 0.5 (0.3 to 0.7) days longer than under Today. {Small} The chance that Today has the shorter mean wait is >99 %, by resampling these futures.",
            Answer(Today, Around("North", 10.5, 0.2)));
        Assert.Contains(
            "it is 0.5 (0.3 to 0.7) days shorter than under Today: clear, but small: less than the 1.4 days",
            Answer(Today, Around("North", 9.5, 0.2), Around("South", 9.5, -0.2)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_else_changes_is_sorted_into_better_and_worse()
    {
        (Measure Measure, double?[] Futures)[] lostLess = [(Measure.Lost, BuiltComparison.Around(8, 0.5))];
        (Measure Measure, double?[] Futures)[] dearer = [(Measure.Cost, BuiltComparison.Around(1020))];
        BuiltStructure today = new("Today", Today.Waits, (Measure.Lost, BuiltComparison.Around(10, 0)), (Measure.Cost, BuiltComparison.Around(1000, 0)));
        (Measure, double?[]) sameLost = (Measure.Lost, BuiltComparison.Around(10, 0));
        (Measure, double?[]) sameCost = (Measure.Cost, BuiltComparison.Around(1000, 0));
        Assert.Equal(
            "Also clearly better under North than under Today: lost while waiting by day 180, −2.0 (−2.5 to −1.5) percentage points. Clearly worse: recurrent cost, +20 (+19 to +21) £000 a year.",
            Also(today, Around("North", 7, 1, [.. lostLess, .. dearer])));
        Assert.Equal(
            "Also clearly better under North than under Today: lost while waiting by day 180, −2.0 (−2.5 to −1.5) percentage points. Nothing else that was looked at is clearly worse.",
            Also(today, Around("North", 7, 1, [.. lostLess, sameCost])));
        Assert.Equal(
            "Clearly worse under North than under Today: recurrent cost, +20 (+19 to +21) £000 a year. Nothing else that was looked at is clearly better.",
            Also(today, Around("North", 7, 1, [.. dearer, sameLost])));
        Assert.Equal(
            "Also clearly worse under North than under Today: recurrent cost, +20 (+19 to +21) £000 a year. Nothing else that was looked at is clearly better.",
            Also(today, Around("North", 13, 1, [.. dearer, sameLost])));
        Assert.Equal(
            "Clearly better under North than under Today: lost while waiting by day 180, −2.0 (−2.5 to −1.5) percentage points. Nothing else that was looked at is clearly worse.",
            Also(today, Around("North", 10, 1, [.. lostLess, sameCost])));
        Assert.Equal("Nothing else that was looked at is clearly better or worse under North than under Today.", Also(today, Around("North", 7, 1, sameLost, sameCost)));
    }

    [Fact]
    public void Overload_is_a_caution_with_its_interval()
    {
        (Measure, double?[])[] heavy = [(Measure.Load, BuiltComparison.Around(110))];
        (Measure, double?[])[] heavier = [(Measure.Load, BuiltComparison.Around(120))];
        const string After = "Casework then takes longer than it should, and waits depend on how long is simulated.";
        Assert.Equal([$"Under North the open cases require more hours than there are: 110.0 (109.0 to 111.0) %. {After}"], Cautions(Today, Around("North", 7, 1, heavy)));
        Assert.Equal(
            [$"Under every structure the open cases require more hours than there are: Today 120.0 (119.0 to 121.0) %; North 110.0 (109.0 to 111.0) %. {After}"],
            Cautions(Around("Today", 10, 1, heavier), Around("North", 7, 1, heavy)));
        Assert.Equal(
            [$"Under Today and South the open cases require more hours than there are: Today 120.0 (119.0 to 121.0) %; South 110.0 (109.0 to 111.0) %. {After}"],
            Cautions(Around("Today", 10, 1, heavier), Around("North", 7), Around("South", 7, 1, heavy)));
        Assert.Empty(Cautions(Today, Around("North", 7, 1, (Measure.Load, BuiltComparison.Around(100.5)))));
    }

    [Fact]
    public void A_growing_list_is_a_caution_with_its_interval()
    {
        const string After = "Waits there are not those of a settled system.";
        Assert.Equal(
            [$"Under North the number of cases that wait still rises: by 12.0 (11.0 to 13.0) a year. {After}"],
            Cautions(Today, Around("North", 7, 1, (Measure.ListGrowth, BuiltComparison.Around(12)))));
        Assert.Equal(
            [$"Under every structure the number of cases that wait still rises: Today by 3.0 (2.0 to 4.0) a year; North by 12.0 (11.0 to 13.0) a year. {After}"],
            Cautions(Around("Today", 10, 1, (Measure.ListGrowth, BuiltComparison.Around(3))), Around("North", 7, 1, (Measure.ListGrowth, BuiltComparison.Around(12)))));
        Assert.Empty(Cautions(Today, Around("North", 7, 1, (Measure.ListGrowth, BuiltComparison.Around(0.5)))));
    }

    [Fact]
    public void A_target_for_the_mean_is_met_missed_or_not_clear()
    {
        Assert.Equal("The target (mean wait <= 12 days) is met by every structure.", Target("mean wait <= 12 days", Around("Today", 10), Around("North", 7)));
        Assert.Equal("The target (mean wait <= 12 days) is met by Today.", Target("mean wait <= 12 days", Around("Today", 10)));
        Assert.Equal(
            "The target (mean wait <= 5 days) is missed by every structure: North comes nearest, with a mean wait of 7.0 (6.0 to 8.0) days.",
            Target("mean wait <= 5 days", Around("Today", 10), Around("North", 7)));
        Assert.Equal("The target (mean wait <= 5 days) is missed by Today, with a mean wait of 10.0 (9.0 to 11.0) days.", Target("mean wait <= 5 days", Around("Today", 10)));
        Assert.Equal(
            "The target (mean wait <= 8 days): met by North; missed by Today; not clear for South and West.",
            Target("mean wait <= 8 days", Around("Today", 10), Around("North", 7), Around("South", 8), Around("West", 7.5)));
        Assert.Equal("The target (mean wait <= 10 days): not clear for Today and North.", Target("mean wait <= 10 days", Around("Today", 10), Around("North", 10)));
        Assert.Equal("The target (mean wait <= 10 days): not clear for Today.", Target("mean wait <= 10 days", new BuiltStructure("Today", [5])));
    }

    [Fact]
    public void A_target_for_a_share_is_met_missed_or_not_clear()
    {
        BuiltStructure Seen(string name, double share) => Around(name, 10) with { SeenOnEveryDay = [.. BuiltComparison.Around(share, 0.02).OfType<double>()] };
        Assert.Equal("The target (p90 wait <= 20 days) is met by every structure.", Target("90% seen in 20 days", Seen("Today", 0.95), Seen("North", 0.97)));
        Assert.Equal(
            "The target (p90 wait <= 20 days) is missed by every structure: North comes nearest, with 85.0 % (83.0 to 87.0) seen within 20 days.",
            Target("90% seen in 20 days", Seen("Today", 0.8), Seen("North", 0.85)));
        Assert.Equal("The target (p90 wait <= 20 days): met by North; not clear for Today.", Target("90% seen in 20 days", Seen("Today", 0.91), Seen("North", 0.95)));
        Assert.Equal("The target (p90 wait <= 20 days): not clear for Today.", Target("90% seen in 20 days", Around("Today", 1)));
    }

    [Fact]
    public void Each_structure_is_answered_for_with_what_its_wait_costs()
    {
        string Of(BuiltStructure structure) => ComparisonWords.Answer(BuiltComparison.Of(Today, structure).Differences[0]);
        Assert.Equal("North: the mean wait is 3.0 (2.0 to 4.0) days shorter than under Today, with no clear rise in families lost.", Of(Around("North", 7)));
        Assert.Equal(
            "North: the mean wait is 3.0 (2.0 to 4.0) days longer than under Today. More paid time goes on the road, by 2.0 (1.0 to 3.0) percentage points. It costs £20,000 a year more: some of any gain is bought.",
            Of(Around("North", 13, 1, (Measure.TravelShare, BuiltComparison.Around(2)), (Measure.Cost, BuiltComparison.Around(20)))));
        Assert.Equal("North: no clear difference in the mean wait from Today: +0.2 (−0.8 to +1.2) days.", Of(Around("North", 10.2)));
        Assert.Equal("North: the mean wait is the same as under Today.", Of(At("North", 10)));
        Assert.Equal(
            "North: the mean wait is 3.0 (2.0 to 4.0) days shorter than under Today, but more families are lost while they wait: not an improvement.",
            Of(Around("North", 7, 1, (Measure.Lost, BuiltComparison.Around(2)))));
    }

    [Fact]
    public void Structures_of_one_name_are_told_apart()
    {
        StructureComparison comparison = BuiltComparison.Of(Around("Same", 10, 0) with { Id = "a" }, Around("Same", 7) with { Id = "b" }, Around("Other", 12, -1));
        StructureComparison apart = StructureNames.Apart(comparison);
        Assert.StartsWith("Same (b) has the shortest mean wait of 3 structures: 3.0 (2.0 to 4.0) days shorter than under Same (a).", AnswerWords.Answer(apart), StringComparison.Ordinal);
        Assert.Contains(ComparisonWords.Of(comparison), line => line.StartsWith("Same (b): the mean wait is 3.0 (2.0 to 4.0) days shorter than under Same (a)", StringComparison.Ordinal));
        StructureComparison other = BuiltComparison.Of(Today, Around("North", 7));
        Assert.Same(other, StructureNames.Apart(other));
    }

    [Fact]
    public void No_sentence_is_stronger_than_the_interval_of_its_pair()
    {
        Random random = new(20260101);
        string[] names = ["Today", "North", "South", "West"];
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        for (int trial = 0; trial < 100; trial++)
        {
            int structures = random.Next(2, 5);
            int futures = random.Next(2, 9);
            double[] shared = [.. Enumerable.Range(0, futures).Select(_ => 4 * random.NextDouble())];
            StructureComparison comparison = BuiltComparison.Of([.. Enumerable.Range(0, structures).Select(place =>
            {
                double mean = 10 + (3 * random.NextDouble());
                double scale = 0.1 + (4 * random.NextDouble());
                return new BuiltStructure(names[place], [.. shared.Select(level => (double?)(mean + level + (scale * (random.NextDouble() - 0.5))))]);
            })]);
            string kind = Checked(comparison, AnswerWords.Answer(comparison));
            seen[kind] = seen.GetValueOrDefault(kind) + 1;
        }

        // The futures reach every kind of answer; one that is clear for two alone is rare, and has a test of its own.
        Assert.Equal(["best", "lowest", "none", "open", "tie"], seen.Keys.Where(kind => !string.Equals(kind, "alone", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    /// <summary>Checks one answer against the paired intervals of the tables, and says which kind it is.</summary>
    private static string Checked(StructureComparison comparison, string answer)
    {
        string[] ids = [.. comparison.Structures.Select(result => result.Structure.Id)];
        MeasureDifference Pair(int one, int other) => comparison.DifferenceBetween(ids[one], ids[other]).Of(Measure.WaitToAllocation);
        int lowest = Enumerable.Range(0, ids.Length).MinBy(place => comparison.Structures[place].Of(Measure.WaitToAllocation).Mean);
        bool isClear = Enumerable.Range(0, ids.Length).All(place => place == lowest || Pair(lowest, place).IsClearlyBetter);
        string name = comparison.Structures[lowest].Structure.Name;
        MeasureDifference told = lowest > 0 ? Pair(lowest, 0) : Pair(Enumerable.Range(1, ids.Length - 1).MinBy(place => comparison.Structures[place].Of(Measure.WaitToAllocation).Mean), 0);

        // However it ends, the interval of the difference from the baseline is in the sentence.
        Assert.True(answer.Contains(NumberText.Size(told), StringComparison.Ordinal) || answer.Contains(NumberText.Of(told), StringComparison.Ordinal) || answer.Contains(NumberText.OfClear(told), StringComparison.Ordinal), answer);
        if (answer.StartsWith($"{name} has the short", StringComparison.Ordinal))
        {
            Assert.True(isClear && lowest > 0, answer);
            return "best";
        }

        if (answer.StartsWith("The change does not shorten", StringComparison.Ordinal) || answer.StartsWith("No change shortens", StringComparison.Ordinal))
        {
            Assert.True(isClear && lowest == 0, answer);
            return "none";
        }

        Assert.StartsWith("No clear", answer, StringComparison.Ordinal);
        string claims = answer.Replace("may have the shortest mean wait", "", StringComparison.Ordinal).Replace("Chance of the shortest,", "", StringComparison.Ordinal);
        bool isClaimed = claims.Contains("shorter", StringComparison.Ordinal) || claims.Contains(" below ", StringComparison.Ordinal);
        Assert.True(!isClaimed || (lowest > 0 && told.IsClearlyBetter), answer);
        foreach (string word in new[] { "shortest", "longer", "better" })
        {
            Assert.DoesNotContain(word, claims, StringComparison.Ordinal);
        }

        return ids.Length == 2 ? "open" : lowest == 0 ? "lowest" : !isClaimed ? "tie" : claims.Contains(" below ", StringComparison.Ordinal) ? "alone" : "tie";
    }

    private static BuiltStructure At(string name, double wait) => new(name, BuiltComparison.Around(wait, 0));

    private static BuiltStructure Around(string name, double wait, double scale = 1, params (Measure Measure, double?[] Futures)[] others) => new(name, BuiltComparison.Around(wait, scale), others);

    private static string Answer(params BuiltStructure[] structures) => AnswerWords.Answer(BuiltComparison.Of(structures));

    private static string? Also(params BuiltStructure[] structures) => AnswerWords.AlsoChanged(BuiltComparison.Of(structures));

    private static string[] Cautions(params BuiltStructure[] structures) => [.. AnswerWords.Cautions(BuiltComparison.Of(structures))];

    private static string Target(string target, params BuiltStructure[] structures) => AnswerWords.Target(BuiltComparison.Of(structures), StaffTarget.Parse(target));

    /// <summary>The chances are those of the comparison, which has tests of its own: the likelier first.</summary>
    private static string Chances(StructureComparison comparison, params int[] places)
    {
        double[] chances = [.. comparison.ChancesOfBest(Measure.WaitToAllocation)!.Value];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Chance of the shortest, by resampling these futures: {string.Join("; ", places.OrderByDescending(place => chances[place]).Select(place => $"{comparison.Structures[place].Structure.Name} {NumberText.Chance(chances[place])}"))}.");
    }
}
