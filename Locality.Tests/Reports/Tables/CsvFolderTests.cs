using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using LocalitySim.Reports;
using Xunit;

namespace LocalitySim.Tests;

public sealed class CsvFolderTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"locality-{Guid.NewGuid():N}");

    [Fact]
    public void Every_text_reads_back_as_itself_with_an_apostrophe_before_what_a_spreadsheet_would_calculate()
    {
        string[] read = [.. Read(TableSamples.Texts).Skip(1).Select(row => row[1])];
        string[] expected =
        [
            "<script>alert('x')</script>", "\"quoted\", and 'so'", "two\nlines", "'=cmd()", "'+44 1332", "'-1+1", "'@SUM(A1)", "'\t=1", "'  =1", "'\"=1\"", "'\u200B=1", "'\uFEFF=1", "'＝1", "'＋1", "'－1", "'＠1",
            "'\n=1", "שלום עולם", "\u202Eabc", new string('x', 500), "👩‍👩‍👧 family", "a,b;c", "_x000D_", "_x005F_x000D_", "nul\uFFFD bell\uFFFD esc\uFFFD[31m", "half \uFFFD character", "\uFFFD", " spaces ", "&amp; ]]>", "C1 \n next",
        ];
        Assert.Equal(expected, read);
    }

    [Fact]
    public void Numbers_stay_numbers_with_all_their_digits_and_absence_stays_empty()
    {
        string[][] rows = Read(TableSamples.Values);
        Assert.Equal(["number", "whole", "day", "absent"], rows[0]);
        Assert.Equal(TableSamples.Numbers, rows.Skip(1).Select(row => double.Parse(row[0], CultureInfo.InvariantCulture)));
        Assert.Equal(["-5", "-4"], rows.Skip(1).Take(2).Select(row => row[1]));
        Assert.Equal("2026-04-01", rows[1][2]);
        Assert.All(rows.Skip(1), row => Assert.Equal("", row[3]));
    }

    [Fact]
    public void A_folder_holds_a_file_for_each_table_a_dictionary_of_all_columns_and_the_manifest()
    {
        TidyTables tables = TableSamples.Of(TableSamples.Texts, TableSamples.Values);
        CsvFolder.Write(folder, tables);
        CsvFolder.Write(folder, tables);
        Assert.Equal(["dictionary.csv", "manifest.json", "texts.csv", "values.csv"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["table,column,type,unit,description", "texts,place,whole number,,Which.", "texts,text,text,,It.", "values,number,number,days,A number.", "values,whole,whole number,,A whole number.", "values,day,date,,A day.", "values,absent,number,,Nothing."],
            File.ReadAllLines(Path.Combine(folder, "dictionary.csv")));
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")));
        Assert.Equal(ulong.MaxValue, manifest.RootElement.GetProperty("seed").GetUInt64());
        Assert.StartsWith("95 % intervals", manifest.RootElement.GetProperty("intervals").GetString(), StringComparison.Ordinal);
        byte[] bytes = File.ReadAllBytes(Path.Combine(folder, "texts.csv"));
        Assert.Equal((byte)'p', bytes[0]);
        Assert.DoesNotContain((byte)'\r', bytes);
    }

    [Fact]
    public void A_table_that_fails_leaves_its_old_file_as_it_was()
    {
        CsvFolder.Write(folder, TableSamples.Of(TableSamples.Texts));
        byte[] old = File.ReadAllBytes(Path.Combine(folder, "texts.csv"));
        TidyTable broken = new("texts", "Texts", TableSamples.Texts.Columns, TableSamples.Texts.Rows.Append([TidyCell.Absent]));
        Assert.Throws<InvalidOperationException>(() => CsvFolder.Write(folder, TableSamples.Of(broken)));
        Assert.Equal(old, File.ReadAllBytes(Path.Combine(folder, "texts.csv")));
        Assert.DoesNotContain(Directory.GetFiles(folder), file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[][] Read(TidyTable table)
    {
        using MemoryStream stream = new();
        CsvFolder.Write(stream, table);
        using StreamReader reader = new(new MemoryStream(stream.ToArray()), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);
        using CsvParser parser = new(reader, CultureInfo.InvariantCulture);
        List<string[]> rows = [];
        while (parser.Read())
        {
            rows.Add(parser.Record!);
        }

        return [.. rows];
    }
}
