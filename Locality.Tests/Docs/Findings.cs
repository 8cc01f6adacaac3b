using Xunit;

namespace LocalitySim.Tests.Docs;

/// <summary>Fails with every finding in full, where an assertion of the library would cut them short.</summary>
internal static class Findings
{
    internal static void None(IEnumerable<string> findings)
    {
        string[] all = [.. findings];
        Assert.True(all.Length == 0, string.Join('\n', all));
    }
}
