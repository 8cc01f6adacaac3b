namespace LocalitySim.Reports;

/// <summary>Is a piece of a section: words, a list, a table, a chart, or pieces that a reader unfolds.</summary>
public abstract record ReportBlock
{
    private protected ReportBlock()
    {
    }
}
