using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Logistic regression against published fits, its own equations, and coefficients that data were drawn from.</summary>
public sealed class LogisticRegressionTests
{
    private static readonly Purpose Draws = new(1, "draws of a test");
    private static readonly string[] Names = ["x", "side"];

    /// <summary>Dalal, Fowlkes and Hoadley, "Risk analysis of the space shuttle", JASA 84(408), 1989: temperature at launch in °F, and whether an O-ring was damaged.</summary>
    private static readonly (double Temperature, int Damaged)[] Launches =
    [
        (66, 0), (70, 1), (69, 0), (68, 0), (67, 0), (72, 0), (73, 0), (70, 0), (57, 1), (63, 1), (70, 1), (78, 0),
        (67, 0), (53, 1), (67, 0), (75, 0), (70, 0), (81, 0), (76, 0), (79, 0), (75, 1), (76, 0), (58, 1),
    ];

    /// <summary>Henderson and Velleman, "Building multiple regression models interactively", Biometrics 37(2), 1981 (R's mtcars): weight in 1,000 lb, and whether the gearbox is manual.</summary>
    private static readonly (double Weight, int Manual)[] Cars =
    [
        (2.62, 1), (2.875, 1), (2.32, 1), (3.215, 0), (3.44, 0), (3.46, 0), (3.57, 0), (3.19, 0), (3.15, 0), (3.44, 0), (3.44, 0), (4.07, 0), (3.73, 0), (3.78, 0), (5.25, 0), (5.424, 0),
        (5.345, 0), (2.2, 1), (1.615, 1), (1.835, 1), (2.465, 0), (3.52, 0), (3.435, 0), (3.84, 0), (3.845, 0), (1.935, 1), (2.14, 1), (1.513, 1), (3.17, 1), (2.77, 1), (3.57, 1), (2.78, 1),
    ];

    /// <summary>Milicer and Szczotka, "Age at menarche in Warsaw girls in 1965", Human Biology 38, 1966 (R's MASS::menarche): mean age, girls, and how many have reached menarche.</summary>
    private static readonly (double Age, int Girls, int Reached)[] Menarche =
    [
        (9.21, 376, 0), (10.21, 200, 0), (10.58, 93, 0), (10.83, 120, 2), (11.08, 90, 2), (11.33, 88, 5), (11.58, 105, 10), (11.83, 111, 17), (12.08, 100, 16), (12.33, 93, 29), (12.58, 100, 39), (12.83, 108, 51),
        (13.08, 99, 47), (13.33, 106, 67), (13.58, 105, 81), (13.83, 117, 88), (14.08, 98, 79), (14.33, 97, 90), (14.58, 120, 113), (14.83, 102, 95), (15.08, 122, 117), (15.33, 111, 107), (15.58, 94, 92), (15.83, 114, 112), (17.58, 1049, 1049),
    ];

    [Fact]
    public void The_fit_of_the_space_shuttles_launches_is_as_published()
    {
        // R's glm: 15.0429 (7.3786) and −0.2322 (0.1082); deviances 28.267 and 20.315.
        LogisticFit fit = LogisticRegression.Fit(new EventTable(["temperature"], [.. Launches.Select(item => new[] { item.Temperature })], [.. Launches.Select(item => item.Damaged == 1)]));
        Check(fit, (15.0429, 7.3786), (-0.2322, 0.1082));
        Assert.Equal(28.267, fit.NullDeviance, 5e-4);
        Assert.Equal(20.315, fit.Deviance, 5e-4);
    }

    [Fact]
    public void The_fit_of_cars_by_weight_is_as_published()
    {
        // R's glm(am ~ wt, binomial, mtcars): 12.040 (4.510) and −4.024 (1.436); deviances 43.230 and 19.176. Its errors are of the step before the last,
        // where that of the weight is 1.4364; at the best coefficients it is 1.4365.
        LogisticFit fit = LogisticRegression.Fit(new EventTable(["weight"], [.. Cars.Select(item => new[] { item.Weight })], [.. Cars.Select(item => item.Manual == 1)]));
        Check(fit, 5e-4, (12.040, 4.510), (-4.024, 1.4365));
        Assert.Equal(43.230, fit.NullDeviance, 5e-4);
        Assert.Equal(19.176, fit.Deviance, 5e-4);
    }

    [Fact]
    public void The_fit_of_girls_by_age_is_as_published()
    {
        // Venables and Ripley, Modern Applied Statistics with S, 4th ed. 2002, section 7.2: −21.2264 (0.7707) and 1.6320 (0.0590); the deviance of groups falls from 3693.884 to 26.703.
        List<double[]> rows = [];
        List<bool> reached = [];
        foreach ((double age, int girls, int count) in Menarche)
        {
            rows.AddRange(Enumerable.Range(0, girls).Select(_ => new[] { age }));
            reached.AddRange(Enumerable.Range(0, girls).Select(girl => girl < count));
        }

        LogisticFit fit = LogisticRegression.Fit(new EventTable(["age"], rows, reached));
        Check(fit, (-21.2264, 0.7707), (1.6320, 0.0590));
        Assert.Equal(3693.884 - 26.703, fit.NullDeviance - fit.Deviance, 2e-3);
    }

    [Fact]
    public void The_fit_of_budworms_by_dose_and_sex_is_as_published()
    {
        // Collett, Modelling Binary Data, 1991, page 75; Venables and Ripley 2002, section 7.2: −3.4732 (0.4685), 1.1007 (0.3558) and 1.0642 (0.1311); deviances 124.876 and 6.757.
        List<double[]> rows = [];
        List<bool> dead = [];
        foreach ((int[] counts, double male) in ((int[], double)[])[([1, 4, 9, 13, 18, 20], 1), ([0, 2, 6, 10, 12, 16], 0)])
        {
            foreach ((int dose, int count) in counts.Index())
            {
                rows.AddRange(Enumerable.Range(0, 20).Select(_ => new[] { male, dose }));
                dead.AddRange(Enumerable.Range(0, 20).Select(moth => moth < count));
            }
        }

        LogisticFit fit = LogisticRegression.Fit(new EventTable(["male", "dose"], rows, dead));
        Check(fit, (-3.4732, 0.4685), (1.1007, 0.3558), (1.0642, 0.1311));
        Assert.Equal(124.876 - 6.757, fit.NullDeviance - fit.Deviance, 1e-3);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 4)]
    public void The_score_is_zero_at_the_fit(int seed, double penalty)
    {
        EventTable table = Drawn(seed, 300);
        LogisticFit fit = LogisticRegression.Fit(table, penalty);
        Assert.Equal(0, Enumerable.Range(0, 300).Sum(row => (table.Outcomes[row] ? 1 : 0) - fit.Chances[row]), 1e-9);
        for (int place = 0; place < 2; place++)
        {
            double[] column = table.Values[place];
            double mean = column.Average();
            double variance = column.Average(value => (value - mean) * (value - mean));
            double score = Enumerable.Range(0, 300).Sum(row => column[row] * ((table.Outcomes[row] ? 1 : 0) - fit.Chances[row]));
            Assert.Equal(penalty * variance * fit.Coefficients[place + 1].Estimate, score, 1e-9);
        }
    }

    [Fact]
    public void Intervals_hold_the_coefficients_that_data_were_drawn_from_as_often_as_they_say()
    {
        const int Sets = 400;
        int[] held = new int[3];
        int[] heldByClusters = new int[3];
        double[] truth = [-1, 0.8, 0.5];
        for (int set = 0; set < Sets; set++)
        {
            EventTable table = Drawn(1000 + set, 400);
            LogisticFit plain = LogisticRegression.Fit(table);
            LogisticFit clustered = LogisticRegression.Fit(table, isClustered: true);
            for (int place = 0; place < 3; place++)
            {
                held[place] += plain.Coefficients[place].Interval().Contains(truth[place]) ? 1 : 0;
                heldByClusters[place] += clustered.Coefficients[place].Interval().Contains(truth[place]) ? 1 : 0;
            }
        }

        Assert.All(held.Concat(heldByClusters), count => Assert.True(ExactBinomial.PValue(count, Sets, 0.95) > 0.001, $"{count} of {Sets}"));
    }

    [Fact]
    public void A_case_that_is_there_twice_tells_no_more_where_both_are_of_one_unit()
    {
        EventTable once = Drawn(7, 150);
        int[] rows = [.. Enumerable.Range(0, 300).Select(row => row / 2)];
        EventTable twice = new(Names, [.. rows.Select(row => once.Values.Select(column => column[row]).ToArray())], [.. rows.Select(row => once.Outcomes[row])], rows);
        LogisticFit one = LogisticRegression.Fit(once, isClustered: true);
        LogisticFit other = LogisticRegression.Fit(twice, isClustered: true);
        for (int place = 0; place < 3; place++)
        {
            Assert.Equal(one.Coefficients[place].Estimate, other.Coefficients[place].Estimate, 1e-9);
            Assert.Equal(one.Coefficients[place].StandardError, other.Coefficients[place].StandardError, 1e-9);
        }

        Assert.Equal(LogisticRegression.Fit(once).Coefficients[1].StandardError / Math.Sqrt(2), LogisticRegression.Fit(twice).Coefficients[1].StandardError, 1e-9);
    }

    [Fact]
    public void What_has_no_finite_best_is_refused_by_name_and_fitted_under_a_penalty()
    {
        // A side with one outcome alone; a slope that parts the outcomes; columns that determine one another.
        EventTable side = new(["x", "far"], [[1, 0], [2, 0], [3, 0], [1.5, 0], [4, 1], [2, 1]], [true, false, true, false, true, true]);
        Refused(() => LogisticRegression.Fit(side), "far: found outcomes all alike on one side; expected both");
        EventTable parted = new(["x"], [[1], [2], [3], [4]], [false, false, true, true]);
        Refused(() => LogisticRegression.Fit(parted), "(intercept), x: found outcomes all alike on one side");
        Refused(() => LogisticRegression.Fit(new EventTable(["x"], [[1], [2], [2], [4]], [false, false, true, true])), "(intercept), x: found outcomes all alike on one side");
        Refused(() => LogisticRegression.Fit(new EventTable(["a", "b"], [[1, 2], [2, 4], [3, 6], [4, 8]], [false, true, false, true])), "b: found a combination of a");
        Assert.InRange(LogisticRegression.Fit(side, 1).Coefficients[2].Estimate, 0.01, 3);
        Assert.InRange(LogisticRegression.Fit(parted, 1).Coefficients[1].Estimate, 0.01, 3);
    }

    [Fact]
    public void What_is_no_data_is_refused()
    {
        Refused(() => LogisticRegression.Fit(new EventTable([], [[], []], [true, true])), "outcomes: found 2 events in 2 cases; expected cases with and without");
        Refused(() => LogisticRegression.Fit(new EventTable(["x"], [[1], [double.NaN]], [true, false])), "x[1]: found NaN; expected a finite number");
        Refused(() => LogisticRegression.Fit(new EventTable(["x"], [[1], [2]], [true, false]), -1), "penalty: expected a finite number, zero or more");
        Refused(() => _ = new EventTable(["x"], [[1], [double.PositiveInfinity]], [true, false]), "x[1]: found Infinity; expected a finite number, or NaN");
        Refused(() => _ = new EventTable(["x"], [[1]], [true, false]), "rows: found 1; expected 2");
        Refused(() => _ = new EventTable(["x", "x"], [[1, 2]], [true]), "columns: found 'x'");
        Refused(() => _ = new EventTable([], [], []), "outcomes: found none");
    }

    [Fact]
    public void Odds_and_chances_carry_their_intervals()
    {
        LogisticFit fit = LogisticRegression.Fit(Drawn(11, 500));
        Interval odds = fit.OddsRatio("x");
        Assert.Equal(Math.Exp(fit.Coefficients[1].Estimate), odds.Mean, 1e-12);
        Assert.Equal(Math.Log(odds.Upper) - Math.Log(odds.Mean), 1.959964 * fit.Coefficients[1].StandardError, 1e-6);
        Interval chance = fit.Chance([0, 0]);
        Assert.Equal(1 / (1 + Math.Exp(-fit.Coefficients[0].Estimate)), chance.Mean, 1e-12);
        Assert.Equal(1 / (1 + Math.Exp(-fit.Coefficients[0].Interval().Upper)), chance.Upper, 1e-12);
        Refused(() => fit.OddsRatio("y"), "column: found 'y'; expected one of (intercept), x, side");
        Refused(() => fit.Chance([1]), "values: found 1; expected 2 finite numbers");
    }

    /// <summary>Draws x normal, side a coin, and events with log odds −1 + 0.8 x + 0.5 side.</summary>
    private static EventTable Drawn(int seed, int rows)
    {
        RandomStream random = new RandomStreams((ulong)seed, 0).Stream(Draws);
        List<double[]> values = [];
        List<bool> outcomes = [];
        for (int row = 0; row < rows; row++)
        {
            double x = random.NextNormal();
            double side = random.NextUniform() < 0.5 ? 1 : 0;
            values.Add([x, side]);
            outcomes.Add(random.NextUniform() < 1 / (1 + Math.Exp(1 - (0.8 * x) - (0.5 * side))));
        }

        return new EventTable(Names, values, outcomes);
    }

    private static void Check(LogisticFit fit, params (double Estimate, double Error)[] expected) => Check(fit, 5e-5, expected);

    private static void Check(LogisticFit fit, double within, params (double Estimate, double Error)[] expected)
    {
        foreach ((int place, (double estimate, double error)) in expected.Index())
        {
            Assert.Equal(estimate, fit.Coefficients[place].Estimate, within);
            Assert.Equal(error, fit.Coefficients[place].StandardError, within);
        }
    }

    private static void Refused(Action action, string message) => Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
}
