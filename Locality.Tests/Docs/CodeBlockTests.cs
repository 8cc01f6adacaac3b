using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace LocalitySim.Tests.Docs;

/// <summary>Compiles every C# block of the pages, and runs those that say what they print.</summary>
/// <remarks>A block is a run of statements or of type declarations; each stands alone. A line says what it prints by a comment at its end.</remarks>
public partial class CodeBlockTests
{
    private const string Usings =
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using LocalitySim.Models;
        using LocalitySim.Reports;
        using LocalitySim.Simulation;
        #pragma warning disable CS8321
        """;

    [Fact]
    public void Every_block_compiles_and_prints_what_it_says()
    {
        ImmutableArray<(string Place, string Code)> blocks = [.. Blocks()];
        Assert.True(blocks.Length > 5, $"Only {blocks.Length} blocks were found: is the pattern still right?");
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Blocks",
            blocks.Select((block, index) => CSharpSyntaxTree.ParseText(Wrap(block.Code, index), ProjectSource.ParseOptions, block.Place)),
            ProjectSource.References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
        using MemoryStream image = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Findings.None(result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString()));
        Assert.True(result.Success);

        image.Position = 0;
        AssemblyLoadContext context = new("Blocks", isCollectible: true);
        Assembly assembly = context.LoadFromStream(image);
        int ran = 0;
        for (int index = 0; index < blocks.Length; index++)
        {
            string[] expected = [.. Printed().Matches(blocks[index].Code).Select(match => match.Groups["text"].Value.TrimEnd())];
            if (expected.Length > 0)
            {
                Type type = assembly.GetType($"Block{index}")!;
                type.GetMethod("Run", BindingFlags.NonPublic | BindingFlags.Static)!.Invoke(null, null);
                List<string> lines = (List<string>)type.GetField("Lines", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
                Assert.Equal([blocks[index].Place, .. expected], [blocks[index].Place, .. lines]);
                ran++;
            }
        }

        Assert.True(ran > 3, $"Only {ran} blocks were run: is the pattern still right?");
        context.Unload();
    }

    private static IEnumerable<(string Place, string Code)> Blocks()
    {
        foreach (string page in SourceFiles.Find("", "*.md"))
        {
            string text = SourceFiles.Read(page);
            foreach (Match match in Block().Matches(text))
            {
                // Pages take it that one stands at the top of the repository; a test may stand anywhere.
                string code = match.Groups["code"].Value.Replace("\"scenarios/", $"\"{Repository.Root.Replace('\\', '/')}/scenarios/", StringComparison.Ordinal);
                yield return ($"{page}({text.AsSpan(0, match.Index).Count('\n') + 1})", code);
            }
        }
    }

    /// <summary>
    /// Puts statements into a method whose console keeps the lines, and the types after them beside it, as in a program; types
    /// alone stand as they are, in a namespace of their own.
    /// </summary>
    private static string Wrap(string code, int index)
    {
        CompilationUnitSyntax unit = CSharpSyntaxTree.ParseText(code, ProjectSource.ParseOptions).GetCompilationUnitRoot();
        StringBuilder text = new(Usings);
        text.Append('\n');
        if (!unit.Members.Any(member => member is GlobalStatementSyntax))
        {
            return text.Append("namespace Block").Append(index).Append("\n{\n").Append(code).Append("\n}\n").ToString();
        }

        return text.Append("static class Block").Append(index).Append(
            """

            {
                internal static readonly List<string> Lines = new();

                private static class Console
                {
                    public static void WriteLine(object? value) => Lines.Add(FormattableString.Invariant($"{value}"));
                }

                internal static void Run()
                {

            """)
            .Append(Members(unit, areStatements: true)).Append("\n    }\n")
            .Append(Members(unit, areStatements: false)).Append("\n}\n").ToString();
    }

    private static string Members(CompilationUnitSyntax unit, bool areStatements) =>
        string.Concat(unit.Members.Where(member => member is GlobalStatementSyntax == areStatements).Select(member => member.ToFullString()));

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();

    [GeneratedRegex(@"Console\.WriteLine\(.*\);\s*// (?<text>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Printed();
}
