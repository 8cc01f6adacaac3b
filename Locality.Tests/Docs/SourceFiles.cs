namespace LocalitySim.Tests.Docs;

/// <summary>Reads the files of the repository that the tests were built from.</summary>
internal static class SourceFiles
{
    private static readonly HashSet<string> Made = new(["bin", "obj", "TestResults", "BenchmarkDotNet.Artifacts", "node_modules"], StringComparer.Ordinal);

    /// <summary>Returns the paths of the files under a folder, sorted, relative to the root and with forward slashes.</summary>
    internal static string[] Find(string folder, string pattern)
    {
        List<string> found = [];
        Collect(new DirectoryInfo(Path.Combine(Repository.Root, folder)), pattern, found);
        return [.. found.Order(StringComparer.Ordinal)];
    }

    internal static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path)).ReplaceLineEndings("\n");

    internal static void Write(string path, string text) => File.WriteAllText(Path.Combine(Repository.Root, path), text);

    private static void Collect(DirectoryInfo folder, string pattern, List<string> found)
    {
        found.AddRange(folder.EnumerateFiles(pattern).Select(file => Path.GetRelativePath(Repository.Root, file.FullName).Replace('\\', '/')));
        foreach (DirectoryInfo inner in folder.EnumerateDirectories())
        {
            if (!Made.Contains(inner.Name) && inner.Name[0] != '.')
            {
                Collect(inner, pattern, found);
            }
        }
    }
}
