using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using LocalitySim.Models;
using Spreadsheet = DocumentFormat.OpenXml.Spreadsheet;

namespace LocalitySim.Reports;

/// <summary>Writes tables as a workbook that spreadsheets open: Office Open XML (ISO/IEC 29500), <c>.xlsx</c>.</summary>
/// <remarks>
/// The first sheet says what the numbers are and what their intervals cover, the second what every column holds; then comes a sheet for each table.
/// Numbers are numbers and days are days. Every text is text: none can be a formula. The same tables give the same bytes: the file holds no clock.
/// </remarks>
public static class Workbook
{
    /// <summary>The most rows of a sheet, its heading included. Source: Microsoft, "Excel specifications and limits".</summary>
    private const int MostRows = 1_048_576;

    private const string PackageTypes = "http://schemas.openxmlformats.org/package/2006/";
    private const string OfficeTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string SheetTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    // The earliest that the form of the archive can say.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a workbook, whole or not at all.</summary>
    /// <param name="path">The file; one of that name is replaced.</param>
    /// <param name="tables">The tables.</param>
    /// <exception cref="IOException">The file cannot be written; it is as it was before.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not write there.</exception>
    public static void Write(string path, TidyTables tables) => AtomicFile.Write(path, stream => Write(stream, tables));

    /// <summary>Writes a workbook.</summary>
    /// <param name="stream">Receives it, and stays open. It need not be able to seek.</param>
    /// <param name="tables">The tables.</param>
    public static void Write(Stream stream, TidyTables tables) => Write(stream, tables, MostRows);

    /// <summary>Writes a workbook whose sheets have at most a number of rows; longer tables go on in further sheets.</summary>
    internal static void Write(Stream stream, TidyTables tables, int mostRows)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tables);
        Sheet[] sheets = [.. SheetsOf(tables, mostRows)];
        using ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true);
        Xml(archive, "[Content_Types].xml", writer => ContentTypes(writer, sheets.Length));
        Xml(archive, "_rels/.rels", writer => Relationships(
            writer, [(OfficeTypes + "/officeDocument", "xl/workbook.xml"), (PackageTypes + "relationships/metadata/core-properties", "docProps/core.xml")]));
        Xml(archive, "docProps/core.xml", writer => CoreProperties(writer, tables.Manifest));
        Part(archive, "xl/workbook.xml", Contents(sheets));
        Xml(archive, "xl/_rels/workbook.xml.rels", writer => Relationships(
            writer, [.. Enumerable.Range(1, sheets.Length).Select(number => (OfficeTypes + "/worksheet", NameOf(number))), (OfficeTypes + "/styles", "styles.xml")]));
        Part(archive, "xl/styles.xml", SheetStyles.Make());
        for (int number = 1; number <= sheets.Length; number++)
        {
            Sheet sheet = sheets[number - 1];
            using Stream part = Open(archive, "xl/" + NameOf(number));
            SheetWriter.Write(part, sheet.Headings, sheet.Table.Rows.Skip(sheet.From).Take(mostRows - 1), sheet.IsWrapped, sheet.Table.Rows);
        }
    }

    /// <summary>Lists the sheets. A table that is too long for one goes on in the next.</summary>
    private static IEnumerable<Sheet> SheetsOf(TidyTables tables, int mostRows)
    {
        SheetNames names = new();
        string about = names.Next("About");
        string dictionary = names.Next("Dictionary");
        List<Sheet> sheets = [];
        foreach (TidyTable table in tables.Tables)
        {
            int rows = table.Rows.Count();
            for (int from = 0; from == 0 || from < rows; from += mostRows - 1)
            {
                sheets.Add(new Sheet(names.Next(table.Name), table, HeadingsOf(table), from, IsWrapped: false));
            }
        }

        TidyTable content = WorkbookAbout.Of(tables, sheets.Select(sheet => (sheet.Name, sheet.Table.Title)));
        return [new Sheet(about, content, ["Item", "Value"], 0, IsWrapped: true), new Sheet(dictionary, tables.Dictionary, HeadingsOf(tables.Dictionary), 0, IsWrapped: true), .. sheets];
    }

    private static ImmutableArray<string> HeadingsOf(TidyTable table) => [.. table.Columns.Select(column => column.Unit.Length == 0 ? column.Name : $"{column.Name} ({column.Unit})")];

    private static string NameOf(int sheet) => string.Create(CultureInfo.InvariantCulture, $"worksheets/sheet{sheet}.xml");

    private static string IdOf(int place) => string.Create(CultureInfo.InvariantCulture, $"rId{place}");

    private static Spreadsheet.Workbook Contents(Sheet[] sheets)
    {
        Spreadsheet.Workbook workbook = new(
            new Spreadsheet.BookViews(new Spreadsheet.WorkbookView()),
            new Spreadsheet.Sheets(sheets.Select((sheet, place) => new Spreadsheet.Sheet { Name = sheet.Name, SheetId = (uint)place + 1, Id = IdOf(place + 1) })),
            new Spreadsheet.DefinedNames(sheets.Select((sheet, place) => new Spreadsheet.DefinedName($"'{sheet.Name.Replace("'", "''", StringComparison.Ordinal)}'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)place })));
        workbook.AddNamespaceDeclaration("r", OfficeTypes);
        return workbook;
    }

    private static void Part(ZipArchive archive, string name, OpenXmlElement root)
    {
        using Stream stream = Open(archive, name);
        using OpenXmlWriter writer = OpenXmlWriter.Create(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.WriteStartDocument(true);
        writer.WriteElement(root);
    }

    private static void Xml(ZipArchive archive, string name, Action<XmlWriter> write)
    {
        using Stream stream = Open(archive, name);
        using XmlWriter writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        writer.WriteStartDocument(standalone: true);
        write(writer);
    }

    private static Stream Open(ZipArchive archive, string name)
    {
        ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        entry.ExternalAttributes = 0;
        return entry.Open();
    }

    private static void ContentTypes(XmlWriter writer, int sheets)
    {
        writer.WriteStartElement("Types", PackageTypes + "content-types");
        Entry("Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        Entry("Default", "Extension", "xml", "application/xml");
        Entry("Override", "PartName", "/xl/workbook.xml", SheetTypes + "sheet.main+xml");
        Entry("Override", "PartName", "/xl/styles.xml", SheetTypes + "styles+xml");
        Entry("Override", "PartName", "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        for (int number = 1; number <= sheets; number++)
        {
            Entry("Override", "PartName", "/xl/" + NameOf(number), SheetTypes + "worksheet+xml");
        }

        writer.WriteEndElement();

        void Entry(string element, string key, string name, string type)
        {
            writer.WriteStartElement(element, PackageTypes + "content-types");
            writer.WriteAttributeString(key, name);
            writer.WriteAttributeString("ContentType", type);
            writer.WriteEndElement();
        }
    }

    private static void Relationships(XmlWriter writer, ImmutableArray<(string Type, string Target)> targets)
    {
        writer.WriteStartElement("Relationships", PackageTypes + "relationships");
        for (int place = 0; place < targets.Length; place++)
        {
            writer.WriteStartElement("Relationship", PackageTypes + "relationships");
            writer.WriteAttributeString("Id", IdOf(place + 1));
            writer.WriteAttributeString("Type", targets[place].Type);
            writer.WriteAttributeString("Target", targets[place].Target);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static void CoreProperties(XmlWriter writer, RunManifest manifest)
    {
        const string Dublin = "http://purl.org/dc/elements/1.1/";
        writer.WriteStartElement("cp", "coreProperties", PackageTypes + "metadata/core-properties");
        writer.WriteElementString("dc", "title", Dublin, CellText.Clean(manifest.Scenario));
        writer.WriteElementString("dc", "creator", Dublin, $"{manifest.Program} {manifest.Version}");
        writer.WriteEndElement();
    }

    /// <summary>Is one sheet: a table, from one of its rows on.</summary>
    private sealed record Sheet(string Name, TidyTable Table, ImmutableArray<string> Headings, int From, bool IsWrapped);
}
