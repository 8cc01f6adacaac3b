using System.Text.Json;
using NJsonSchema;
using NJsonSchema.Validation;

namespace LocalitySim.Models;

/// <summary>Checks a scenario file against <c>scenario.schema.json</c>, which holds every rule on a single value and its keys.</summary>
internal static class ScenarioSchema
{
    private static readonly Lazy<JsonSchema> Schema = new(() => JsonSchema.FromJsonAsync(Text()).GetAwaiter().GetResult());

    /// <summary>Returns the schema's text, which editors may use too.</summary>
    internal static string Text()
    {
        using Stream stream = typeof(ScenarioSchema).Assembly.GetManifestResourceStream("LocalitySim.Models.scenario.schema.json")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Notes every break of the schema, at most one for each value.</summary>
    internal static void Check(SourceNode root, string json, ProblemList problems)
    {
        // Unknown keys come first: a key that is missing because it is misspelt is one mistake and not two.
        HashSet<string> meant = new(StringComparer.Ordinal);
        IEnumerable<IGrouping<string, ValidationError>> places = Schema.Value.Validate(json)
            .SelectMany(error => Flatten(error, root))
            .GroupBy(PathOf, StringComparer.Ordinal)
            .OrderBy(place => place.Any(error => error.Kind == ValidationErrorKind.NoAdditionalPropertiesAllowed) ? 0 : 1);
        foreach (IGrouping<string, ValidationError> place in places)
        {
            (SourceNode node, string missing) = root.Find(place.Key);
            ValidationError error = place.MinBy(error => Rank(error.Kind))!;
            bool isMissing = error.Kind == ValidationErrorKind.PropertyRequired;
            if (node.Refused || (isMissing && (node.Kind != SourceKind.Keys || meant.Contains(place.Key))))
            {
                continue;
            }

            if (SchemaWording.Add(error, node, missing, problems) is string path)
            {
                meant.Add(path);
            }

            // The rules that follow say nothing more of a figure or a text that was refused here.
            node.Refused |= node.Kind is not (SourceKind.Keys or SourceKind.List);
        }
    }

    private static string PathOf(ValidationError error)
    {
        string path = error.Path ?? "";
        return path.StartsWith("#/", StringComparison.Ordinal) ? path[2..] : path;
    }

    // Where a value breaks several rules, what it is comes before how large it is.
    private static int Rank(ValidationErrorKind kind) => kind switch
    {
        ValidationErrorKind.StringExpected or ValidationErrorKind.NumberExpected or ValidationErrorKind.IntegerExpected
            or ValidationErrorKind.BooleanExpected or ValidationErrorKind.ObjectExpected or ValidationErrorKind.ArrayExpected => 0,
        ValidationErrorKind.StringTooLong or ValidationErrorKind.StringTooShort => 1,
        _ => 2,
    };

    private static IEnumerable<ValidationError> Flatten(ValidationError error, SourceNode root)
    {
        switch (error)
        {
            case MultiTypeValidationError types:
                // A value that may be null: what is wrong with it is what its other type says.
                return types.Errors.Where(pair => pair.Key != JsonObjectType.Null)
                    .SelectMany(pair => pair.Value)
                    .SelectMany(inner => Flatten(inner, root));
            case ChildSchemaValidationError { Kind: ValidationErrorKind.NotOneOf } branches:
                string? law = root.Find(PathOf(error)).Node["law"]?.AsText();
                ICollection<ValidationError>? branch = branches.Errors
                    .FirstOrDefault(pair => law is not null && SchemaWording.Laws(pair.Key).Contains(law, StringComparer.Ordinal)).Value;
                return branch is null ? [error] : branch.SelectMany(inner => Flatten(inner, root));
            case ChildSchemaValidationError children:
                return children.Errors.SelectMany(pair => pair.Value).SelectMany(inner => Flatten(inner, root));
            default:
                return [error];
        }
    }
}
