using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace LocalitySim.Reports;

/// <summary>Is how cells of a workbook look. The members are the places of the formats in the list of the file.</summary>
internal static class SheetStyles
{
    internal const uint Plain = 0;
    internal const uint Header = 1;
    internal const uint Day = 2;
    internal const uint Whole = 3;

    /// <summary>Text that begins like a formula: a spreadsheet keeps it text when it is edited.</summary>
    internal const uint QuotedText = 4;
    internal const uint WrappedText = 5;
    internal const uint WrappedQuotedText = 6;

    // Numbers below 164 are the program's own formats; 1 is a whole number, 0 whatever fits.
    private const uint DayFormat = 164;
    private const uint WholeFormat = 1;

    /// <summary>Makes the part of the file.</summary>
    internal static Stylesheet Make() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "yyyy\\-mm\\-dd" }) { Count = 1 },
        new Fonts(MakeFont(isBold: false), MakeFont(isBold: true)) { Count = 2 },
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }))
        { Count = 2 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())) { Count = 1 },
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
        new CellFormats(
            MakeFormat(),
            MakeFormat(font: 1, isWrapped: true),
            MakeFormat(number: DayFormat),
            MakeFormat(number: WholeFormat),
            MakeFormat(isQuoted: true),
            MakeFormat(isWrapped: true),
            MakeFormat(isWrapped: true, isQuoted: true))
        { Count = 7 },
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });

    private static Font MakeFont(bool isBold)
    {
        Font font = new(new FontSize { Val = 11 }, new FontName { Val = "Calibri" });
        if (isBold)
        {
            font.PrependChild(new Bold());
        }

        return font;
    }

    private static CellFormat MakeFormat(uint number = 0, uint font = 0, bool isWrapped = false, bool isQuoted = false)
    {
        CellFormat format = new() { NumberFormatId = number, FontId = font, FillId = 0, BorderId = 0, FormatId = 0 };
        if (number > 0)
        {
            format.ApplyNumberFormat = true;
        }

        if (font > 0)
        {
            format.ApplyFont = true;
        }

        if (isQuoted)
        {
            format.QuotePrefix = true;
        }

        if (isWrapped)
        {
            format.ApplyAlignment = true;
            format.Append(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true });
        }

        return format;
    }
}
