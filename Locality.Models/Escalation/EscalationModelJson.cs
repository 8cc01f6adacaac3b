using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace LocalitySim.Models;

/// <summary>Writes a model of escalation as plain JSON and reads it back: the same chances to the last bit. It holds no referral and no child's id.</summary>
public static class EscalationModelJson
{
    private const string Format = "escalation-model-1";
    private const int MostColumns = 1000;
    private const double Farthest = 1e6;

    /// <summary>Writes a model.</summary>
    /// <param name="model">The model.</param>
    public static string Write(EscalationModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        (EscalationPredictor predictor, EscalationTraining training) = (model.Predictor, model.Training);
        Document document = new()
        {
            Format = Format,
            Caution = EscalationModel.Caution,
            Version = model.Version,
            Method = model.Method,
            Data = new Data
            {
                Origin = training.Origin,
                IsSimulated = training.IsSimulated,
                Sha256 = training.Sha256,
                Cases = training.Cases,
                Children = training.Children,
                Escalated = training.Escalated,
                From = training.From,
                To = training.To,
            },
            Pathways = [.. predictor.Encoding.Pathways],
            Sources = [.. predictor.Encoding.Sources],
            MeanAge = predictor.Encoding.MeanAge,
            Columns = [.. predictor.Encoding.Columns.Select(column => new Column { Attribute = column.Attribute, Level = column.Level, Reference = column.Reference })],
            Aside = [.. predictor.Encoding.Aside.Select(level => new Aside { Attribute = level.Attribute, Level = level.Level, Cases = level.Cases, Escalated = level.Escalated })],
            Coefficients = predictor.Trees is null ? [.. predictor.Coefficients] : null,
            Covariance = predictor.Trees is null ? [.. predictor.Covariance.Select(row => row.ToArray())] : null,
            Trees = predictor.Trees is null ? null : JsonDocument.Parse(TreeEnsembleJson.Write(predictor.Trees)).RootElement,
        };
        return JsonSerializer.Serialize(document, StrictJson.Indented);
    }

    /// <summary>Reads a model that <see cref="Write"/> wrote.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="ArgumentException">The text is no JSON of this form, or what it says is no model. The message says where.</exception>
    public static EscalationModel Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        Document document = StrictJson.Read<Document>(json, "a model of escalation");
        Require(string.Equals(document.Format, Format, StringComparison.Ordinal), "format", document.Format, $"'{Format}'");
        Require(string.Equals(document.Caution, EscalationModel.Caution, StringComparison.Ordinal), "caution", "another text", "the caution that belongs to every model");
        EscalationEncoding encoding = EncodingOf(document);
        return new EscalationModel(PredictorOf(document, encoding), TrainingOf(document.Data), document.Version);
    }

    private static EscalationEncoding EncodingOf(Document document)
    {
        RequireLevels(document.Pathways, "pathways");
        RequireLevels(document.Sources, "sources");
        Require(document.MeanAge is null or (>= 0 and <= 25), "meanAge", document.MeanAge, "0 to 25 years, or none");
        Require(document.Columns.Length <= MostColumns, "columns", document.Columns.Length, $"{MostColumns} at most");
        HashSet<string> names = new(StringComparer.Ordinal);
        ImmutableArray<EscalationColumn> columns =
        [
            .. document.Columns.Select((column, place) =>
            {
                string name = string.Create(CultureInfo.InvariantCulture, $"columns[{place}]");
                Require(column is not null, name, "nothing", "a column");
                bool hasLevels = column!.Attribute is EscalationAttribute.Pathway or EscalationAttribute.Source;
                string[] levels = [.. column.Attribute == EscalationAttribute.Pathway ? document.Pathways : document.Sources];
                Require(hasLevels == column.Level is not null && hasLevels == column.Reference is not null, name, column.Level, "a level and a reference for a pathway or a source, and none else");
                Require(!hasLevels || column.Level is EscalationColumn.Other || levels.Contains(column.Level, StringComparer.Ordinal), $"{name}.level", column.Level, $"one of {string.Join(", ", levels)}");
                Require(!hasLevels || levels.Contains(column.Reference, StringComparer.Ordinal), $"{name}.reference", column.Reference, $"one of {string.Join(", ", levels)}");
                Require(column.Attribute != EscalationAttribute.Age || document.MeanAge is not null, "meanAge", "nothing", "an age, as there is a column of it");
                EscalationColumn read = new(column.Attribute, column.Level, column.Reference);
                Require(names.Add(read.Name), name, read.Name, "each column once");
                return read;
            }),
        ];
        HashSet<(EscalationAttribute, string)> levels = [];
        ImmutableArray<EscalationLevel> aside =
        [
            .. document.Aside.Select((level, place) =>
            {
                string name = string.Create(CultureInfo.InvariantCulture, $"aside[{place}]");
                Require(level is not null, name, "nothing", "a level");
                Require(level!.Attribute is EscalationAttribute.Pathway or EscalationAttribute.Source && !string.IsNullOrWhiteSpace(level.Level), name, level.Attribute, "a pathway or a source, and its name");
                Require(levels.Add((level.Attribute, level.Level)), name, level.Level, "each level once");
                Require(level.Cases > 0 && (level.Escalated == 0 || level.Escalated == level.Cases), $"{name}.escalated", level.Escalated, "none or all of its referrals");
                return new EscalationLevel(level.Attribute, level.Level, level.Cases, level.Escalated);
            }),
        ];
        return new EscalationEncoding(columns, [.. document.Pathways], [.. document.Sources], document.MeanAge, aside);
    }

    private static EscalationPredictor PredictorOf(Document document, EscalationEncoding encoding)
    {
        bool isLogistic = document.Method == EscalationMethod.Logistic;
        Require(isLogistic == document.Coefficients is not null && isLogistic == document.Covariance is not null && isLogistic == document.Trees is null, "method", document.Method, "coefficients with their covariance for logistic, trees for trees, and not both");
        if (document.Trees is { } text)
        {
            TreeEnsemble trees;
            try
            {
                trees = TreeEnsembleJson.Read(text.GetRawText());
            }
            catch (ArgumentException mistake)
            {
                throw new ArgumentException($"trees.{mistake.Message}", nameof(document), mistake);
            }

            Require(trees.Loss == BoostingLoss.Logistic, "trees.loss", trees.Loss, "logistic");
            Require(trees.Columns.SequenceEqual(encoding.Names, StringComparer.Ordinal), "trees.columns", string.Join(", ", trees.Columns), string.Join(", ", encoding.Names));
            return new EscalationPredictor(encoding, [], [], trees);
        }

        int count = encoding.Columns.Length + 1;
        double[] coefficients = document.Coefficients!;
        double[][] covariance = document.Covariance!;
        Require(coefficients.Length == count, "coefficients", coefficients.Length, $"{count}, the intercept and one for each column");
        Require(Array.TrueForAll(coefficients, value => Math.Abs(value) <= Farthest), "coefficients", "a number out of range", "numbers of size 1,000,000 at most");
        Require(covariance.Length == count && Array.TrueForAll(covariance, row => row is not null && row.Length == count), "covariance", "another shape", $"{count} rows of {count} numbers");
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                double bound = Math.Sqrt(Math.Max(0, covariance[i][i]) * Math.Max(0, covariance[j][j])) * (1 + 1e-6);
                Require(
                    Math.Abs(covariance[i][j]) <= Farthest && Math.Abs(covariance[i][j] - covariance[j][i]) <= 1e-9 * bound && Math.Abs(covariance[i][j]) <= bound,
                    string.Create(CultureInfo.InvariantCulture, $"covariance[{i}][{j}]"),
                    covariance[i][j],
                    "what a covariance can be: the same both ways, no larger than the variances allow");
            }
        }

        return new EscalationPredictor(encoding, [.. coefficients], [.. covariance.Select(row => row.ToImmutableArray())], null);
    }

    private static EscalationTraining TrainingOf(Data data)
    {
        Require(data.Sha256.Length == 64 && data.Sha256.All(char.IsAsciiHexDigitLower), "data.sha256", data.Sha256, "64 hexadecimal digits");
        Require(data.Cases > 0, "data.cases", data.Cases, "a number above zero");
        Require(data.Children > 0 && data.Children <= data.Cases, "data.children", data.Children, "1 to the number of cases");
        Require(data.Escalated > 0 && data.Escalated < data.Cases, "data.escalated", data.Escalated, "above zero, under the number of cases");
        Require(data.From <= data.To, "data.to", data.To, "no earlier than from");
        return new EscalationTraining(data.Origin, data.IsSimulated, data.Sha256, data.Cases, data.Children, data.Escalated, data.From, data.To);
    }

    private static void RequireLevels(string[] levels, string name) =>
        Require(
            levels.Length is > 0 and <= MostColumns && Array.TrueForAll(levels, level => !string.IsNullOrWhiteSpace(level)) && levels.Distinct(StringComparer.Ordinal).Count() == levels.Length,
            name,
            string.Join(", ", levels.Take(10)),
            $"1 to {MostColumns} names that are not blank, each once");

    private static void Require(bool holds, string name, object? found, string expected)
    {
        if (!holds)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{name}: found {found ?? "nothing"}; expected {expected}."), name);
        }
    }

    private sealed class Document
    {
        public required string Format { get; init; }

        public required string Caution { get; init; }

        public required string Version { get; init; }

        public required EscalationMethod Method { get; init; }

        public required Data Data { get; init; }

        public required string[] Pathways { get; init; }

        public required string[] Sources { get; init; }

        public double? MeanAge { get; init; }

        public required Column[] Columns { get; init; }

        public required Aside[] Aside { get; init; }

        public double[]? Coefficients { get; init; }

        public double[][]? Covariance { get; init; }

        public JsonElement? Trees { get; init; }
    }

    private sealed class Data
    {
        public required string Origin { get; init; }

        public required bool IsSimulated { get; init; }

        public required string Sha256 { get; init; }

        public required int Cases { get; init; }

        public required int Children { get; init; }

        public required int Escalated { get; init; }

        public required DateOnly From { get; init; }

        public required DateOnly To { get; init; }
    }

    private sealed class Column
    {
        public required EscalationAttribute Attribute { get; init; }

        public string? Level { get; init; }

        public string? Reference { get; init; }
    }

    private sealed class Aside
    {
        public required EscalationAttribute Attribute { get; init; }

        public required string Level { get; init; }

        public required int Cases { get; init; }

        public required int Escalated { get; init; }
    }
}
