namespace LocalitySim.Tests;

/// <summary>Finds the files of the repository that tests read.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Scenarios => Path.Combine(Root, "scenarios");

    public static string Derby => Scenario("derby");

    /// <summary>Returns the folder of a place's scenario.</summary>
    public static string Scenario(string place) => Path.Combine(Scenarios, place);

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LocalitySim.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("LocalitySim.sln is in no folder above the tests.");
    }
}
