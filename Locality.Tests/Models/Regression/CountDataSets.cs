using LocalitySim.Models;

namespace LocalitySim.Tests;

/// <summary>Classic data sets of counts.</summary>
internal static class CountDataSets
{
    /// <summary>Dobson, An Introduction to Generalized Linear Models, 1990, page 93: the example of R's <c>?glm</c>.</summary>
    internal static CountData Dobson(double[]? weights = null)
    {
        double[] counts = [18, 17, 15, 20, 10, 20, 25, 13, 12];
        return new CountData(
            ["outcome2", "outcome3", "treatment2", "treatment3"],
            [.. counts.Select((_, row) => (double[])[Is(row % 3, 1), Is(row % 3, 2), Is(row / 3, 1), Is(row / 3, 2)])],
            counts,
            weights: weights);
    }

    /// <summary>
    /// Damage to ships: McCullagh and Nelder, Generalized Linear Models, section 6.3.2; the rows as in the data set <c>ships</c> of R's MASS,
    /// those without service left out. Construction years are numbered 1 to 4.
    /// </summary>
    internal static CountData Ships(bool hasExposure = true)
    {
        (double Year, double Period, double Service, double Incidents)[] rows =
        [
            (1, 0, 127, 0), (1, 1, 63, 0), (2, 0, 1095, 3), (2, 1, 1095, 4), (3, 0, 1512, 6), (3, 1, 3353, 18), (4, 1, 2244, 11),
            (1, 0, 44882, 39), (1, 1, 17176, 29), (2, 0, 28609, 58), (2, 1, 20370, 53), (3, 0, 7064, 12), (3, 1, 13099, 44), (4, 1, 7117, 18),
            (1, 0, 1179, 1), (1, 1, 552, 1), (2, 0, 781, 0), (2, 1, 676, 1), (3, 0, 783, 6), (3, 1, 1948, 2), (4, 1, 274, 1),
            (1, 0, 251, 0), (1, 1, 105, 0), (2, 0, 288, 0), (2, 1, 192, 0), (3, 0, 349, 2), (3, 1, 1208, 11), (4, 1, 2051, 4),
            (1, 0, 45, 0), (2, 0, 789, 7), (2, 1, 437, 7), (3, 0, 1157, 5), (3, 1, 2161, 12), (4, 1, 542, 1),
        ];
        return new CountData(
            ["year", "period"],
            [.. rows.Select(row => (double[])[row.Year, row.Period])],
            [.. rows.Select(row => row.Incidents)],
            exposures: hasExposure ? [.. rows.Select(row => row.Service)] : null);
    }

    /// <summary>Days absent from school: Quine, in Aitkin, "The analysis of unbalanced cross classifications", JRSS A 141, 1978; <c>quine</c> of R's MASS.</summary>
    internal static CountData Quine()
    {
        (string Group, double[] Days)[] groups =
        [
            ("AM0S", [2, 11, 14]), ("AM0A", [5, 5, 13, 20, 22]), ("AM1S", [6, 6, 15]), ("AM1A", [7, 14]), ("AM2S", [6, 32, 53, 57]),
            ("AM2A", [14, 16, 16, 17, 40, 43, 46]), ("AM3A", [8, 23, 23, 28, 34, 36, 38]), ("AF0S", [3]), ("AF0A", [5, 11, 24, 45]),
            ("AF1S", [5, 6, 6, 9, 13, 23, 25, 32, 53, 54]), ("AF1A", [5, 5, 11, 17, 19]), ("AF2S", [8, 13, 14, 20, 47, 48, 60, 81]), ("AF2A", [2]),
            ("AF3A", [0, 2, 3, 5, 10, 14, 21, 36, 40]), ("NM0S", [6, 17, 67]), ("NM0A", [0, 0, 2, 7, 11, 12]), ("NM1S", [0, 0, 5, 5, 5, 11, 17]),
            ("NM1A", [3, 4]), ("NM2S", [22, 30, 36]), ("NM2A", [8, 0, 1, 5, 7, 16, 27]), ("NM3A", [0, 30, 10, 14, 27, 41, 69]), ("NF0S", [25]),
            ("NF0A", [10, 11, 20, 33]), ("NF1S", [5, 7, 0, 1, 5, 5, 5, 5, 7, 11, 15]), ("NF1A", [5, 14, 6, 6, 7, 28]), ("NF2S", [0, 5, 14, 2, 2, 3, 8, 10, 12]),
            ("NF2A", [1]), ("NF3A", [1, 9, 22, 3, 3, 5, 15, 18, 22, 37]),
        ];
        return new CountData(
            ["EthN", "SexM", "AgeF1", "AgeF2", "AgeF3", "LrnSL"],
            [.. groups.SelectMany(group => group.Days.Select(_ => (double[])
                [Is(group.Group[0], 'N'), Is(group.Group[1], 'M'), Is(group.Group[2], '1'), Is(group.Group[2], '2'), Is(group.Group[2], '3'), Is(group.Group[3], 'S')]))],
            [.. groups.SelectMany(group => group.Days)]);
    }

    /// <summary>Breaks of yarn: Tippett, Technological Applications of Statistics, 1950, page 106; R's <c>warpbreaks</c>.</summary>
    internal static CountData Warpbreaks()
    {
        double[] breaks =
        [
            26, 30, 54, 25, 70, 52, 51, 26, 67, 18, 21, 29, 17, 12, 18, 35, 30, 36, 36, 21, 24, 18, 10, 43, 28, 15, 26,
            27, 14, 29, 19, 29, 31, 41, 20, 44, 42, 26, 19, 16, 39, 28, 21, 39, 29, 20, 21, 24, 17, 13, 15, 15, 16, 28,
        ];
        return new CountData(
            ["woolB", "tensionM", "tensionH"],
            [.. breaks.Select((_, row) => (double[])[Is(row / 27, 1), Is(row / 9 % 3, 1), Is(row / 9 % 3, 2)])],
            breaks);
    }

    /// <summary>Insects left after six sprays, twelve plots each: Beall, "The transformation of data from entomological field experiments", Biometrika 32, 1942; R's <c>InsectSprays</c>.</summary>
    internal static (CountData Data, double[][] Groups) InsectSprays()
    {
        double[][] groups =
        [
            [10, 7, 20, 14, 14, 12, 10, 23, 17, 20, 14, 13], [11, 17, 21, 11, 16, 14, 17, 17, 19, 21, 7, 13], [0, 1, 7, 2, 3, 1, 2, 1, 3, 0, 1, 4],
            [3, 5, 12, 6, 4, 3, 5, 5, 5, 5, 2, 4], [3, 5, 3, 5, 3, 6, 1, 1, 3, 2, 6, 4], [11, 9, 15, 22, 15, 16, 13, 10, 26, 26, 24, 13],
        ];
        CountData data = new(
            ["A", "B", "C", "D", "E", "F"],
            [.. groups.SelectMany((group, number) => group.Select(_ => Enumerable.Range(0, 6).Select(spray => Is(spray, number)).ToArray()))],
            [.. groups.SelectMany(group => group)],
            hasIntercept: false);
        return (data, groups);
    }

    private static double Is(int one, int other) => one == other ? 1 : 0;
}
