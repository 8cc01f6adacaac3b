using System.Collections.Immutable;
using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>A model of escalation gives back what referrals were drawn from, on children it was not fitted to, and says where it is wrong.</summary>
public sealed class EscalationModelTests
{
    private static readonly EscalationOptions NoTrees = new() { TriesTrees = false, Folds = 2 };

    private static readonly EscalationOptions Quick = new() { Folds = 2 };

    [Fact]
    public void No_child_is_on_both_sides_and_all_that_test_come_later()
    {
        CaseTable table = DrawnCases.Of(1, 1000);
        EscalationSplit split = EscalationSplit.Of(table, 0.3);
        string[] fitted = [.. split.Training.Select(place => table.Cases[place].Child)];
        Assert.Empty(split.Test.Select(place => table.Cases[place].Child).Intersect(fitted, StringComparer.Ordinal));
        Assert.All(split.Training, place => Assert.True(table.Cases[place].Date < split.From));
        Assert.All(split.Test, place => Assert.True(table.Cases[place].Date >= split.From));
        Assert.Equal(1000, split.Training.Length + split.Test.Length + split.LeftOut);
        Assert.InRange(split.Training.Length, 690, 700);

        // A child of the training part takes its later referrals out of the test, and none of its own out of the fit.
        CaseRecord first = table.Cases[0];
        CaseTable again = new([.. table.Cases, first with { Date = new DateOnly(2025, 1, 1) }], "drawn", isSimulated: true);
        EscalationSplit more = EscalationSplit.Of(again, 0.3);
        Assert.Contains(0, more.Training);
        Assert.DoesNotContain(1000, more.Test);
    }

    [Fact]
    public void Odds_hold_those_that_referrals_were_drawn_from_as_often_as_they_say()
    {
        const int Sets = 200;
        Dictionary<EscalationAttribute, int> held = [];
        (EscalationAttribute Attribute, double Truth)[] known =
        [
            (EscalationAttribute.Age, DrawnCases.Truth[1]), (EscalationAttribute.Returned, DrawnCases.Truth[2]), (EscalationAttribute.Deprivation, DrawnCases.Truth[3]),
            (EscalationAttribute.Pathway, DrawnCases.Truth[4]), (EscalationAttribute.Source, 0),
        ];
        for (int set = 0; set < Sets; set++)
        {
            CaseTable table = DrawnCases.Of(100 + set, 800);
            LogisticFit fit = EscalationPredictor.Logistic(table.Cases, table.Units).Fit;
            EscalationEncoding encoding = EscalationEncoding.Learn(table.Cases).Encoding;
            foreach ((EscalationAttribute attribute, double truth) in known)
            {
                string column = encoding.Columns.Single(item => item.Attribute == attribute).Name;
                held[attribute] = held.GetValueOrDefault(attribute) + (fit.OddsRatio(column).Contains(Math.Exp(truth)) ? 1 : 0);
            }
        }

        Assert.All(held, pair => Assert.True(ExactBinomial.PValue(pair.Value, Sets, 0.95) > 0.001, $"{pair.Key}: {pair.Value} of {Sets}"));
    }

    [Fact]
    public void A_right_model_beats_one_chance_for_all_and_no_fifth_is_rejected_more_often_than_the_level_says()
    {
        const int Sets = 60;
        int rejected = 0;
        List<double> gains = [];
        for (int set = 0; set < Sets; set++)
        {
            EscalationEvaluation test = FitOf(DrawnCases.Of(1000 + set, 1500), NoTrees, threads: 1).Evaluation;
            rejected += test.Fifths.Any(group => group.Verdict != CalibrationVerdict.NoClearDifference) ? 1 : 0;
            gains.Add(test.BrierToBaseRate.Mean);
        }

        // The coefficients are estimated, which the intervals do not cover: they are judged as given, and yet the exact intervals have room.
        Assert.True(ExactBinomial.Share(rejected, Sets, 0.998).Lower <= 0.05, $"{rejected} of {Sets}");
        Assert.True(Confidence.Mean([.. gains], 0.999).Upper < 0);
    }

    [Fact]
    public void An_unfairness_that_the_columns_cannot_tell_is_found_and_said_plainly()
    {
        CaseTable table = DrawnCases.Of(2, 12_000, item => DrawnCases.Plain(item) + (item.Fifth == 3 ? 1 : 0));
        EscalationFit fit = FitOf(table, NoTrees, threads: 1);
        GroupCalibration third = fit.Evaluation.Fifths.Single(group => string.Equals(group.Group, "3", StringComparison.Ordinal));
        Assert.Equal(CalibrationVerdict.MoreThanForecast, third.Verdict);
        ImmutableArray<string> sentences = EscalationFairness.Sentences(fit.Evaluation);
        Assert.StartsWith("Fifth 3: the model is not calibrated. More escalated than it forecast", sentences[0], StringComparison.Ordinal);
        Assert.Contains("not proof of fairness", sentences[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_can_be_told_apart_there_is_no_clear_difference()
    {
        EscalationEvaluation test = FitOf(DrawnCases.Of(3, 1200), NoTrees, threads: 1).Evaluation;
        Assert.Contains("Observed against forecast in fifth 1 (most deprived), fifth 2, fifth 3, fifth 4, fifth 5 (least deprived): no clear difference.", EscalationFairness.Sentences(test));
        Assert.Contains("No referral that tests is from fifth 3: nothing can be said there.", EscalationFairness.Sentences(test with { Fifths = test.Fifths.RemoveAt(2) }));
    }

    [Fact]
    public void Trees_are_used_where_children_left_out_are_forecast_better_by_them_and_only_there()
    {
        EscalationFit bent = FitOf(DrawnCases.Of(4, 4000, item => item.IsReturn == (item.Age > 8) ? 1 : -2.5), Quick, threads: 2);
        Assert.Equal(EscalationMethod.Trees, bent.Model.Method);
        Assert.True(bent.Choice.Difference!.Value.Upper < 0);
        Assert.Equal(EscalationMethod.Logistic, FitOf(DrawnCases.Of(5, 4000), Quick, threads: 2).Model.Method);
    }

    [Fact]
    public void Neither_the_number_of_threads_nor_the_order_of_referrals_changes_the_model()
    {
        CaseTable table = DrawnCases.Of(6, 1500, item => item.IsReturn == (item.Age > 8) ? 1 : -2.5);
        string one = EscalationModelJson.Write(FitOf(table, Quick, threads: 1).Model);
        CaseTable turned = new([.. table.Cases.Reverse()], table.Origin, table.IsSimulated);
        Assert.Equal(table.Sha256, turned.Sha256);
        Assert.Equal(one, EscalationModelJson.Write(FitOf(turned, Quick, threads: 3).Model));
    }

    [Fact]
    public void A_stopped_fit_says_that_trees_were_not_tried()
    {
        EscalationChoice choice = EscalationModel.Fit(DrawnCases.Of(7, 1000), cancellation: new CancellationToken(canceled: true)).Choice;
        Assert.True(choice.WasStopped);
        Assert.Equal(EscalationMethod.Logistic, choice.Method);
        Assert.Null(choice.Trees);
    }

    [Fact]
    public void How_many_are_expected_is_told_for_many_and_refused_for_few()
    {
        CaseTable table = DrawnCases.Of(8, 3000);
        EscalationModel model = FitOf(table, NoTrees).Model;
        CaseTable next = DrawnCases.Of(9, 1000);
        Interval expected = model.Expect(next.Cases);
        Assert.True(expected.Contains(next.Escalated), $"{next.Escalated} in {expected}");
        Assert.Equal(next.Cases.Sum(model.Predictor.Chance), expected.Mean, 1e-9);

        // Chance alone would give √Σ p(1 − p); what is left open of the coefficients adds to it.
        double alone = Math.Sqrt(next.Cases.Sum(item => model.Predictor.Chance(item) * (1 - model.Predictor.Chance(item))));
        Assert.InRange(expected.HalfWidth, 1.96 * alone, 1.96 * alone * 1.5);
        Assert.Contains("cases: found 29; expected 30 or more", Assert.Throws<ArgumentException>(() => model.Expect(next.Cases[..29])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Levels_too_seldom_seen_are_joined_and_columns_that_others_determine_are_left_out()
    {
        CaseRecord[] cases = [.. DrawnCases.Of(10, 1000).Cases.Select((item, place) => item with
        {
            Pathway = place % 20 == 0 ? $"rare {place % 3}" : item.Pathway,
            Source = item.Pathway,
            Age = place % 4 == 0 ? null : item.Age,
        })];
        (EscalationEncoding encoding, ImmutableArray<string> leftOut) = EscalationEncoding.Learn(cases);
        Assert.Equal(["pathway early", "pathway (other)", "source early", "age", "age not known", "returned", "deprivation"], encoding.Names);
        Assert.Empty(leftOut);
        CaseRecord unknown = cases[1] with { Pathway = "never seen", Source = null, Age = null };
        Assert.Equal([0, 1, 0, encoding.MeanAge!.Value, 1], encoding.Row(unknown, forTrees: false)[..5]);
        Assert.True(double.IsNaN(encoding.Row(unknown, forTrees: true)[3]));
        CaseRecord[] same = [.. cases.Select(item => item with { Source = item.Pathway })];
        Assert.Equal(["source (other)", "source early"], EscalationEncoding.Learn(same).LeftOut.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_pathway_where_none_escalates_is_set_aside_and_leaves_the_odds_of_the_others_as_they_are()
    {
        CaseTable table = DrawnCases.Of(11, 2000, item => item.Pathway is "early" ? -50 : DrawnCases.Plain(item));
        EscalationFit fit = FitOf(table, NoTrees);
        EscalationLevel level = Assert.Single(fit.Model.Aside);
        int early = Enumerable.Range(0, fit.Model.Training.Cases).Count(place => table.Cases[place].Pathway is "early");
        Assert.Equal(new EscalationLevel(EscalationAttribute.Pathway, "early", early, 0), level);
        Assert.Equal(0.5 / (early + 1), fit.Model.Predictor.Chance(table.Cases.First(item => item.Pathway is "early")), 1e-15);
        Assert.Equal(0, fit.Penalty);
        CaseRecord[] others = [.. Enumerable.Range(0, fit.Model.Training.Cases).Where(place => table.Cases[place].Pathway is not "early").Select(place => table.Cases[place])];
        EscalationOdds[] alone = [.. EscalationPredictor.Logistic(others, [.. Enumerable.Range(0, others.Length)]).Fit.Coefficients.Skip(1).Select((item, place) => new EscalationOdds(fit.Odds[place].Column, item.Interval()))];
        Assert.Equal(alone.Select(odds => Math.Exp(odds.Ratio.Mean)), fit.Odds.Select(odds => odds.Ratio.Mean), (one, other) => Math.Abs(one - other) < 1e-9);

        // A hundred referrals of the level are wrong together: the variance of the beta law counts a hundred squared times.
        CaseRecord[] hundred = [.. Enumerable.Repeat(table.Cases.First(item => item.Pathway is "early"), 100)];
        double chance = level.Chance;
        Assert.Equal((100 * chance * (1 - chance)) + (10_000 * chance * (1 - chance) / (early + 2)), fit.Model.Predictor.Expect(hundred).Variance, 1e-12);
        Assert.Equal(fit.Model.Aside, EscalationModelJson.Read(EscalationModelJson.Write(fit.Model)).Aside);
    }

    [Fact]
    public void Outcomes_that_two_columns_part_together_are_fitted_under_a_penalty_that_is_said()
    {
        // None escalates who came early from a school, all do who did neither; each pathway and each source has both.
        CaseTable table = DrawnCases.Of(13, 2000, item => (item.Pathway, item.Source) switch
        {
            ("early", "school") => -50,
            ("need", "police") => 50,
            _ => 0,
        });
        EscalationFit fit = FitOf(table, NoTrees);
        Assert.Equal(1, fit.Penalty);
        Assert.Empty(fit.Model.Aside);
        Assert.Equal(0, FitOf(DrawnCases.Of(13, 2000), NoTrees).Penalty);
        Assert.All(fit.Odds, odds => Assert.True(double.IsFinite(odds.Ratio.Upper)));
    }

    [Fact]
    public void What_cannot_be_fitted_is_refused()
    {
        Refused(() => FitOf(DrawnCases.Of(12, 300, _ => -6), NoTrees), "of each for training");
        Refused(() => FitOf(DrawnCases.Of(12, 100, _ => 0), NoTrees with { TestShare = 0.15 }), "of each for testing");
        Refused(() => FitOf(DrawnCases.Of(12, 300), NoTrees with { TestShare = 1 }), "TestShare: found 1; expected a share above 0, under 1");
        Refused(() => FitOf(DrawnCases.Of(12, 300), NoTrees with { Folds = 1 }), "Folds: found 1; expected 2 to 20");
        Refused(() => FitOf(DrawnCases.Of(12, 300), NoTrees with { Threshold = 0 }), "Threshold: found 0");
        Refused(() => _ = new CaseTable([], "none", isSimulated: false), "cases: found none");
        CaseRecord good = DrawnCases.Of(12, 1).Cases[0];
        Refused(() => _ = new CaseTable([good, good with { Age = 26 }], "wrong", isSimulated: false), "cases[1].age: found '26'; expected 0 to 25 years, or none");
        Refused(() => _ = new CaseTable([good with { Fifth = 0 }], "wrong", isSimulated: false), "cases[0].fifth: found '0'; expected 1 to 5");
    }

    private static EscalationFit FitOf(CaseTable table, EscalationOptions? options = null, int? threads = null) =>
        EscalationModel.Fit(table, options, threads, cancellation: TestContext.Current.CancellationToken);

    private static void Refused(Action action, string message) => Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
}
