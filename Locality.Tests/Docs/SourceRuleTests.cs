using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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

            // Sums and inverses that some processors round otherwise than others.
            "Lerp", "MultiplyAddEstimate", "ReciprocalEstimate", "ReciprocalSqrtEstimate", "ReciprocalSquareRootEstimate",
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
    public void No_platform_function_rounds_a_result(string project) => Findings.None(Uses(project, RoundedByThePlatform));

    [Theory]
    [InlineData("Math.Exp(1)")]
    [InlineData("Math.Cbrt(1)")]
    [InlineData("MathF.Sin(1)")]
    [InlineData("double.Log2(1)")]
    [InlineData("float.Pow(1, 2)")]
    [InlineData("double.Lerp(1, 2, 0.5)")]
    [InlineData("System.Half.Exp(System.Half.One)")]
    [InlineData("new System.Numerics.Complex(1, 2).Magnitude")]
    [InlineData("System.Numerics.Complex.Sqrt(1)")]
    [InlineData("System.Numerics.BigInteger.Log(1)")]
    [InlineData("System.Numerics.BigInteger.Log10(1)")]
    [InlineData("System.Numerics.Vector2.Sin(default)")]
    [InlineData("System.Numerics.Vector.Log(default(System.Numerics.Vector<double>))")]
    [InlineData("System.Runtime.Intrinsics.Vector256.Exp(default(System.Runtime.Intrinsics.Vector256<double>))")]
    [InlineData("System.Runtime.Intrinsics.X86.Sse.Reciprocal(default)")]
    [InlineData("MathNet.Numerics.SpecialFunctions.GammaLn(1)")]
    [InlineData("new MathNet.Numerics.Distributions.Normal().Mean")]
    [InlineData("Generic(1.0)")]
    public void The_scan_finds_a_function_of_the_platform(string expression) => Assert.True(Found(expression));

    [Theory]
    [InlineData("Math.Sqrt(2)")]
    [InlineData("double.IsFinite(2)")]
    [InlineData("Math.FusedMultiplyAdd(2, 3, 4)")]
    [InlineData("System.Numerics.BigInteger.Pow(2, 3)")]
    [InlineData("System.Numerics.BitOperations.Log2(8u)")]
    [InlineData("System.Runtime.Intrinsics.Vector256.Create(1UL) + System.Runtime.Intrinsics.Vector256.Create(2UL)")]
    public void The_scan_lets_exact_functions_pass(string expression) => Assert.False(Found(expression));

    [Fact]
    public void No_decimal_number_stands_on_the_way_to_a_result() =>
        Findings.None(ProjectSource.Of("Locality.Simulation").Trees
            .SelectMany(tree => tree.GetRoot(TestContext.Current.CancellationToken).DescendantTokens())
            .Where(token => token.IsKind(SyntaxKind.DecimalKeyword) || token.ValueText is "Decimal" or "ToDecimal")
            .Select(token => $"{ProjectSource.PlaceOf(token.Parent!)}: {token.ValueText}"));

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_clock_of_the_machine_is_read(string project) =>
        Findings.None(Uses(project, symbol => (Owner(symbol) is "System.DateTime" or "System.DateTimeOffset" && symbol.Name is "Now" or "UtcNow" or "Today")
            || Owner(symbol) is "System.Diagnostics.Stopwatch" or "System.TimeProvider"));

    private static bool RoundedByThePlatform(ISymbol symbol)
    {
        string owner = Owner(symbol);
        string space = symbol.ContainingNamespace?.ToDisplayString() ?? "";
        return symbol is IMethodSymbol or IFieldSymbol or IPropertySymbol && owner switch
        {
            "System.Math" or "System.MathF" => !ExactMathematics.Contains(symbol.Name),
            "System.Numerics.Complex" => true,
            "System.Numerics.BitOperations" => false,
            "System.Numerics.BigInteger" => symbol.Name is "Log" or "Log10",
            "double" or "float" or "System.Half" or "System.Runtime.InteropServices.NFloat" => InexactOfDouble.Contains(symbol.Name),
            _ when space.StartsWith("MathNet", StringComparison.Ordinal) => true,
            _ when space.StartsWith("System.Runtime.Intrinsics", StringComparison.Ordinal) =>
                InexactOfDouble.Contains(symbol.Name) || symbol.Name.StartsWith("Reciprocal", StringComparison.Ordinal),
            _ => space.StartsWith("System.Numerics", StringComparison.Ordinal) && InexactOfDouble.Contains(symbol.Name),
        };
    }

    /// <summary>Whether the scan refuses something in an expression.</summary>
    private static bool Found(string expression)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(
            $$"""
            using System;
            static class Scanned
            {
                static object Value() => {{expression}};
                static T Generic<T>(T x) where T : System.Numerics.IExponentialFunctions<T> => {{(expression.StartsWith("Generic", StringComparison.Ordinal) ? "T.Exp(x)" : "x")}};
            }
            """,
            ProjectSource.ParseOptions,
            cancellationToken: TestContext.Current.CancellationToken);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Scanned", [tree], ProjectSource.References(), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Findings.None(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString()));
        SemanticModel model = compilation.GetSemanticModel(tree);
        return tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<SimpleNameSyntax>()
            .Any(name => model.GetSymbolInfo(name, TestContext.Current.CancellationToken).Symbol is { } symbol && RoundedByThePlatform(symbol));
    }

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
