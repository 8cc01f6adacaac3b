namespace LocalitySim.Simulation;

/// <summary>
/// A jump of <see cref="Mrg32k3a"/> by many numbers at once: each half of the state times a matrix, modulo the half's modulus.
/// Source: L'Ecuyer, "Random numbers for simulation", Communications of the ACM 33(10), 1990.
/// </summary>
internal sealed class Mrg32k3aJump
{
    private static readonly Mrg32k3aJump s_none = new([1, 0, 0, 0, 1, 0, 0, 0, 1], [1, 0, 0, 0, 1, 0, 0, 0, 1]);

    private static readonly Mrg32k3aJump s_one = new(
        [0, 1, 0, 0, 0, 1, Mrg32k3aState.A13 + Mrg32k3aState.Modulus1, Mrg32k3aState.A12, 0],
        [0, 1, 0, 0, 0, 1, Mrg32k3aState.A23 + Mrg32k3aState.Modulus2, 0, Mrg32k3aState.A21]);

    // The first row solves the recurrence for its oldest term.
    private static readonly Mrg32k3aJump s_oneBack = new(
        [184888585, 0, 1945170933, 1, 0, 0, 0, 1, 0],
        [0, 360363334, 4225571728, 1, 0, 0, 0, 1, 0]);

    private readonly long[] _first;
    private readonly long[] _second;

    private Mrg32k3aJump(long[] first, long[] second)
    {
        _first = first;
        _second = second;
    }

    internal static Mrg32k3aJump ByPowerOfTwo(int exponent, bool backward)
    {
        Mrg32k3aJump jump = backward ? s_oneBack : s_one;
        for (int i = 0; i < exponent; i++)
        {
            jump = jump.Then(jump);
        }

        return jump;
    }

    internal static Mrg32k3aJump By(uint steps, bool backward)
    {
        Mrg32k3aJump jump = s_none;
        Mrg32k3aJump power = backward ? s_oneBack : s_one;
        for (; steps > 0; steps >>= 1)
        {
            jump = (steps & 1) != 0 ? jump.Then(power) : jump;
            power = power.Then(power);
        }

        return jump;
    }

    internal Mrg32k3aState From(Mrg32k3aState state) => new()
    {
        X0 = Row(_first, 0, state.X0, state.X1, state.X2, Mrg32k3aState.Modulus1),
        X1 = Row(_first, 1, state.X0, state.X1, state.X2, Mrg32k3aState.Modulus1),
        X2 = Row(_first, 2, state.X0, state.X1, state.X2, Mrg32k3aState.Modulus1),
        Y0 = Row(_second, 0, state.Y0, state.Y1, state.Y2, Mrg32k3aState.Modulus2),
        Y1 = Row(_second, 1, state.Y0, state.Y1, state.Y2, Mrg32k3aState.Modulus2),
        Y2 = Row(_second, 2, state.Y0, state.Y1, state.Y2, Mrg32k3aState.Modulus2),
    };

    private static long Row(long[] matrix, int row, long a, long b, long c, long modulus) =>
        (long)((((ulong)matrix[3 * row] * (ulong)a % (ulong)modulus)
            + ((ulong)matrix[(3 * row) + 1] * (ulong)b % (ulong)modulus)
            + ((ulong)matrix[(3 * row) + 2] * (ulong)c % (ulong)modulus)) % (ulong)modulus);

    private static long[] Product(long[] left, long[] right, long modulus)
    {
        long[] product = new long[9];
        for (int i = 0; i < 9; i++)
        {
            product[i] = Row(left, i / 3, right[i % 3], right[3 + (i % 3)], right[6 + (i % 3)], modulus);
        }

        return product;
    }

    private Mrg32k3aJump Then(Mrg32k3aJump next) =>
        new(Product(next._first, _first, Mrg32k3aState.Modulus1), Product(next._second, _second, Mrg32k3aState.Modulus2));
}
