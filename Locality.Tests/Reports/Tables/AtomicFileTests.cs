using LocalitySim.Reports;
using Xunit;

namespace LocalitySim.Tests;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("locality-").FullName;

    [Fact]
    public void A_write_that_fails_leaves_the_old_file_and_nothing_else()
    {
        string file = Path.Combine(_folder, "report.json");
        File.WriteAllText(file, "old");
        IOException exception = Assert.Throws<IOException>(() => AtomicFile.Write(file, stream =>
        {
            stream.Write("half of the n"u8);
            throw new IOException("The disk is full.");
        }));
        Assert.Equal("The disk is full.", exception.Message);
        Assert.Equal("old", File.ReadAllText(file));
        Assert.Equal([file], Directory.GetFiles(_folder));
    }

    [Fact]
    public void The_old_file_stands_until_the_new_one_is_whole()
    {
        string file = Path.Combine(_folder, "report.json");
        File.WriteAllText(file, "old");
        AtomicFile.Write(file, stream =>
        {
            stream.Write("new"u8);
            stream.Flush();
            Assert.Equal("old", File.ReadAllText(file));
        });
        Assert.Equal("new", File.ReadAllText(file));
        Assert.Equal([file], Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_link_keeps_pointing_where_it_did()
    {
        string file = Path.Combine(_folder, "report.json");
        string link = Path.Combine(_folder, "latest.json");
        File.WriteAllText(file, "old");
        File.CreateSymbolicLink(link, file);
        AtomicFile.Write(link, stream => stream.Write("new"u8));
        Assert.Equal("new", File.ReadAllText(file));
        Assert.Equal(file, new FileInfo(link).LinkTarget);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
