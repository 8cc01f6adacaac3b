using System.Globalization;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Refuses data that no finite coefficients fit best, naming the columns at fault.</summary>
internal static class DesignCheck
{
    private const double Negligible = 1e-8;
    private const int MostRounds = 20_000;

    /// <summary>Throws where a fit has no single finite best.</summary>
    internal static void Refuse(CountData data)
    {
        int[] weighed = [.. Enumerable.Range(0, data.Rows).Where(row => data.Weights[row] > 0)];
        if (weighed.Length < data.Columns.Count)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"rows: found {weighed.Length} of a weight above zero; expected at least one for each of the {data.Columns.Count} columns."), nameof(data));
        }

        RefuseZeros(data);
        RefuseCollinear(data, weighed);
        RefuseSeparated(data, weighed);
    }

    /// <summary>Throws where all counts of a weight above zero are zero.</summary>
    internal static void RefuseZeros(CountData data)
    {
        if (!Enumerable.Range(0, data.Rows).Any(row => data.Weights[row] > 0 && data.Counts[row] > 0))
        {
            throw new ArgumentException("counts: found zeros alone; expected at least one count above zero, for the logarithm of a mean of zero is not finite.", nameof(data));
        }
    }

    /// <summary>Throws where a column is a combination of those before it on the rows.</summary>
    internal static void RefuseCollinear(CountData data, int[] rows)
    {
        List<double[]> kept = [];
        List<string> names = [];
        foreach ((int place, string name) in data.Columns.Index())
        {
            double[] column = Pick(data.Design[place], rows);
            if (ThinQr.Of([.. kept, column]) is null)
            {
                double[] shares = kept.Count == 0 ? [] : ThinQr.Of([.. kept])!.Solve(column);
                double size = Length(column);
                string[] others = [.. names.Where((_, k) => Math.Abs(shares[k]) * Length(kept[k]) > Negligible * size)];
                string found = others.Length == 0 ? "zeros alone" : $"a combination of {string.Join(", ", others)}";
                throw new ArgumentException($"{name}: found {found}; expected a column that the others do not determine: leave one of them out.", nameof(data));
            }

            kept.Add(column);
            names.Add(name);
        }
    }

    /// <summary>
    /// The best fit is not finite where a combination of the columns is zero on all rows that count something and of one sign on those that
    /// count nothing. Source: Correia, Guimarães and Zylkin, "Verifying the existence of maximum likelihood estimates for generalized linear
    /// models", arXiv:1903.01633, 2019, theorem 1, and their iterative rectifier: projections on the combinations and on what is not negative.
    /// </summary>
    private static void RefuseSeparated(CountData data, int[] rows)
    {
        int[] zeros = [.. rows.Where(row => data.Counts[row] == 0)];
        if (zeros.Length == 0)
        {
            return;
        }

        double[][] free = FreeDirections(data, [.. rows.Where(row => data.Counts[row] > 0)]);
        List<double[]> images = [];
        foreach (double[] direction in free)
        {
            images.Add([.. zeros.Select(row => Enumerable.Range(0, direction.Length).Sum(j => direction[j] * data.Design[j][row]))]);
        }

        if (images.Count == 0)
        {
            return;
        }

        // No combination of columns is zero on all rows, so that those free on the counting rows are independent on the others.
        ThinQr? factors = ThinQr.Of([.. images]);
        if (factors is null)
        {
            return;
        }

        double[] target = [.. zeros.Select(_ => 1.0)];
        double[] evidence = new double[zeros.Length];
        for (int round = 0; round < MostRounds; round++)
        {
            double[] shares = factors.Solve(target);
            double[] image = [.. Enumerable.Range(0, zeros.Length).Select(row => Enumerable.Range(0, images.Count).Sum(k => shares[k] * images[k][row]))];
            double highest = image.Max();
            if (highest <= Negligible)
            {
                return;
            }

            if (image.Min() >= -Negligible * highest)
            {
                double[] direction = [.. data.Columns.Select((_, j) => Enumerable.Range(0, free.Length).Sum(k => shares[k] * free[k][j]))];
                throw Separated(data, rows, direction);
            }

            // What projections take away is orthogonal to every combination: once it is above zero on every row, none can be of one sign.
            for (int row = 0; row < zeros.Length; row++)
            {
                evidence[row] += target[row] - image[row];
                target[row] = Math.Max(image[row], 0);
            }

            if (evidence.Min() > Negligible)
            {
                return;
            }
        }
    }

    private static ArgumentException Separated(CountData data, int[] rows, double[] direction)
    {
        double[] sizes = [.. direction.Select((share, j) => Math.Abs(share) * Length(Pick(data.Design[j], rows)))];
        double highest = sizes.Max();
        string[] names = [.. data.Columns.Where((_, j) => sizes[j] > 1e-6 * highest)];
        return new ArgumentException(
            $"{string.Join(", ", names)}: found counts of zero alone on one side; expected a count above zero there, for without it the best coefficient is infinite: leave the column out, or join its groups.",
            nameof(data));
    }

    /// <summary>A basis of the coefficients under which the linear predictor is zero on the rows: by elimination with complete pivoting.</summary>
    private static double[][] FreeDirections(CountData data, int[] rows)
    {
        int columns = data.Columns.Count;
        double[] scale = [.. data.Design.Select(column => Math.Max(Length(column), double.Epsilon))];
        double[][] left = [.. rows.Select(row => Enumerable.Range(0, columns).Select(j => data.Design[j][row] / scale[j]).ToArray())];
        List<int> pivots = [];
        double first = left.SelectMany(row => row).Max(Math.Abs);
        for (int rank = 0; rank < Math.Min(left.Length, columns); rank++)
        {
            (double size, int at, int pivot) = (0, rank, -1);
            for (int row = rank; row < left.Length; row++)
            {
                for (int j = 0; j < columns; j++)
                {
                    if (!pivots.Contains(j) && Math.Abs(left[row][j]) > size)
                    {
                        (size, at, pivot) = (Math.Abs(left[row][j]), row, j);
                    }
                }
            }

            if (size <= 1e-11 * first)
            {
                break;
            }

            (left[rank], left[at]) = (left[at], left[rank]);
            pivots.Add(pivot);
            for (int row = 0; row < left.Length; row++)
            {
                double share = row == rank ? 0 : left[row][pivot] / left[rank][pivot];
                for (int j = 0; share != 0 && j < columns; j++)
                {
                    left[row][j] = j == pivot ? 0 : left[row][j] - (share * left[rank][j]);
                }
            }
        }

        return
        [
            .. Enumerable.Range(0, columns).Where(j => !pivots.Contains(j)).Select(j =>
            {
                double[] direction = new double[columns];
                direction[j] = 1 / scale[j];
                foreach ((int rank, int pivot) in pivots.Index())
                {
                    direction[pivot] = -left[rank][j] / left[rank][pivot] / scale[pivot];
                }

                return direction;
            }),
        ];
    }

    private static double[] Pick(double[] column, int[] rows) => [.. rows.Select(row => column[row])];

    private static double Length(double[] column) => Math.Sqrt(column.Sum(value => value * value));
}
