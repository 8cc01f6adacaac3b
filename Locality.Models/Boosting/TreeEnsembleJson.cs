using System.Globalization;
using System.Text.Json;

namespace LocalitySim.Models;

/// <summary>Writes trees as plain JSON and reads them back: the same predictions to the last bit.</summary>
public static class TreeEnsembleJson
{
    private const string Format = "boosted-trees-1";

    /// <summary>Writes the trees.</summary>
    /// <param name="ensemble">The trees.</param>
    public static string Write(TreeEnsemble ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        Document document = new()
        {
            Format = Format,
            Columns = [.. ensemble.Columns],
            Loss = ensemble.Loss,
            Dispersion = ensemble.Dispersion,
            Origin = ensemble.Origin,
            End = ensemble.End,
            ValidationLosses = [.. ensemble.ValidationLosses],
            Trees = [.. ensemble.Trees.Select(tree => new Tree { Nodes = [.. tree.Nodes] })],
        };
        return JsonSerializer.Serialize(document, StrictJson.Options);
    }

    /// <summary>Reads trees that <see cref="Write"/> wrote.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="ArgumentException">The text is no JSON of this form, the nodes are no trees, or a number is out of range. The message says where.</exception>
    public static TreeEnsemble Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        Document document = StrictJson.Read<Document>(json, "boosted trees");
        if (!string.Equals(document.Format, Format, StringComparison.Ordinal))
        {
            throw new ArgumentException($"format: found '{document.Format}'; expected '{Format}'.", nameof(json));
        }

        return new TreeEnsemble(
            [.. document.Columns], document.Loss, document.Dispersion, document.Origin, [.. document.Trees.Select(Read)], document.End, [.. document.ValidationLosses]);
    }

    private static RegressionTree Read(Tree? tree, int place)
    {
        try
        {
            return new RegressionTree([.. tree?.Nodes ?? []]);
        }
        catch (ArgumentException mistake)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"trees[{place}].{mistake.Message}"), nameof(tree), mistake);
        }
    }

    private sealed class Document
    {
        public required string Format { get; init; }

        public required BoostingLoss Loss { get; init; }

        public double? Dispersion { get; init; }

        public required double Origin { get; init; }

        public required BoostingEnd End { get; init; }

        public required string[] Columns { get; init; }

        public required double[] ValidationLosses { get; init; }

        public required Tree[] Trees { get; init; }
    }

    private sealed class Tree
    {
        public required TreeNode[] Nodes { get; init; }
    }
}
