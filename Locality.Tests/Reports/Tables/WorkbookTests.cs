using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using LocalitySim.Reports;
using Xunit;
using Workbook = LocalitySim.Reports.Workbook;

namespace LocalitySim.Tests;

public sealed class WorkbookTests
{
    private static readonly string[] Continued = ["futures", "futures 2", "futures 3"];

    [Fact]
    public void The_file_is_valid_and_has_a_sheet_for_what_it_is_for_the_columns_and_for_each_table()
    {
        using SpreadsheetDocument document = Open(TableSamples.Of(TableSamples.Texts, TableSamples.Values));
        foreach (FileFormatVersions version in new[] { FileFormatVersions.Office2010, FileFormatVersions.Office2019 })
        {
            Assert.Empty(new OpenXmlValidator(version).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Part?.Uri}: {error.Description}"));
        }

        Assert.Equal(["About", "Dictionary", "texts", "values"], Sheets(document).Select(sheet => sheet.Name!.Value));
        string[][] about = Texts(Rows(document, 0));
        Assert.Equal(["Item", "Value"], about[0]);
        Assert.Equal(["Scenario", "=Smallbridge <b>"], about[1]);
        Assert.Contains(about, row => row is ["Question", "Which is better?"]);
        Assert.Contains(about, row => row is ["Intervals", var covered] && covered.Contains("They do not cover doubt about the figures", StringComparison.Ordinal));
        Assert.Contains(about, row => row is ["Note", "Stopped early."]);
        Assert.Contains(about, row => row is ["Seed", "18446744073709551615"]);
        Assert.Contains(about, row => row is ["SHA-256 of scenario.yaml", _]);
        Assert.Equal(7, Rows(document, 1).Length);
        Assert.Equal("=Smallbridge <b>", document.PackageProperties.Title);
        Assert.Null(document.PackageProperties.Created);
    }

    [Fact]
    public void Every_text_is_text_and_none_is_a_formula()
    {
        using SpreadsheetDocument document = Open(TableSamples.Of(TableSamples.Texts));
        Assert.All(document.WorkbookPart!.WorksheetParts, part => Assert.Empty(part.Worksheet.Descendants<CellFormula>()));
        Cell[][] rows = Rows(document, 2);
        CellFormat[] formats = [.. document.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>()];
        Assert.Equal(TableSamples.Hostile.Length + 1, rows.Length);
        for (int place = 0; place < TableSamples.Hostile.Length; place++)
        {
            Cell cell = rows[place + 1][1];
            Assert.Equal(CellValues.InlineString, cell.DataType!.Value);
            string clean = CellText.Clean(TableSamples.Hostile[place]);
            Assert.Equal(clean, cell.InnerText.Replace("_x005F_", "_", StringComparison.Ordinal));
            Assert.Equal(CellText.MayBeFormula(clean), formats[cell.StyleIndex!.Value].QuotePrefix?.Value ?? false);
        }

        Assert.Equal("_x005F_x000D_", rows[1 + Array.IndexOf(TableSamples.Hostile, "_x000D_")][1].InnerText);
        Assert.Equal("_x005F_x005F_x000D_", SheetText.Of("_x005F_x000D_").Replace("_x005F_x005F_x005F_", "_x005F_x005F_", StringComparison.Ordinal));
    }

    [Fact]
    public void Numbers_are_numbers_days_are_days_and_absence_is_no_cell()
    {
        using SpreadsheetDocument document = Open(TableSamples.Of(TableSamples.Values));
        Cell[][] rows = Rows(document, 2);
        Assert.Equal(["number (days)", "whole", "day", "absent"], rows[0].Select(cell => cell.InnerText));
        Assert.All(rows.Skip(1), row => Assert.Equal(3, row.Length));
        Assert.All(rows.Skip(1).SelectMany(row => row), cell => Assert.Null(cell.DataType));
        Assert.Equal(TableSamples.Numbers, rows.Skip(1).Select(row => double.Parse(row[0].CellValue!.Text, CultureInfo.InvariantCulture)));
        Assert.Equal("-5", rows[1][1].CellValue!.Text);
        Assert.Equal(new DateTime(2026, 4, 1), DateTime.FromOADate(double.Parse(rows[1][2].CellValue!.Text, CultureInfo.InvariantCulture)));
        Stylesheet styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        CellFormat format = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)rows[1][2].StyleIndex!.Value);
        Assert.Equal("yyyy\\-mm\\-dd", styles.NumberingFormats!.Elements<NumberingFormat>().Single(item => item.NumberFormatId! == format.NumberFormatId!).FormatCode!.Value);
    }

    [Fact]
    public void The_heading_stays_in_sight_is_bold_and_filters_all_rows()
    {
        using SpreadsheetDocument document = Open(TableSamples.Of(TableSamples.Values));
        Worksheet sheet = Part(document, 2).Worksheet;
        Pane pane = Assert.Single(sheet.Descendants<Pane>());
        Assert.Equal((1d, PaneStateValues.Frozen, "A2"), (pane.VerticalSplit!.Value, pane.State!.Value, pane.TopLeftCell!.Value));
        Assert.Equal($"A1:D{TableSamples.Numbers.Length + 1}", Assert.Single(sheet.Elements<AutoFilter>()).Reference!.Value);
        Stylesheet styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        CellFormat format = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)Rows(document, 2)[0][0].StyleIndex!.Value);
        Assert.NotNull(styles.Fonts!.Elements<Font>().ElementAt((int)format.FontId!.Value).Bold);
        Assert.All(sheet.Descendants<Column>(), column => Assert.InRange(column.Width!.Value, 6, 60));
    }

    [Fact]
    public void The_same_tables_give_the_same_bytes()
    {
        byte[] first = Bytes(TableSamples.Of(TableSamples.Texts, TableSamples.Values));
        byte[] second = Bytes(TableSamples.Of(TableSamples.Texts, TableSamples.Values));
        Assert.Equal(first, second);
        using ZipArchive archive = new(new MemoryStream(first));
        Assert.All(archive.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(6, 3)]
    public void A_table_too_long_for_a_sheet_goes_on_in_the_next_and_loses_no_row(int rows, int sheets)
    {
        TidyTable futures = new("futures", "Futures", [new TidyColumn("replication", TidyType.WholeNumber, "", "Which.")], Enumerable.Range(0, rows).Select(number => ImmutableArray.Create(TidyCell.Whole(number))));
        using MemoryStream stream = new();
        Workbook.Write(stream, TableSamples.Of(futures), mostRows: rows <= 3 ? 4 : 3);
        using SpreadsheetDocument document = SpreadsheetDocument.Open(new MemoryStream(stream.ToArray()), isEditable: false);
        Assert.Equal(Continued.Take(sheets), Sheets(document).Skip(2).Select(sheet => sheet.Name!.Value));
        Assert.Equal(
            Enumerable.Range(0, rows).Select(number => number.ToString(CultureInfo.InvariantCulture)),
            Enumerable.Range(2, sheets).SelectMany(sheet => Rows(document, sheet).Skip(1).Select(row => row[0].CellValue!.Text)));
        Assert.All(Enumerable.Range(2, sheets), sheet => Assert.Equal("replication", Rows(document, sheet)[0][0].InnerText));
    }

    [Fact]
    public void A_table_without_rows_has_its_heading()
    {
        using SpreadsheetDocument document = Open(TableSamples.Of(new TidyTable("transitions", "None", [new TidyColumn("days", TidyType.Number, "days", "How long.")], [])));
        Assert.Equal("days (days)", Assert.Single(Assert.Single(Rows(document, 2))).InnerText);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Names_of_sheets_are_such_as_spreadsheets_take()
    {
        LocalitySim.Reports.SheetNames names = new();
        Assert.Equal("a b c d e f g", names.Next("a[b]c:d*e?f/g"));
        Assert.Equal(new string('x', 31), names.Next(new string('x', 500)));
        Assert.Equal(new string('x', 29) + " 2", names.Next(new string('X', 40).ToLowerInvariant()));
        Assert.Equal("History 2", names.Next("History"));
        Assert.Equal("Sheet", names.Next(" ':' "));
        Assert.Equal("Sheet 2", names.Next(""));
        Assert.Equal("it's", names.Next("'it's'"));
        Assert.Equal(new string('y', 30), names.Next(new string('y', 30) + "👩"));
    }

    [Fact]
    public void A_text_longer_than_a_cell_takes_is_cut_and_shows_it()
    {
        string cut = SheetText.Of(new string('x', 40_000));
        Assert.Equal(32_767, cut.Length);
        Assert.EndsWith("x…", cut, StringComparison.Ordinal);
        string halved = SheetText.Of(new string('x', 32_765) + "👩" + "x");
        Assert.Equal(new string('x', 32_765) + "…", halved);
    }

    [Fact]
    public void A_stream_that_cannot_seek_gets_a_whole_file()
    {
        using MemoryStream held = new();
        using (GZipStream forward = new(held, CompressionLevel.Fastest, leaveOpen: true))
        {
            Workbook.Write(forward, TableSamples.Of(TableSamples.Values));
        }

        held.Position = 0;
        using GZipStream back = new(held, CompressionMode.Decompress);
        using MemoryStream read = new();
        back.CopyTo(read);
        using SpreadsheetDocument document = SpreadsheetDocument.Open(read, isEditable: false);
        Assert.Equal(3, Sheets(document).Length);
    }

    private static byte[] Bytes(TidyTables tables)
    {
        using MemoryStream stream = new();
        Workbook.Write(stream, tables);
        return stream.ToArray();
    }

    private static SpreadsheetDocument Open(TidyTables tables) => SpreadsheetDocument.Open(new MemoryStream(Bytes(tables)), isEditable: false);

    private static Sheet[] Sheets(SpreadsheetDocument document) => [.. document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>()];

    private static WorksheetPart Part(SpreadsheetDocument document, int sheet) => (WorksheetPart)document.WorkbookPart!.GetPartById(Sheets(document)[sheet].Id!);

    private static Cell[][] Rows(SpreadsheetDocument document, int sheet) =>
        [.. Part(document, sheet).Worksheet.GetFirstChild<SheetData>()!.Elements<Row>().Select(row => row.Elements<Cell>().ToArray())];

    private static string[][] Texts(Cell[][] rows) => [.. rows.Select(row => row.Select(cell => cell.InnerText).ToArray())];
}
