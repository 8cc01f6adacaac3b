using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace LocalitySim.Tests.Docs;

public partial class LinkTests
{
    [Fact]
    public void Every_relative_link_leads_to_a_file_and_a_heading()
    {
        List<string> broken = [];
        int followed = 0;
        foreach (string page in SourceFiles.Find("", "*.md"))
        {
            foreach (Match match in Link().Matches(WithoutCode(SourceFiles.Read(page))))
            {
                string target = match.Groups["target"].Value;
                if (target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal))
                {
                    continue;
                }

                followed++;
                string[] parts = target.Split('#', 2);
                string folder = Path.GetDirectoryName(page) ?? "";
                string file = parts[0].Length == 0 ? page : Path.GetRelativePath(Repository.Root, Path.Combine(Repository.Root, folder, parts[0])).Replace('\\', '/');
                string full = Path.Combine(Repository.Root, file);
                if (file.StartsWith("..", StringComparison.Ordinal) || !(File.Exists(full) || Directory.Exists(full)))
                {
                    broken.Add($"{page}: {target}: no such file");
                }
                else if (parts.Length == 2 && !HeadingsOf(SourceFiles.Read(file)).Contains(parts[1], StringComparer.Ordinal))
                {
                    broken.Add($"{page}: {target}: no such heading");
                }
            }
        }

        Findings.None(broken);
        Assert.True(followed > 20, $"Only {followed} links were found: is the pattern still right?");
    }

    /// <summary>Returns the anchors of a page's headings: lower case, spaces as hyphens, letters and digits only.</summary>
    private static IEnumerable<string> HeadingsOf(string text)
    {
        foreach (Match match in Heading().Matches(Fence().Replace(text, "")))
        {
            StringBuilder anchor = new();
            foreach (char character in match.Groups["text"].Value.Trim().ToLowerInvariant())
            {
                anchor.Append(character == ' ' ? "-" : char.IsLetterOrDigit(character) || character is '-' or '_' ? character.ToString() : "");
            }

            yield return anchor.ToString();
        }
    }

    private static string WithoutCode(string text) => Inline().Replace(Fence().Replace(text, ""), "");

    [GeneratedRegex(@"\]\((?<target>[^()\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (?<text>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex Fence();

    [GeneratedRegex("`[^`\n]*`", RegexOptions.None, 1000)]
    private static partial Regex Inline();
}
