using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LocalitySim.Tests.Docs;

/// <summary>Is the source of one project, compiled again so that names can be looked up. The references are those of the running tests.</summary>
internal sealed class ProjectSource
{
    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly ConcurrentDictionary<string, Lazy<ProjectSource>> Known = new(StringComparer.Ordinal);

    private static readonly PortableExecutableReference[] Platform =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(path => MetadataReference.CreateFromFile(path))];

    private readonly Lazy<IReadOnlyList<(SyntaxNode Node, ISymbol Symbol)>> names;

    private ProjectSource(string project)
    {
        names = new(() => [.. FindNames()]);
        Trees = [.. SourceFiles.Find(project, "*.cs").Select(path => CSharpSyntaxTree.ParseText(SourceFiles.Read(path), ParseOptions, path))];
        Compilation = CSharpCompilation.Create(
            project,
            Trees.Add(CSharpSyntaxTree.ParseText(ImplicitUsings, ParseOptions)),
            References(without: project),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
    }

    internal static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp14, DocumentationMode.Parse);

    internal ImmutableArray<SyntaxTree> Trees { get; }

    internal CSharpCompilation Compilation { get; }

    internal static ProjectSource Of(string project) => Known.GetOrAdd(project, name => new(() => new ProjectSource(name))).Value;

    /// <summary>Returns every assembly that the tests run on, but for one.</summary>
    internal static IEnumerable<MetadataReference> References(string without = "") =>
        Platform.Where(reference => !string.Equals(Path.GetFileNameWithoutExtension(reference.FilePath), without, StringComparison.Ordinal));

    /// <summary>Gets every name in the source with what it stands for.</summary>
    internal IReadOnlyList<(SyntaxNode Node, ISymbol Symbol)> Names => names.Value;

    private IEnumerable<(SyntaxNode Node, ISymbol Symbol)> FindNames()
    {
        foreach (SyntaxTree tree in Trees)
        {
            SemanticModel model = Compilation.GetSemanticModel(tree);
            foreach (SyntaxNode node in tree.GetRoot().DescendantNodes().Where(node => node is Microsoft.CodeAnalysis.CSharp.Syntax.SimpleNameSyntax
                or Microsoft.CodeAnalysis.CSharp.Syntax.ImplicitObjectCreationExpressionSyntax))
            {
                if (model.GetSymbolInfo(node).Symbol is { } symbol)
                {
                    yield return (node, symbol);
                }
            }
        }
    }

    /// <summary>Returns where a node stands: <c>Folder/File.cs(12)</c>.</summary>
    internal static string PlaceOf(SyntaxNode node) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{node.SyntaxTree.FilePath}({node.GetLocation().GetLineSpan().StartLinePosition.Line + 1})");
}
