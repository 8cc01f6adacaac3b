namespace LocalitySim.Models;

/// <summary>All columns as bins and codes. Immutable.</summary>
/// <param name="Bins">The bins of each column.</param>
/// <param name="Codes">The codes of each column, by row.</param>
internal sealed record BinnedColumns(ColumnBins[] Bins, byte[][] Codes)
{
    /// <summary>Bins the columns of the data.</summary>
    internal static BinnedColumns Of(TreeData data, int most, FixedChunks chunks)
    {
        ColumnBins[] bins = new ColumnBins[data.Columns.Count];
        byte[][] codes = new byte[data.Columns.Count][];
        chunks.Each(bins.Length, column =>
        {
            bins[column] = ColumnBins.Of(data.Values[column], most);
            codes[column] = bins[column].Codes(data.Values[column]);
        });
        return new BinnedColumns(bins, codes);
    }
}
