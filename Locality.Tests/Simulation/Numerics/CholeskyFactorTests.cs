using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public sealed class CholeskyFactorTests
{
    // L = [2; 6 1; −8 5 3], the textbook matrix.
    private static readonly double[][] Matrix = [[4, 12, -16], [12, 37, -43], [-16, -43, 98]];

    [Fact]
    public void A_matrix_of_three_has_the_factor_worked_out_by_hand()
    {
        CholeskyFactor factor = CholeskyFactor.Of(Matrix)!;
        Assert.Equal([2, 6, -8], factor.Times([1, 0, 0]));
        Assert.Equal([0, 1, 5], factor.Times([0, 1, 0]));
        Assert.Equal([0, 0, 3], factor.Times([0, 0, 1]));
        Assert.Equal(Math.Log(36), factor.LogDeterminant, 1e-14);
        double[] solved = factor.Solve([-20, -43, 192]);
        Assert.Equal(1, solved[0], 1e-11);
        Assert.Equal(2, solved[1], 1e-11);
        Assert.Equal(3, solved[2], 1e-11);
        Assert.Equal([1, 0, 0], factor.SolveLower([2.0, 6, -8]));
        Assert.Equal(1, factor.SolveLower([[2.0, 0], [6, 1], [-8, 5]])[1][1], 1e-14);
    }

    [Fact]
    public void The_inverse_undoes_a_larger_matrix()
    {
        double[][] matrix = [.. Enumerable.Range(0, 30).Select(i => Enumerable.Range(0, 30).Select(j => (i == j ? 1 : 0) + (1.0 / (1 + i + j))).ToArray())];
        double[][] inverse = CholeskyFactor.Of(matrix)!.Inverse();
        for (int i = 0; i < 30; i++)
        {
            for (int j = 0; j < 30; j++)
            {
                Assert.Equal(i == j ? 1 : 0, matrix[i].Select((value, k) => value * inverse[k][j]).Sum(), 1e-13);
            }
        }
    }

    [Fact]
    public void A_matrix_that_is_not_positive_definite_has_none()
    {
        Assert.Null(CholeskyFactor.Of([[1, 2], [2, 1]]));
        Assert.Null(CholeskyFactor.Of([[1, 1], [1, 1]]));
        Assert.Null(CholeskyFactor.Of([[double.NaN]]));
    }
}
