using LocalitySim.Models;
using LocalitySim.Simulation;

namespace LocalitySim.Tests;

/// <summary>More classic data sets of counts, whose fits are published to many digits.</summary>
internal static class PublishedCounts
{
    private static readonly int[] FileOrder = [1, 0, 2];

    /// <summary>
    /// Executions in seventeen states of the USA in 1997: Gill, Generalized Linear Models: A Unified Approach, 2001, table 2.3; the data
    /// set <c>cpunish</c> of statsmodels. The rate of violent crime comes in as its logarithm; all as Stata keeps it.
    /// </summary>
    internal static CountData Executions(double[]? weights = null)
    {
        (double Executions, double Income, double Poverty, double Black, double Violence, double South, double Degree)[] states =
        [
            (37, 34453, 16.7, 12.2, 644, 1, .16), (9, 41534, 12.5, 20.0, 351, 1, .27), (6, 35802, 10.6, 11.2, 591, 0, .21),
            (4, 26954, 18.4, 16.1, 524, 1, .16), (3, 31468, 14.8, 25.9, 565, 1, .19), (2, 32552, 18.8, 3.5, 632, 0, .25),
            (2, 40873, 11.6, 15.3, 886, 0, .25), (2, 34861, 13.1, 30.1, 997, 1, .21), (1, 42562, 9.4, 4.3, 405, 0, .31),
            (1, 31900, 14.3, 15.4, 1051, 1, .24), (1, 37421, 8.2, 8.2, 537, 0, .19), (1, 33305, 16.4, 7.2, 321, 0, .16),
            (1, 32108, 18.4, 32.1, 929, 1, .18), (1, 45844, 9.3, 27.4, 931, 0, .29), (1, 34743, 10.0, 4.0, 435, 0, .24),
            (1, 29709, 15.2, 7.7, 597, 0, .21), (1, 36777, 11.7, 1.8, 463, 0, .25),
        ];
        return new CountData(
            ["income", "poverty", "black", "violence", "south", "degree"],
            [.. states.Select(state => (double[])[state.Income, Single(state.Poverty), Single(state.Black), Single(PortableMath.Log(state.Violence)), state.South, Single(state.Degree)])],
            [.. states.Select(state => state.Executions)],
            weights: weights);
    }

    /// <summary>
    /// Deaths of British doctors from coronary disease: Doll and Hill, "Mortality of British doctors in relation to smoking", National Cancer
    /// Institute Monograph 19, 1966; the data set <c>dollhill3</c> of Stata.
    /// </summary>
    internal static CountData Doctors(bool hasExposure)
    {
        (double Smokes, int Age, double Deaths, double Years)[] rows =
        [
            (1, 0, 32, 52407), (1, 1, 104, 43248), (1, 2, 206, 28612), (1, 3, 186, 12663), (1, 4, 102, 5317),
            (0, 0, 2, 18790), (0, 1, 12, 10673), (0, 2, 28, 5710), (0, 3, 28, 2585), (0, 4, 31, 1462),
        ];
        string[] ages = ["45-54", "55-64", "65-74", "75-84"];
        double[] Row((double Smokes, int Age, double Deaths, double Years) row)
        {
            double[] bands = [.. ages.Select((_, place) => row.Age == place + 1 ? 1.0 : 0)];
            return hasExposure ? [row.Smokes, .. bands] : [PortableMath.Log(row.Years), row.Smokes, .. bands];
        }

        return new CountData(
            hasExposure ? ["smokes", .. ages] : ["ln years", "smokes", .. ages],
            [.. rows.Select(Row)],
            [.. rows.Select(row => row.Deaths)],
            exposures: hasExposure ? [.. rows.Select(row => row.Years)] : null);
    }

    /// <summary>
    /// Deaths of children in Colombia by age, in three cohorts: Somoza 1980, in Rodríguez, Generalized Linear Models (lecture notes), table
    /// 7.1; the data set <c>rod93</c> of Stata, with the logarithm of years as offset, as Stata keeps it.
    /// </summary>
    internal static CountData Children()
    {
        (double Deaths, double Years)[][] cohorts =
        [
            [(168, 278.4), (48, 538.8), (63, 794.4), (89, 1550.8), (102, 3006.0), (81, 8743.5), (40, 14270.0)],
            [(197, 403.2), (48, 786.0), (62, 1165.3), (81, 2294.8), (97, 4500.5), (103, 13201.5), (39, 19525.0)],
            [(195, 495.3), (55, 956.7), (58, 1381.4), (85, 2604.5), (87, 4618.5), (70, 9814.5), (10, 5802.5)],
        ];
        return new CountData(
            ["1960-67", "1968-76"],
            [.. cohorts.SelectMany((cohort, number) => cohort.Select(_ => (double[])[number == 1 ? 1 : 0, number == 2 ? 1 : 0]))],
            [.. cohorts.SelectMany(cohort => cohort.Select(row => row.Deaths))],
            offsets: [.. cohorts.SelectMany(cohort => cohort.Select(row => Single(PortableMath.Log(Single(row.Years)))))]);
    }

    /// <summary>Bills assigned to committees of the 104th House of Representatives: Gill 2001, table 6.4; the data set <c>committee</c> of statsmodels.</summary>
    internal static CountData Committees()
    {
        (double Size, double Subs, double Staff, double Prestige, double Before, double Bills)[] rows =
        [
            (58, 13, 109, 1, 9, 6), (42, 0, 39, 1, 101, 23), (13, 2, 25, 1, 54, 44), (39, 5, 23, 1, 542, 355), (51, 5, 61, 0, 101, 125),
            (43, 5, 69, 0, 158, 131), (49, 4, 79, 0, 196, 271), (44, 3, 68, 0, 40, 63), (51, 7, 99, 0, 72, 149), (35, 5, 56, 0, 168, 253),
            (49, 5, 46, 0, 60, 81), (55, 7, 48, 0, 75, 89), (44, 5, 58, 0, 98, 142), (61, 6, 74, 0, 69, 155), (50, 4, 58, 0, 25, 27),
            (43, 4, 29, 0, 9, 8), (33, 3, 36, 0, 41, 28), (12, 0, 24, 0, 233, 68), (10, 0, 9, 0, 0, 1), (16, 2, 24, 0, 2, 4),
        ];
        return new CountData(
            ["size", "subcommittees", "ln staff", "prestige", "bills before", "subcommittees × ln staff"],
            [.. rows.Select(row => (double[])[row.Size, row.Subs, PortableMath.Log(row.Staff), row.Prestige, row.Before, row.Subs * PortableMath.Log(row.Staff)])],
            [.. rows.Select(row => row.Bills)]);
    }

    /// <summary>Mites on 150 apple leaves: Bliss and Fisher, "Fitting the negative binomial distribution to biological data", Biometrics 9(2), 1953, table 1.</summary>
    internal static CountData Mites() =>
        new([], [[], [], [], [], [], [], [], []], [0, 1, 2, 3, 4, 5, 6, 7], weights: [70, 38, 17, 10, 9, 3, 2, 1]);

    /// <summary>
    /// Satellites of 173 female horseshoe crabs: Brockmann, Ethology 102, 1996; Agresti, Categorical Data Analysis, 2nd ed. 2002, table 4.3,
    /// counted by their number.
    /// </summary>
    internal static CountData Crabs()
    {
        double[] females = [62, 16, 9, 19, 19, 15, 13, 4, 6, 3, 3, 1, 1, 0, 1, 1];
        return new CountData([], [.. females.Select(_ => Array.Empty<double>())], [.. females.Select((_, satellites) => (double)satellites)], weights: females);
    }

    /// <summary>
    /// Weights of young women before and after treatment, rounded to counts: Hand, Daly, McConway, Lunn and Ostrowski, A Handbook of Small Data
    /// Sets, 1993, set 285; <c>anorexia</c> of R's MASS. As in GLM.jl's test: no column of ones, weights 1, 2, 3, 4 in turn, the weight before as exposure.
    /// </summary>
    internal static CountData Anorexia()
    {
        (double Before, double After)[][] treatments =
        [
            [
                (80.5, 82.2), (84.9, 85.6), (81.5, 81.4), (82.6, 81.9), (79.9, 76.4), (88.7, 103.6), (94.9, 98.4), (76.3, 93.4), (81, 73.4), (80.5, 82.1),
                (85, 96.7), (89.2, 95.3), (81.3, 82.4), (76.5, 72.5), (70, 90.9), (80.4, 71.3), (83.3, 85.4), (83, 81.6), (87.7, 89.1), (84.2, 83.9),
                (86.4, 82.7), (76.5, 75.7), (80.2, 82.6), (87.8, 100.4), (83.3, 85.2), (79.7, 83.6), (84.5, 84.6), (80.8, 96.2), (87.4, 86.7),
            ],
            [
                (80.7, 80.2), (89.4, 80.1), (91.8, 86.4), (74, 86.3), (78.1, 76.1), (88.3, 78.1), (87.3, 75.1), (75.1, 86.7), (80.6, 73.5), (78.4, 84.6),
                (77.6, 77.4), (88.7, 79.5), (81.3, 89.6), (78.1, 81.4), (70.5, 81.8), (77.3, 77.3), (85.2, 84.2), (86, 75.4), (84.1, 79.5), (79.7, 73),
                (85.5, 88.3), (84.4, 84.7), (79.6, 81.4), (77.5, 81.2), (72.3, 88.2), (89, 78.8),
            ],
            [
                (83.8, 95.2), (83.3, 94.3), (86, 91.5), (82.5, 91.9), (86.7, 100.3), (79.6, 76.7), (76.9, 76.8), (94.2, 101.6), (73.4, 94.9), (80.5, 75.2),
                (81.6, 77.8), (82.1, 95.5), (77.6, 90.7), (83.5, 92.5), (89.9, 93.8), (86, 91.7), (87.3, 98),
            ],
        ];

        // The file's order, in which the weights go round, is control, behavioural, family; the columns are in the order of their names.
        (int Treatment, double Before, double After)[] rows = [.. FileOrder.SelectMany(number => treatments[number].Select(row => (number, row.Before, row.After)))];
        return new CountData(
            ["before", "behavioural", "control", "family"],
            [.. rows.Select(row => (double[])[row.Before, row.Treatment == 0 ? 1 : 0, row.Treatment == 1 ? 1 : 0, row.Treatment == 2 ? 1 : 0])],
            [.. rows.Select(row => Math.Round(row.After, MidpointRounding.ToEven))],
            exposures: [.. rows.Select(row => row.Before)],
            weights: [.. rows.Select((_, row) => (double)((row % 4) + 1))],
            hasIntercept: false);
    }

    // A variable that Stata reads or generates is of single precision unless said otherwise: its published fits are those of rounded numbers.
    private static double Single(double value) => (float)value;
}
