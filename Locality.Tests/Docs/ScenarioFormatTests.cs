using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests.Docs;

public class ScenarioFormatTests
{
    private const string Page = "docs/scenario-format.md";

    private static readonly JsonNode Schema = JsonNode.Parse(SourceFiles.Read("Locality.Models/Scenarios/scenario.schema.json"))!;

    [Fact]
    public void The_table_of_keys_says_what_the_schema_and_the_records_say()
    {
        StringBuilder text = new();
        WriteSection(text, "", "The file", Schema, typeof(Scenario));
        GeneratedText.Check(Page, "keys", text.Append('\n').ToString());
    }

    [Fact]
    public void Every_default_that_is_a_figure_or_a_choice_says_where_it_comes_from()
    {
        string[] silent = [.. InputTypes(typeof(Scenario), [])
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => property.SetMethod is not null && IsFigure(property.PropertyType) && !IsRequired(property)
                && property.GetValue(Activator.CreateInstance(property.DeclaringType!)) is not null
                && property.GetCustomAttribute<SourcedAttribute>() is not { Source.Length: > 0 })
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}")];
        Findings.None(silent);
    }

    [Fact]
    public void Every_input_record_is_reached()
    {
        Assert.Superset(
            new HashSet<Type> { typeof(RunPlan), typeof(DriftRules), typeof(ReturnRules), typeof(Travel), typeof(CaseWeight), typeof(Structure) },
            InputTypes(typeof(Scenario), []));
    }

    private static void WriteSection(StringBuilder text, string path, string heading, JsonNode schema, Type type)
    {
        HashSet<string> required = [.. schema["required"]?.AsArray().Select(item => item!.GetValue<string>()) ?? []];

        // A constructor sets every default; that nothing required is given does not matter to reflection.
        object defaults = Activator.CreateInstance(type)!;
        List<(string Path, JsonNode Schema, Type Type)> inner = [];
        text.Append(CultureInfo.InvariantCulture, $"\n### {heading}\n\n");
        text.Append("| Key | Meaning | Allowed | Default | Standing | Source of the default |\n|---|---|---|---|---|---|\n");
        foreach ((string key, JsonNode? given) in schema["properties"]!.AsObject())
        {
            JsonNode rule = Resolve(given!);
            PropertyInfo? property = type.GetProperty(char.ToUpperInvariant(key[0]) + key[1..]);
            Assert.True(property is not null || key is "format", $"{type.Name} has no property for the key {key}.");
            SourcedAttribute? sourced = property?.GetCustomAttribute<SourcedAttribute>();
            string fallback = required.Contains(key) ? "needed" : DefaultOf(property!, defaults);
            text.Append(CultureInfo.InvariantCulture, $"| `{key}` | {Meaning(given!, rule)} | {Allowed(rule, property?.PropertyType)} | {fallback} | {sourced?.Standing.ToString() ?? ""} | {sourced?.Source ?? ""} |\n");
            JsonNode? item = IsObject(rule) ? rule : rule["items"] is { } items && IsObject(Resolve(items)) ? Resolve(items) : null;
            if (item?["properties"] is not null)
            {
                inner.Add(($"{path}{key}{(rule["items"] is null ? "" : "[]")}.", item, ElementOf(property!.PropertyType)));
            }
        }

        foreach ((string innerPath, JsonNode innerSchema, Type innerType) in inner)
        {
            WriteSection(text, innerPath, $"`{innerPath.TrimEnd('.')}`", innerSchema, innerType);
        }
    }

    private static bool IsObject(JsonNode rule) => rule["type"] switch
    {
        JsonValue value => value.GetValue<string>() is "object",
        JsonArray array => array.Any(item => item!.GetValue<string>() is "object"),
        _ => false,
    };

    private static JsonNode Resolve(JsonNode node) => node["$ref"] is { } reference
        ? Schema["definitions"]![reference.GetValue<string>().Split('/')[^1]]!
        : node;

    private static string Meaning(JsonNode given, JsonNode rule) => (given["description"] ?? rule["description"])!.GetValue<string>();

    private static string Allowed(JsonNode rule, Type? type)
    {
        if (rule["enum"] is JsonArray choices)
        {
            return string.Join(" or ", choices.Select(choice => $"`{choice!.ToJsonString().Trim('"')}`"));
        }

        if (rule["oneOf"] is not null)
        {
            return "a [law](#laws-of-duration)";
        }

        bool orNull = rule["type"] is JsonArray types && types.Any(item => item!.GetValue<string>() is "null");
        string name = rule["type"] is JsonArray several ? several[0]!.GetValue<string>() : rule["type"]!.GetValue<string>();
        string text = name switch
        {
            "number" or "integer" => Range(rule, name, type),
            "boolean" => "`true` or `false`",
            "array" => Count(rule),
            "object" => "see below",
            _ => rule["title"]?.GetValue<string>() ?? "text",
        };
        return orNull && !text.Contains("null", StringComparison.Ordinal) ? $"{text}, or `null`" : text;
    }

    private static string Range(JsonNode rule, string name, Type? type)
    {
        string least = rule["exclusiveMinimum"] is { } above ? $"above {Number(above)}" : $"from {Number(rule["minimum"]!)}";
        string most = rule["exclusiveMaximum"] is { } below ? $"and below {Number(below)}" : $"to {Number(rule["maximum"]!)}";
        string whole = name is "integer" ? "whole, " : "";
        Type? bare = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        string? unit = bare is null || bare == typeof(Share) ? null
            : bare == typeof(Days) ? "days"
            : bare == typeof(WorkingDays) ? "working days"
            : bare == typeof(Hours) ? "hours"
            : bare == typeof(HoursPerWeek) ? "hours a week"
            : bare == typeof(Fte) ? "full-time equivalents"
            : bare == typeof(Points) ? "points"
            : bare == typeof(Pounds) ? "pounds"
            : bare == typeof(KilometresPerHour) ? "km/h"
            : null;
        return $"{whole}{least} {most}{(unit is null ? "" : $" {unit}")}";
    }

    private static string Count(JsonNode rule)
    {
        int least = rule["minItems"]?.GetValue<int>() ?? 0;
        int most = rule["maxItems"]!.GetValue<int>();
        return least == most ? $"a list of {Number(rule["minItems"]!)}" : $"a list of {least} to {most.ToString("#,0", CultureInfo.InvariantCulture)}";
    }

    private static string Number(JsonNode value) => decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture).ToString("#,0.####", CultureInfo.InvariantCulture).Replace('-', '−');

    private static string DefaultOf(PropertyInfo property, object defaults)
    {
        object? value = property.GetValue(defaults);
        return value switch
        {
            null when property.Name is "Name" => "the id",
            null => "absent",
            string text => text.Length == 0 ? "empty" : $"`{text}`",
            bool flag => flag ? "`true`" : "`false`",
            Enum choice => $"`{JsonNamingPolicy.KebabCaseLower.ConvertName(choice.ToString())}`",
            double or int or ulong => $"`{Convert.ToDecimal(value, CultureInfo.InvariantCulture).ToString("0.####", CultureInfo.InvariantCulture)}`",
            IEnumerable list => list.Cast<object>().Any() ? $"`[{string.Join(", ", list.Cast<object>().Select(item => Convert.ToString(item, CultureInfo.InvariantCulture)))}]`" : "none",
            _ when value.GetType().GetProperty("Value") is { } number => $"`{Convert.ToDecimal(number.GetValue(value), CultureInfo.InvariantCulture).ToString("0.####", CultureInfo.InvariantCulture)}`",
            _ => "as below",
        };
    }

    private static bool IsRequired(PropertyInfo property) => property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute));

    private static Type ElementOf(Type type)
    {
        Type bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare.IsGenericType && bare.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? bare.GetGenericArguments()[0] : bare;
    }

    private static bool IsFigure(Type type)
    {
        Type bare = ElementOf(type);
        return bare.IsEnum || bare == typeof(double) || bare == typeof(int) || bare == typeof(ulong) || bare == typeof(bool) || bare.GetInterfaces()
            .Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IQuantity<>));
    }

    private static HashSet<Type> InputTypes(Type type, HashSet<Type> found)
    {
        if (string.Equals(type.Namespace, typeof(Scenario).Namespace, StringComparison.Ordinal) && type.IsClass && type != typeof(Distribution) && found.Add(type))
        {
            foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                InputTypes(ElementOf(property.PropertyType), found);
            }
        }

        return found;
    }
}
