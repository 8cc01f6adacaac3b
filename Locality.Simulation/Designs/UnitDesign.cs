namespace LocalitySim.Simulation;

/// <summary>The points of a design: each is a row with one coordinate a dimension, from 0 to 1, 1 excluded.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class UnitDesign
{
    private readonly double[] _coordinates;

    /// <param name="coordinates">Row after row; the design keeps the array.</param>
    /// <param name="dimensions">How many coordinates a row has.</param>
    internal UnitDesign(double[] coordinates, int dimensions)
    {
        _coordinates = coordinates;
        Dimensions = dimensions;
    }

    /// <summary>How many points there are.</summary>
    public int Rows => _coordinates.Length / Dimensions;

    /// <summary>How many coordinates a point has.</summary>
    public int Dimensions { get; }

    /// <summary>
    /// The largest absolute product-moment correlation between two dimensions, 0 to 1: how far the design is from telling every
    /// linear effect apart. <c>null</c> where there is only one dimension, or one whose coordinates are all the same. Worked out at
    /// each call.
    /// </summary>
    public double? LargestCorrelation() => DesignCorrelation.Largest(this);

    /// <summary>A coordinate.</summary>
    /// <param name="row">The number of the point, from 0.</param>
    /// <param name="dimension">The number of the dimension, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point or dimension.</exception>
    public double this[int row, int dimension]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(dimension);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(dimension, Dimensions);
            return Row(row)[dimension];
        }
    }

    /// <summary>A point.</summary>
    /// <param name="row">Its number, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point.</exception>
    public ReadOnlySpan<double> Row(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Rows);
        return _coordinates.AsSpan(row * Dimensions, Dimensions);
    }
}
