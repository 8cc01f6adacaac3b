namespace LocalitySim.Simulation;

/// <summary>
/// Latin hypercubes with hardly any correlation between dimensions, for any number of points: linear effects can be told apart.
/// Points stand in the middle of their strata. <see cref="UnitDesign.LargestCorrelation"/> says how near the design has come.
/// </summary>
/// <remarks>
/// From each of several random orders the dimensions are made orthogonal by ranked Gram–Schmidt sweeps, forward and backward in
/// turn, and the best that any sweep gave, by its largest absolute correlation, goes on. Two random places of a random dimension of it
/// are then exchanged again and again, where that brings down the sum of squared correlations. The best design of all is kept.
/// Sources: Owen, "Controlling correlations in Latin hypercube samples", J. American Statistical Association 89(428), 1994, section 3
/// (the sweeps); Morris and Mitchell, "Exploratory designs for computational experiments", J. Statistical Planning and Inference 43(3),
/// 1995, section 3 (the exchanges, here without annealing); Cioppa and Lucas, "Efficient nearly orthogonal and space-filling Latin hypercubes", Technometrics 49(1), 2007 (the
/// criterion; they call a design nearly orthogonal where the correlation is at most 0.03).
/// </remarks>
public static class NearlyOrthogonalLatinHypercube
{
    private const int Sweeps = 30;
    private const int ExchangesPerRow = 300;
    private const int MostExchanges = 300_000;

    /// <summary>Makes a design.</summary>
    /// <param name="rows">How many points, at least one more than dimensions and at most 1,048,576. The more, the smaller the correlations.</param>
    /// <param name="dimensions">How many dimensions, 1 or more.</param>
    /// <param name="seed">The seed; any value.</param>
    /// <param name="starts">From how many random orders, 1 or more. The work and, a little, the quality grow with it.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static UnitDesign Points(int rows, int dimensions, ulong seed, int starts = 20)
    {
        LatinHypercube.Check(rows, dimensions, Math.Max(dimensions, 1) + 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(starts, 1);
        RandomStreams streams = new(seed, 0);
        double[][]? best = null;
        double least = double.PositiveInfinity;
        for (uint start = 0; start < starts; start++)
        {
            double[][] columns = BestOfSweeps(Start(rows, dimensions, streams, start));
            Keep(columns, ref best, ref least);
            Exchange(columns, streams.Stream(AnalysisPurposes.NearlyOrthogonalExchange, group: start));
            Keep(columns, ref best, ref least);
        }

        return Design(best!, rows);
    }

    private static double[][] BestOfSweeps(double[][] columns)
    {
        double[][]? best = null;
        double least = double.PositiveInfinity;
        Keep(columns, ref best, ref least);
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            Sweep(columns, forward: sweep % 2 == 0);
            Keep(columns, ref best, ref least);
        }

        return best!;
    }

    private static void Keep(double[][] columns, ref double[][]? best, ref double least)
    {
        double largest = DesignCorrelation.Largest(columns) ?? 0;
        if (largest < least)
        {
            least = largest;
            best = Array.ConvertAll(columns, column => (double[])column.Clone());
        }
    }

    private static double[][] Start(int rows, int dimensions, RandomStreams streams, uint start)
    {
        double[][] columns = new double[dimensions][];
        for (int j = 0; j < dimensions; j++)
        {
            RandomStream order = streams.Stream(AnalysisPurposes.NearlyOrthogonalOrder, group: start, entity: (uint)j);
            columns[j] = Array.ConvertAll(LatinHypercube.Permutation(rows, ref order), rank => rank - (0.5 * (rows - 1)));
        }

        return columns;
    }

    /// <summary>Takes out of each column what those before it in the sweep explain, one by one, and puts ranks in its place.</summary>
    private static void Sweep(double[][] columns, bool forward)
    {
        int last = columns.Length - 1;
        for (int a = 1; a <= last; a++)
        {
            double[] column = columns[forward ? a : last - a];
            for (int b = 0; b < a; b++)
            {
                TakeOut(column, columns[forward ? b : last - b]);
            }

            Rank(column);
        }
    }

    /// <summary>Tries exchanges within a column, and keeps each that brings down the sum of its squared products with the others.</summary>
    private static void Exchange(double[][] columns, RandomStream random)
    {
        int rows = columns[0].Length;
        double[,] products = new double[columns.Length, columns.Length];
        for (int j = 0; j < columns.Length; j++)
        {
            for (int k = 0; k < columns.Length; k++)
            {
                products[j, k] = j == k ? 0 : DesignCorrelation.Product(columns[j], columns[k]);
            }
        }

        long tries = columns.Length > 1 ? Math.Min(ExchangesPerRow * (long)rows, MostExchanges) : 0;
        for (long i = 0; i < tries; i++)
        {
            int j = random.NextIndex(columns.Length);
            int one = random.NextIndex(rows);
            int other = random.NextIndex(rows);
            double step = columns[j][other] - columns[j][one];
            double gain = 0;
            for (int k = 0; k < columns.Length; k++)
            {
                // Ranks less their mean are whole or half numbers, so every sum here is exact.
                double change = k == j ? 0 : step * (columns[k][one] - columns[k][other]);
                gain -= change * ((2 * products[j, k]) + change);
            }

            if (gain > 0)
            {
                for (int k = 0; k < columns.Length; k++)
                {
                    double change = k == j ? 0 : step * (columns[k][one] - columns[k][other]);
                    products[k, j] = products[j, k] += change;
                }

                (columns[j][one], columns[j][other]) = (columns[j][other], columns[j][one]);
            }
        }
    }

    private static void TakeOut(double[] column, double[] other)
    {
        double product = 0;
        double square = 0;
        for (int i = 0; i < column.Length; i++)
        {
            product += column[i] * other[i];
            square += other[i] * other[i];
        }

        double slope = product / square;
        for (int i = 0; i < column.Length; i++)
        {
            column[i] -= slope * other[i];
        }
    }

    /// <summary>Puts ranks, centred at 0, in place of the values; equal values rank in row order.</summary>
    private static void Rank(double[] column)
    {
        int[] order = new int[column.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (one, other) => column[one].CompareTo(column[other]) is var sign and not 0 ? sign : one.CompareTo(other));
        double[] ranks = new double[column.Length];
        for (int rank = 0; rank < order.Length; rank++)
        {
            ranks[order[rank]] = rank - (0.5 * (order.Length - 1));
        }

        ranks.CopyTo(column, 0);
    }

    private static UnitDesign Design(double[][] columns, int rows)
    {
        double[] coordinates = new double[checked(rows * columns.Length)];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns.Length; j++)
            {
                coordinates[(i * columns.Length) + j] = (columns[j][i] + (0.5 * rows)) / rows;
            }
        }

        return new UnitDesign(coordinates, columns.Length);
    }
}
