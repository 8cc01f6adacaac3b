using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace LocalitySim.Tests.Docs;

public partial class SourceRuleTests
{
    private static readonly HashSet<string> DomainWords = new(
        ["locality", "localities", "ward", "wards", "referral", "referrals", "caseload", "caseloads", "social", "child", "children"],
        StringComparer.OrdinalIgnoreCase);

    // A node of a heap has children too.
    private static readonly HashSet<string> Heaps = new(
        ["Locality.Simulation/Calendar/EntryHeap.cs", "Locality.Simulation/Resources/FrameHeap.cs"], StringComparer.Ordinal);

    // Exactly rounded by IEEE 754, or no rounding at all: the same bits on every platform.
    private static readonly HashSet<string> ExactMathematics = new(
        [
            "Abs", "BigMul", "BitDecrement", "BitIncrement", "Ceiling", "Clamp", "CopySign", "DivRem", "Floor", "FusedMultiplyAdd", "Max",
            "Min", "PI", "E", "Tau", "Round", "ScaleB", "Sign", "Sqrt", "Truncate",
        ],
        StringComparer.Ordinal);

    private static readonly HashSet<string> InexactOfDouble = new(
        [
            "Acos", "Acosh", "AcosPi", "Asin", "Asinh", "AsinPi", "Atan", "Atan2", "Atan2Pi", "Atanh", "AtanPi", "Cbrt", "Cos", "Cosh", "CosPi",
            "Exp", "Exp10", "Exp10M1", "Exp2", "Exp2M1", "ExpM1", "Hypot", "Log", "Log10", "Log10P1", "Log2", "Log2P1", "LogP1", "Pow", "RootN",
            "Sin", "SinCos", "SinCosPi", "Sinh", "SinPi", "Tan", "Tanh", "TanPi",
        ],
        StringComparer.Ordinal);

    public static TheoryData<string> Projects => new("Locality.Simulation", "Locality.Models");

    [Fact]
    public void The_engine_knows_no_word_of_the_domain()
    {
        List<string> found = [];
        foreach (SyntaxTree tree in ProjectSource.Of("Locality.Simulation").Trees)
        {
            foreach ((string word, int position) in Words(tree))
            {
                if (DomainWords.Contains(word) && !(word.StartsWith("child", StringComparison.OrdinalIgnoreCase) && Heaps.Contains(tree.FilePath)))
                {
                    found.Add($"{tree.FilePath}({tree.GetText(TestContext.Current.CancellationToken).Lines.GetLinePosition(position).Line + 1}): {word}");
                }
            }
        }

        Findings.None(found);
    }

    [Fact]
    public void The_engine_s_manual_knows_no_word_of_the_domain()
    {
        List<string> found = [];
        string[] pages = SourceFiles.Find("docs/engine", "*.md");
        Assert.True(pages.Length > 20, $"Only {pages.Length} pages were found: have they moved?");
        foreach (string page in pages)
        {
            foreach ((int number, string line) in SourceFiles.Read(page).Split('\n').Index())
            {
                found.AddRange(Word().Matches(ProductName().Replace(line, ""))
                    .Where(match => DomainWords.Contains(match.Value))
                    .Select(match => $"{page}({number + 1}): {match.Value}"));
            }
        }

        Findings.None(found);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_draw_comes_from_the_platform(string project) =>
        Findings.None(Uses(project, symbol => Owner(symbol) is "System.Random" or "System.Guid" or "System.Security.Cryptography.RandomNumberGenerator"));

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_hash_of_a_text_decides_anything(string project) =>
        Findings.None(Uses(project, symbol => Owner(symbol) is "System.HashCode"
            || (symbol.Name is "GetHashCode" && Owner(symbol) is "string" or "object" or "System.StringComparer")));

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_platform_function_rounds_a_result(string project) =>
        Findings.None(Uses(project, symbol => symbol is IMethodSymbol or IFieldSymbol && Owner(symbol) switch
        {
            "System.Math" or "System.MathF" => !ExactMathematics.Contains(symbol.Name),
            "double" or "float" => InexactOfDouble.Contains(symbol.Name),
            _ => false,
        }));

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_clock_of_the_machine_is_read(string project) =>
        Findings.None(Uses(project, symbol => (Owner(symbol) is "System.DateTime" or "System.DateTimeOffset" && symbol.Name is "Now" or "UtcNow" or "Today")
            || Owner(symbol) is "System.Diagnostics.Stopwatch" or "System.TimeProvider"));

    private static List<string> Uses(string project, Predicate<ISymbol> refused) =>
        [.. ProjectSource.Of(project).Names.Where(pair => refused(pair.Symbol)).Select(pair => $"{ProjectSource.PlaceOf(pair.Node)}: {Owner(pair.Symbol)}.{pair.Symbol.Name}")];

    private static string Owner(ISymbol symbol) => symbol is INamedTypeSymbol ? symbol.ToDisplayString() : symbol.ContainingType?.ToDisplayString() ?? "";

    /// <summary>Takes identifiers and comments apart into words; the product's name is none.</summary>
    private static IEnumerable<(string Word, int Position)> Words(SyntaxTree tree)
    {
        foreach (SyntaxToken token in tree.GetRoot().DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText is not "LocalitySim")
            {
                foreach (Match match in Word().Matches(token.ValueText))
                {
                    yield return (match.Value, token.SpanStart);
                }
            }

            foreach (SyntaxTrivia trivia in token.LeadingTrivia.Concat(token.TrailingTrivia).Where(trivia => trivia.ToFullString().AsSpan().TrimStart().StartsWith('/')))
            {
                foreach (Match match in Word().Matches(trivia.ToFullString()))
                {
                    yield return (match.Value, trivia.SpanStart + match.Index);
                }
            }
        }
    }

    [GeneratedRegex(@"LocalitySim\b|Locality\.(Simulation|Tests|Benchmarks)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ProductName();

    [GeneratedRegex("[A-Z]?[a-z]+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
