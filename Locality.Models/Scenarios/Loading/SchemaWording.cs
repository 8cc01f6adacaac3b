using System.Globalization;
using NJsonSchema;
using NJsonSchema.Validation;

namespace LocalitySim.Models;

/// <summary>Puts a break of the schema into words: found, expected, fix.</summary>
internal static class SchemaWording
{
    /// <summary>Notes a break of the schema.</summary>
    /// <param name="error">The break.</param>
    /// <param name="node">The value, or the nearest one around a place that is missing.</param>
    /// <param name="rest">What is missing; empty where the value is there.</param>
    /// <param name="problems">The list that takes the problem.</param>
    /// <returns>The path that was probably meant, where a key is unknown.</returns>
    internal static string? Add(ValidationError error, SourceNode node, string rest, ProblemList problems)
    {
        JsonSchema schema = error.Schema.ActualSchema;
        switch (error.Kind)
        {
            case ValidationErrorKind.PropertyRequired:
                string property = error.Property ?? rest;
                problems.Add(node.Line, node.Column, Join(node, property), "nothing", Describe(schema.Properties[property].ActualSchema));
                break;
            case ValidationErrorKind.NoAdditionalPropertiesAllowed:
                string key = node.Key ?? error.Property;
                string? meant = problems.Nearest(key, schema.Properties.Keys);
                problems.Add(
                    node.Key is null ? node.Line : node.KeyLine,
                    node.Key is null ? node.Column : node.KeyColumn,
                    node.Path,
                    $"the unknown key {ScenarioMessage.Quote(key)}",
                    meant is null ? $"one of {string.Join(", ", schema.Properties.Keys)}" : "a known key",
                    DidYouMean(meant));
                return meant is null || node.Key is null ? null : node.Path[..^ScenarioMessage.Plain(node.Key).Length] + meant;
            case ValidationErrorKind.NotOneOf:
                AddLaw(schema, node, problems);
                break;
            case ValidationErrorKind.TooFewItems or ValidationErrorKind.TooManyItems:
                problems.Add(node, Count(node.Items.Count, "item"), Items(error.Kind, schema));
                break;
            case ValidationErrorKind.StringTooLong:
                problems.Add(node, $"text of {Number(node.Text.Length)} characters", Describe(schema));
                break;
            case ValidationErrorKind.NumberTooSmall or ValidationErrorKind.NumberTooBig or ValidationErrorKind.IntegerTooBig:
                problems.Add(node, node.Describe(), schema.Title ?? Bound(error.Kind, schema), Fix(schema, node, problems));
                break;
            case ValidationErrorKind.IntegerExpected when node.Kind == SourceKind.Number && !node.Text.AsSpan().ContainsAny(".eE"):
                problems.Add(node, node.Describe(), node.Text[0] == '-' ? Lower(schema) : Upper(schema));
                break;
            default:
                string expected = Describe(schema);
                bool isBeyond = node.Kind == SourceKind.Text && IsNumber(schema) && YamlScalar.IsBeyondNumbers(node.Text);
                problems.Add(node, node.Describe(), isBeyond ? expected.Replace("a number", "a finite number", StringComparison.Ordinal) : expected, Fix(schema, node, problems));
                break;
        }

        return null;
    }

    private static string Join(SourceNode node, string key) => node.Path.Length == 0 ? key : $"{node.Path}.{key}";

    /// <summary>Returns the names of the laws that a branch of a duration's schema takes.</summary>
    internal static IEnumerable<string> Laws(JsonSchema branch) =>
        branch.ActualSchema.Properties.TryGetValue("law", out JsonSchemaProperty? law) ? Choices(law.ActualSchema) : [];

    /// <summary>Asks whether a word was meant, or returns null where there is none.</summary>
    internal static string? DidYouMean(string? word) => word is null ? null : $"did you mean {ScenarioMessage.Quote(word)}?";

    private static void AddLaw(JsonSchema schema, SourceNode node, ProblemList problems)
    {
        string[] laws = [.. schema.OneOf.SelectMany(Laws)];
        string expected = $"one of {string.Join(", ", laws)}";
        if (node.Kind != SourceKind.Keys)
        {
            problems.Add(node, node.Describe(), Describe(schema));
        }
        else if (node["law"] is SourceNode law)
        {
            problems.Add(law, law.Describe(), expected, DidYouMean(problems.Nearest(law.Text, laws)));
        }
        else
        {
            problems.Add(node.Line, node.Column, Join(node, "law"), "nothing", expected);
        }
    }

    private static string Describe(JsonSchema schema)
    {
        if (schema.Title is string title)
        {
            return title;
        }

        if (schema.Enumeration.Count > 0)
        {
            string choices = string.Join(", ", Choices(schema));
            return schema.Enumeration.Count == 1 ? choices : $"one of {choices}";
        }

        JsonObjectType type = schema.Type & ~JsonObjectType.Null;
        string name = type switch
        {
            JsonObjectType.Number => Ranged("a number", schema),
            JsonObjectType.Integer => Ranged("a whole number", schema),
            JsonObjectType.Boolean => "true or false",
            JsonObjectType.String => "text",
            JsonObjectType.Array => "a list",
            _ => "keys and values",
        };
        return schema.Type.HasFlag(JsonObjectType.Null) ? $"{name}, or null" : name;
    }

    private static string Ranged(string name, JsonSchema schema) =>
        schema.Minimum is null && schema.ExclusiveMinimum is null ? name : $"{name}, {Lower(schema)}";

    private static string Bound(ValidationErrorKind kind, JsonSchema schema) =>
        kind == ValidationErrorKind.NumberTooSmall ? Lower(schema) : Upper(schema);

    private static string Lower(JsonSchema schema) => (schema.ExclusiveMinimum, schema.Minimum) switch
    {
        (0, _) => "above zero",
        (decimal above, _) => $"above {Number(above)}",
        (_, 0) => "zero or more",
        (_, decimal least) => $"{Number(least)} or more",
        _ => "a number",
    };

    private static string Upper(JsonSchema schema) => (schema.ExclusiveMaximum, schema.Maximum) switch
    {
        (0, _) => "below zero",
        (decimal below, _) => $"below {Number(below)}",
        (_, decimal most) => $"{Number(most)} at most",
        _ => "a number",
    };

    private static string Items(ValidationErrorKind kind, JsonSchema schema) => schema.Title
        ?? (kind == ValidationErrorKind.TooFewItems ? $"{Count(schema.MinItems, "item")} or more" : $"{Count(schema.MaxItems, "item")} at most");

    private static string? Fix(JsonSchema schema, SourceNode node, ProblemList problems)
    {
        if (schema.Enumeration.Count > 0)
        {
            return node.Kind == SourceKind.Text ? DidYouMean(problems.Nearest(node.Text, Choices(schema))) : null;
        }

        if (IsNumber(schema))
        {
            bool share = schema is { Minimum: 0, Maximum: 1 };
            bool percentage = node.Kind == SourceKind.Text && node.Text.EndsWith('%');
            bool digits = node.Kind == SourceKind.Text && node.Text.Any(char.IsAsciiDigit) && !YamlScalar.IsBeyondNumbers(node.Text);
            return share && (percentage || node.AsNumber() > 1) ? "write 12 % as 0.12"
                : digits ? "write digits and a full stop only"
                : null;
        }

        return (schema.Type & ~JsonObjectType.Null, node.Kind) switch
        {
            (JsonObjectType.Boolean, SourceKind.Text) when node.Text.ToUpperInvariant() is "YES" or "ON" or "Y" => "write true",
            (JsonObjectType.Boolean, SourceKind.Text) when node.Text.ToUpperInvariant() is "NO" or "OFF" or "N" => "write false",
            (JsonObjectType.String, SourceKind.Number or SourceKind.Flag) => $"put it in quotes: {ScenarioMessage.Quote(node.Text)}",
            _ => null,
        };
    }

    private static bool IsNumber(JsonSchema schema) => (schema.Type & ~JsonObjectType.Null) is JsonObjectType.Number or JsonObjectType.Integer;

    private static IEnumerable<string> Choices(JsonSchema schema) =>
        schema.Enumeration.Select(choice => Convert.ToString(choice, CultureInfo.InvariantCulture) ?? "null");

    private static string Count(int count, string thing) => $"{Number(count)} {thing}{(count == 1 ? "" : "s")}";

    private static string Number(decimal value) => value.ToString("#,0.####", CultureInfo.InvariantCulture);
}
