using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>A fit's coefficients with cluster-robust errors. Immutable and thread-safe.</summary>
public sealed class ClusterRobustFit
{
    private readonly double[][] covariance;

    internal ClusterRobustFit(CountFit fit, double[][] covariance, int clusters)
    {
        (Fit, this.covariance, Clusters) = (fit, covariance, clusters);
        Coefficients = [.. fit.Coefficients.Select((coefficient, place) => coefficient with { StandardError = Math.Sqrt(covariance[place][place]) })];
        DispersionStandardError = covariance.Length > Coefficients.Count ? Math.Sqrt(covariance[^1][^1]) : null;
    }

    /// <summary>Gets the fit, with the errors that hold where all rows are independent.</summary>
    public CountFit Fit { get; }

    /// <summary>Gets the coefficients with cluster-robust errors, in the order of the columns. Their own intervals are normal ones; with few clusters use <see cref="Interval"/>.</summary>
    public IReadOnlyList<CoefficientEstimate> Coefficients { get; }

    /// <summary>Gets the number of clusters.</summary>
    public int Clusters { get; }

    /// <summary>Gets the degrees of freedom of intervals: clusters − 1 (Cameron and Miller 2015, section VI).</summary>
    public int DegreesOfFreedom => Clusters - 1;

    /// <summary>Gets the cluster-robust error of the dispersion α; null where it was not estimated or is 0, its least.</summary>
    public double? DispersionStandardError { get; }

    /// <summary>Returns a coefficient.</summary>
    /// <param name="column">The column.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public CoefficientEstimate Coefficient(string column) => Coefficients[Place(column)];

    /// <summary>Returns the cluster-robust covariance of two coefficients.</summary>
    /// <param name="one">A column.</param>
    /// <param name="other">A column; with the same one its variance is returned.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public double Covariance(string one, string other) => covariance[Place(one)][Place(other)];

    /// <summary>Returns a coefficient's estimate ± t standard errors, of Student's t with clusters − 1 degrees of freedom.</summary>
    /// <param name="column">The column.</param>
    /// <param name="level">The confidence level, between 0 and 1, exclusive.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range.</exception>
    public Interval Interval(string column, double level = 0.95)
    {
        CoefficientEstimate coefficient = Coefficient(column);
        double half = TailProbability.StudentPoint(0.5 + (0.5 * level), DegreesOfFreedom) * coefficient.StandardError;
        return new Interval(coefficient.Estimate, coefficient.Estimate - half, coefficient.Estimate + half);
    }

    private int Place(string column)
    {
        int place = Fit.Data.Columns.ToList().IndexOf(column);
        return place >= 0 ? place : throw new ArgumentException($"column: found '{column}'; expected one of {string.Join(", ", Fit.Data.Columns)}.", nameof(column));
    }
}
