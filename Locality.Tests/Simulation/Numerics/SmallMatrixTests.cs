using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

/// <summary>Small matrices are factored and decomposed to the values known for them.</summary>
public sealed class SmallMatrixTests
{
    [Fact]
    public void A_two_by_two_matrix_has_its_eigenvalues_and_vectors()
    {
        SymmetricEigen eigen = SymmetricEigen.Of(new double[,] { { 2, 1 }, { 1, 2 } });
        Assert.Equal(3, eigen.Values[0], 14);
        Assert.Equal(1, eigen.Values[1], 14);
        Assert.Equal(Math.Sqrt(0.5), eigen.Vectors[0][0], 14);
        Assert.Equal(Math.Sqrt(0.5), eigen.Vectors[0][1], 14);
        Assert.Equal(-Math.Sqrt(0.5), eigen.Vectors[1][1] * Math.Sign(eigen.Vectors[1][0]), 14);
    }

    [Fact]
    public void The_second_difference_matrix_has_its_known_eigenvalues()
    {
        // Eigenvalues of the n × n matrix with 2 on the diagonal and −1 beside it: 2 − 2 cos(k π / (n + 1)); vectors sin(j k π / (n + 1)).
        const int Count = 6;
        double[,] matrix = new double[Count, Count];
        for (int row = 0; row < Count; row++)
        {
            matrix[row, row] = 2;
            if (row > 0)
            {
                matrix[row, row - 1] = matrix[row - 1, row] = -1;
            }
        }

        SymmetricEigen eigen = SymmetricEigen.Of(matrix);
        for (int place = 0; place < Count; place++)
        {
            double angle = Math.PI * (Count - place) / (Count + 1);
            Assert.Equal(2 - (2 * Math.Cos(angle)), eigen.Values[place], 12);
            double ratio = Math.Sin(2 * angle) / Math.Sin(angle);
            Assert.Equal(ratio, eigen.Vectors[place][1] / eigen.Vectors[place][0], 10);
        }
    }

    [Fact]
    public void Least_squares_of_a_line_are_those_of_the_textbook_formula()
    {
        // Through (0, 1), (1, 3), (2, 4), (3, 4): slope 1, intercept 1.5; leverage of the ends 0.7, of the middle 0.3.
        ThinQr factors = ThinQr.Of([[1, 1, 1, 1], [0, 1, 2, 3]])!;
        double[] line = factors.Solve([1, 3, 4, 4]);
        Assert.Equal(1.5, line[0], 12);
        Assert.Equal(1, line[1], 12);
        Assert.Equal(0.7, factors.Leverage(0), 12);
        Assert.Equal(0.3, factors.Leverage(1), 12);

        // At x = 2.5 the weights are 1/4 + (x − 1.5)(x_i − 1.5)/5.
        Assert.Equal([-0.05, 0.15, 0.35, 0.55], factors.Weights([1, 2.5]).Select(value => Math.Round(value, 12)));
    }

    [Fact]
    public void Columns_that_are_combinations_have_no_factors()
    {
        Assert.Null(ThinQr.Of([[1, 1, 1], [2, 2, 2]]));
        Assert.Null(ThinQr.Of([[1, 2], [3, 4], [5, 6]]));
    }
}
