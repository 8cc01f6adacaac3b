using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LocalitySim.Simulation;

/// <summary>
/// Exponential and normal draws by rejection from 256 layers of equal area.
/// Sources: Marsaglia and Tsang (2000), the method; Doornik (2005), separate bits for layer and abscissa.
/// </summary>
/// <remarks>
/// The edges are those at which 256 layers close exactly at the mode; the tables are made by <see cref="PortableMath"/>, so
/// they are the same bits everywhere.
/// </remarks>
internal static class Ziggurat
{
    private const int Layers = 256;
    private const double ExponentialEdge = 7.69711747013105;
    private const double ExponentialArea = 0.00394965982258155722;
    private const double NormalEdge = 3.65415288536100877;
    private const double NormalArea = 0.00492867323397465536;

    private static readonly double[] s_exponentialX = Abscissae(
        ExponentialEdge, ExponentialArea, ExponentialDensity, density => -PortableMath.Log(density));

    private static readonly double[] s_exponentialY = Ordinates(s_exponentialX, ExponentialDensity);

    private static readonly double[] s_normalX = Abscissae(
        NormalEdge, NormalArea, NormalDensity, density => Math.Sqrt(-2 * PortableMath.Log(density)));

    private static readonly double[] s_normalY = Ordinates(s_normalX, NormalDensity);

    private static readonly Layer[] s_exponentialLayers = LayersOf(s_exponentialX);

    private static readonly Layer[] s_normalLayers = LayersOf(s_normalX);

    /// <summary>What a draw needs that lies surely under the curve: sixteen bytes, so one cache line.</summary>
    /// <param name="Scale">The layer's width × 2⁻⁵².</param>
    /// <param name="Sure">How many of the 2⁵² abscissae n + ½, the smallest ones, lie within the next layer's width.</param>
    internal readonly record struct Layer(double Scale, ulong Sure);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ref readonly Layer ExponentialLayer(ulong bits) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(s_exponentialLayers), (nint)(bits & (Layers - 1)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ref readonly Layer NormalLayer(ulong bits) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(s_normalLayers), (nint)(bits & (Layers - 1)));

    internal static double Exponential(ref RandomStream random)
    {
        double shift = 0;
        while (true)
        {
            ulong bits = random.NextUInt64();
            int layer = (int)(bits & (Layers - 1));
            double x = ((bits >> 12) + 0.5) * (1.0 / (1UL << 52)) * s_exponentialX[layer];
            if (x < s_exponentialX[layer + 1])
            {
                return shift + x;
            }

            if (layer == 0)
            {
                // Beyond the edge the exponential starts afresh.
                shift += ExponentialEdge;
            }
            else if (UnderCurve(ref random, s_exponentialY, layer, ExponentialDensity(x)))
            {
                return shift + x;
            }
        }
    }

    internal static double Normal(ref RandomStream random)
    {
        while (true)
        {
            ulong bits = random.NextUInt64();
            int layer = (int)(bits & (Layers - 1));
            double x = (((long)bits >> 11) + 0.5) * (1.0 / (1UL << 52)) * s_normalX[layer];
            if (Math.Abs(x) < s_normalX[layer + 1])
            {
                return x;
            }

            if (layer == 0)
            {
                double tail = NormalTail(ref random);
                return x < 0 ? -tail : tail;
            }

            if (UnderCurve(ref random, s_normalY, layer, NormalDensity(x)))
            {
                return x;
            }
        }
    }

    /// <summary>A normal given that it exceeds the edge. Source: Marsaglia, "Generating a variable from the tail of the normal
    /// distribution", Technometrics 6 (1964).</summary>
    private static double NormalTail(ref RandomStream random)
    {
        while (true)
        {
            double excess = Exponential(ref random) / NormalEdge;
            if (2 * Exponential(ref random) > excess * excess)
            {
                return NormalEdge + excess;
            }
        }
    }

    private static bool UnderCurve(ref RandomStream random, double[] ordinates, int layer, double density) =>
        ordinates[layer] + (random.NextUniform() * (ordinates[layer + 1] - ordinates[layer])) < density;

    private static double ExponentialDensity(double x) => PortableMath.Exp(-x);

    private static double NormalDensity(double x) => PortableMath.Exp(-0.5 * x * x);

    private static double[] Abscissae(double edge, double area, Func<double, double> density, Func<double, double> inverse)
    {
        double[] x = new double[Layers + 1];
        x[0] = area / density(edge);
        x[1] = edge;
        for (int i = 2; i < Layers; i++)
        {
            x[i] = inverse(density(x[i - 1]) + (area / x[i - 1]));
        }

        x[Layers] = 0;
        return x;
    }

    private static double[] Ordinates(double[] x, Func<double, double> density)
    {
        double[] y = new double[Layers + 1];
        for (int i = 0; i <= Layers; i++)
        {
            y[i] = density(x[i]);
        }

        return y;
    }

    /// <summary>Finds where the test x &lt; next width turns, by halving: products with a rising factor never fall.</summary>
    private static Layer[] LayersOf(double[] x)
    {
        Layer[] layers = new Layer[Layers];
        for (int i = 0; i < Layers; i++)
        {
            double scale = x[i] * (1.0 / (1UL << 52));
            ulong low = 0;
            ulong high = 1UL << 52;
            while (low < high)
            {
                ulong middle = (low + high) / 2;
                (low, high) = (middle + 0.5) * scale < x[i + 1] ? (middle + 1, high) : (low, middle);
            }

            layers[i] = new Layer(scale, low);
        }

        return layers;
    }
}
