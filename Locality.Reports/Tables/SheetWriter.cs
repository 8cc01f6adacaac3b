using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace LocalitySim.Reports;

/// <summary>Writes one sheet of a workbook, row by row, so that a long table takes no memory.</summary>
internal static class SheetWriter
{
    private const double LeastWidth = 6;
    private const double MostWidth = 60;
    private const int RowsMeasured = 500;

    // The day 0 of spreadsheets; right from March 1900 on, before which they believe in a 29 February 1900.
    private static readonly DateOnly DayZero = new(1899, 12, 30);
    private static readonly DateOnly FirstRightDay = new(1900, 3, 1);

    /// <summary>Writes a sheet.</summary>
    /// <param name="stream">Receives the part of the file.</param>
    /// <param name="headings">The headings.</param>
    /// <param name="rows">The rows below them.</param>
    /// <param name="isWrapped">Whether long texts are broken into lines: for sheets that are read, not counted.</param>
    /// <param name="sample">Rows by which the widths of the columns are chosen.</param>
    internal static void Write(Stream stream, ImmutableArray<string> headings, IEnumerable<ImmutableArray<TidyCell>> rows, bool isWrapped, IEnumerable<ImmutableArray<TidyCell>> sample)
    {
        string[] letters = [.. Enumerable.Range(0, headings.Length).Select(LettersOf)];
        using OpenXmlWriter writer = OpenXmlWriter.Create(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.WriteStartDocument(true);
        writer.WriteStartElement(new Worksheet());
        Pane frozen = new() { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen };
        writer.WriteElement(new SheetViews(new SheetView(frozen) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(Widths(headings, sample).Select((width, place) => new Column { Min = (uint)place + 1, Max = (uint)place + 1, Width = width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        uint number = 1;
        Row(writer, number, headings.Select((heading, place) => TextCell(letters[place], number, heading, SheetStyles.Header)));
        foreach (ImmutableArray<TidyCell> row in rows)
        {
            number++;
            Row(writer, number, row.Select((cell, place) => CellOf(letters[place], number, cell, isWrapped)).OfType<Cell>());
        }

        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = FormattableString.Invariant($"A1:{letters[^1]}{number}") });
        writer.WriteEndElement();
    }

    private static void Row(OpenXmlWriter writer, uint number, IEnumerable<Cell> cells)
    {
        writer.WriteStartElement(new Row(), [new OpenXmlAttribute("r", "", number.ToString(CultureInfo.InvariantCulture))]);
        foreach (Cell cell in cells)
        {
            writer.WriteElement(cell);
        }

        writer.WriteEndElement();
    }

    private static Cell? CellOf(string letters, uint row, TidyCell cell, bool isWrapped) => cell.Type switch
    {
        null => null,
        TidyType.Number => NumberCell(letters, row, cell.ToString(), SheetStyles.Plain),
        TidyType.WholeNumber => NumberCell(letters, row, cell.ToString(), SheetStyles.Whole),
        TidyType.Date when cell.Date >= FirstRightDay =>
            NumberCell(letters, row, (cell.Date.DayNumber - DayZero.DayNumber).ToString(CultureInfo.InvariantCulture), SheetStyles.Day),
        _ => TextCell(letters, row, cell.ToString(), StyleOf(cell.ToString(), isWrapped)),
    };

    private static uint StyleOf(string text, bool isWrapped) => (CellText.MayBeFormula(text), isWrapped) switch
    {
        (true, true) => SheetStyles.WrappedQuotedText,
        (true, false) => SheetStyles.QuotedText,
        (false, true) => SheetStyles.WrappedText,
        _ => SheetStyles.Plain,
    };

    private static Cell NumberCell(string letters, uint row, string number, uint style) =>
        new(new CellValue(number)) { CellReference = Place(letters, row), StyleIndex = style };

    // Text stands in the cell itself: never a formula, and no list of texts has to be kept until the end.
    private static Cell TextCell(string letters, uint row, string text, uint style) =>
        new(new InlineString(new Text(SheetText.Of(text)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = Place(letters, row),
            StyleIndex = style,
            DataType = CellValues.InlineString,
        };

    private static string Place(string letters, uint row) => letters + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>Returns a column's letters: A to Z, AA and so on.</summary>
    private static string LettersOf(int column)
    {
        string last = ((char)('A' + (column % 26))).ToString();
        return column < 26 ? last : LettersOf((column / 26) - 1) + last;
    }

    /// <summary>Chooses widths by the headings and the first rows, in characters. A heading may break between its words, and needs room for the arrow of its filter.</summary>
    private static IEnumerable<double> Widths(ImmutableArray<string> headings, IEnumerable<ImmutableArray<TidyCell>> sample)
    {
        int[] longest = [.. headings.Select(heading => heading.Split(' ').Max(word => word.Length) + 3)];
        foreach (ImmutableArray<TidyCell> row in sample.Take(RowsMeasured))
        {
            for (int place = 0; place < longest.Length; place++)
            {
                // A number shows about ten digits.
                int shown = row[place].ToString().Length;
                longest[place] = Math.Max(longest[place], (row[place].Type == TidyType.Number ? Math.Min(shown, 11) : shown) + 1);
            }
        }

        return longest.Select(length => Math.Clamp(length, LeastWidth, MostWidth));
    }
}
