using Xunit;

namespace LocalitySim.Tests.Docs;

/// <summary>Compares what stands between two markers of a page with what the code says.</summary>
/// <remarks>With the environment variable UPDATE_DOCS=1 the page is rewritten instead, and the test fails once to say so.</remarks>
internal static class GeneratedText
{
    internal static void Check(string page, string name, string expected)
    {
        string text = SourceFiles.Read(page);
        string opening = $"<!-- generated:{name} -->\n";
        string closing = "<!-- /generated -->";
        int start = text.IndexOf(opening, StringComparison.Ordinal);
        Assert.True(start >= 0, $"{page} has no marker {opening}");
        start += opening.Length;
        int end = text.IndexOf(closing, start, StringComparison.Ordinal);
        Assert.True(end >= 0, $"{page}: the marker {opening.TrimEnd()} has no end {closing}");
        if (string.Equals(text[start..end], expected, StringComparison.Ordinal))
        {
            return;
        }

        if (string.Equals(Environment.GetEnvironmentVariable("UPDATE_DOCS"), "1", StringComparison.Ordinal))
        {
            SourceFiles.Write(page, text[..start] + expected + text[end..]);
            Assert.Fail($"{page}: '{name}' was rewritten. Look at the change, and run the tests again without UPDATE_DOCS.");
        }

        Assert.Equal(expected, text[start..end]);
    }
}
