namespace LocalitySim.Tests.Docs;

/// <summary>Finds the files of the repository that the tests were built from.</summary>
internal static class Repository
{
    private static readonly HashSet<string> Made = new(["bin", "obj", "TestResults", "BenchmarkDotNet.Artifacts", "node_modules"], StringComparer.Ordinal);

    internal static string Root { get; } = FindRoot();

    /// <summary>Returns the paths of the files under a folder, sorted, relative to the root and with forward slashes.</summary>
    internal static string[] Files(string folder, string pattern)
    {
        List<string> found = [];
        Collect(new DirectoryInfo(Path.Combine(Root, folder)), pattern, found);
        return [.. found.Order(StringComparer.Ordinal)];
    }

    internal static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    internal static void Write(string path, string text) => File.WriteAllText(Path.Combine(Root, path), text);

    private static void Collect(DirectoryInfo folder, string pattern, List<string> found)
    {
        found.AddRange(folder.EnumerateFiles(pattern).Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/')));
        foreach (DirectoryInfo inner in folder.EnumerateDirectories())
        {
            if (!Made.Contains(inner.Name) && inner.Name[0] != '.')
            {
                Collect(inner, pattern, found);
            }
        }
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LocalitySim.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("LocalitySim.sln was not found above the tests.");
    }
}
