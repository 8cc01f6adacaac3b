namespace LocalitySim.Simulation;

/// <summary>The six numbers of <see cref="Mrg32k3a"/>, and the step from one number to the next.</summary>
internal struct Mrg32k3aState
{
    internal const long Modulus1 = 4294967087;
    internal const long Modulus2 = 4294944443;
    internal const long A12 = 1403580;
    internal const long A13 = -810728;
    internal const long A21 = 527612;
    internal const long A23 = -1370589;

    // 1/(m₁ + 1), as the published program writes it.
    private const double Norm = 2.328306549295727688e-10;

    internal long X0;
    internal long X1;
    internal long X2;
    internal long Y0;
    internal long Y1;
    internal long Y2;

    /// <summary>Steps on and gives a number between 0 and 1, exclusive: one of the m₁ multiples of 1/(m₁ + 1), rounded.</summary>
    internal double Next()
    {
        long x = ((A12 * X1) + (A13 * X0)) % Modulus1;
        x += x < 0 ? Modulus1 : 0;
        (X0, X1, X2) = (X1, X2, x);
        long y = ((A21 * Y2) + (A23 * Y0)) % Modulus2;
        y += y < 0 ? Modulus2 : 0;
        (Y0, Y1, Y2) = (Y1, Y2, y);
        return (x > y ? x - y : x - y + Modulus1) * Norm;
    }
}
