namespace LocalitySim.Simulation;

/// <summary>
/// The direction numbers of Sobol sequences in up to 80 dimensions.
/// Source: Joe and Kuo, "Constructing Sobol sequences with better two-dimensional projections", SIAM J. Scientific Computing 30(5),
/// 2008, table new-joe-kuo-6.
/// </summary>
internal static class SobolDirections
{
    internal const int Bits = 32;

    /// <summary>
    /// From the second dimension on: the coefficients a of the primitive polynomial between its first and last, as one number, and
    /// the initial numbers m. There are as many of these as the degree of the polynomial.
    /// </summary>
    private static readonly uint[][] s_table =
    [
        [0, 1], [1, 1, 3], [1, 1, 3, 1], [2, 1, 1, 1], [1, 1, 1, 3, 3], [4, 1, 3, 5, 13], [2, 1, 1, 5, 5, 17],
        [4, 1, 1, 5, 5, 5], [7, 1, 1, 7, 11, 19], [11, 1, 1, 5, 1, 1], [13, 1, 1, 1, 3, 11], [14, 1, 3, 5, 5, 31],
        [1, 1, 3, 3, 9, 7, 49], [13, 1, 1, 1, 15, 21, 21], [16, 1, 3, 1, 13, 27, 49], [19, 1, 1, 1, 15, 7, 5],
        [22, 1, 3, 1, 15, 13, 25], [25, 1, 1, 5, 5, 19, 61], [1, 1, 3, 7, 11, 23, 15, 103], [4, 1, 3, 7, 13, 13, 15, 69],
        [7, 1, 1, 3, 13, 7, 35, 63], [8, 1, 3, 5, 9, 1, 25, 53], [14, 1, 3, 1, 13, 9, 35, 107], [19, 1, 3, 1, 5, 27, 61, 31],
        [21, 1, 1, 5, 11, 19, 41, 61], [28, 1, 3, 5, 3, 3, 13, 69], [31, 1, 1, 7, 13, 1, 19, 1], [32, 1, 3, 7, 5, 13, 19, 59],
        [37, 1, 1, 3, 9, 25, 29, 41], [41, 1, 3, 5, 13, 23, 1, 55], [42, 1, 3, 7, 3, 13, 59, 17], [50, 1, 3, 1, 3, 5, 53, 69],
        [55, 1, 1, 5, 5, 23, 33, 13], [56, 1, 1, 7, 7, 1, 61, 123], [59, 1, 1, 7, 9, 13, 61, 49], [62, 1, 3, 3, 5, 3, 55, 33],
        [14, 1, 3, 1, 15, 31, 13, 49, 245], [21, 1, 3, 5, 15, 31, 59, 63, 97], [22, 1, 3, 1, 11, 11, 11, 77, 249],
        [38, 1, 3, 1, 11, 27, 43, 71, 9], [47, 1, 1, 7, 15, 21, 11, 81, 45], [49, 1, 3, 7, 3, 25, 31, 65, 79],
        [50, 1, 3, 1, 1, 19, 11, 3, 205], [52, 1, 1, 5, 9, 19, 21, 29, 157], [56, 1, 3, 7, 11, 1, 33, 89, 185],
        [67, 1, 3, 3, 3, 15, 9, 79, 71], [70, 1, 3, 7, 11, 15, 39, 119, 27], [84, 1, 1, 3, 1, 11, 31, 97, 225],
        [97, 1, 1, 1, 3, 23, 43, 57, 177], [103, 1, 3, 7, 7, 17, 17, 37, 71], [115, 1, 3, 1, 5, 27, 63, 123, 213],
        [122, 1, 1, 3, 5, 11, 43, 53, 133], [8, 1, 3, 5, 5, 29, 17, 47, 173, 479], [13, 1, 3, 3, 11, 3, 1, 109, 9, 69],
        [16, 1, 1, 1, 5, 17, 39, 23, 5, 343], [22, 1, 3, 1, 5, 25, 15, 31, 103, 499], [25, 1, 1, 1, 11, 11, 17, 63, 105, 183],
        [44, 1, 1, 5, 11, 9, 29, 97, 231, 363], [47, 1, 1, 5, 15, 19, 45, 41, 7, 383], [52, 1, 3, 7, 7, 31, 19, 83, 137, 221],
        [55, 1, 1, 1, 3, 23, 15, 111, 223, 83], [59, 1, 1, 5, 13, 31, 15, 55, 25, 161], [62, 1, 1, 3, 13, 25, 47, 39, 87, 257],
        [67, 1, 1, 1, 11, 21, 53, 125, 249, 293], [74, 1, 1, 7, 11, 11, 7, 57, 79, 323], [81, 1, 1, 5, 5, 17, 13, 81, 3, 131],
        [82, 1, 1, 7, 13, 23, 7, 65, 251, 475], [87, 1, 3, 5, 1, 9, 43, 3, 149, 11], [91, 1, 1, 3, 13, 31, 13, 13, 255, 487],
        [94, 1, 3, 3, 1, 5, 63, 89, 91, 127], [103, 1, 1, 3, 3, 1, 19, 123, 127, 237], [104, 1, 1, 5, 7, 23, 31, 37, 243, 289],
        [109, 1, 1, 5, 11, 17, 53, 117, 183, 491], [122, 1, 1, 1, 5, 1, 13, 13, 209, 345],
        [124, 1, 1, 3, 15, 1, 57, 115, 7, 33], [137, 1, 3, 1, 11, 7, 43, 81, 207, 175], [138, 1, 3, 1, 1, 15, 27, 63, 255, 49],
        [143, 1, 3, 5, 3, 27, 61, 105, 171, 305], [145, 1, 1, 5, 3, 1, 3, 57, 249, 149],
    ];

    private static readonly uint[][] s_directions = Make();

    internal static int MostDimensions => s_directions.Length;

    /// <summary>The coefficients of each dimension's polynomial, from the second dimension on.</summary>
    internal static IEnumerable<uint> Coefficients => s_table.Select(entry => entry[0]);

    /// <summary>The direction numbers of a dimension, counted from 0: 32 binary fractions, each in units of 2⁻³².</summary>
    internal static ReadOnlySpan<uint> Of(int dimension) => s_directions[dimension];

    private static uint[][] Make()
    {
        uint[][] directions = new uint[s_table.Length + 1][];

        // The first dimension is van der Corput's sequence, m = 1 throughout.
        directions[0] = new uint[Bits];
        for (int k = 0; k < Bits; k++)
        {
            directions[0][k] = 1U << (Bits - 1 - k);
        }

        for (int dimension = 1; dimension < directions.Length; dimension++)
        {
            directions[dimension] = Extend(s_table[dimension - 1]);
        }

        return directions;
    }

    /// <summary>Continues the initial numbers by the recurrence of the polynomial (Joe and Kuo 2008, equations 2 and 3).</summary>
    private static uint[] Extend(uint[] entry)
    {
        uint coefficients = entry[0];
        int degree = entry.Length - 1;
        uint[] v = new uint[Bits];
        for (int k = 0; k < degree; k++)
        {
            v[k] = entry[k + 1] << (Bits - 1 - k);
        }

        for (int k = degree; k < Bits; k++)
        {
            v[k] = v[k - degree] ^ (v[k - degree] >> degree);
            for (int j = 1; j < degree; j++)
            {
                if (((coefficients >> (degree - 1 - j)) & 1) == 1)
                {
                    v[k] ^= v[k - j];
                }
            }
        }

        return v;
    }
}
