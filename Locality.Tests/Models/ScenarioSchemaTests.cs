using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using LocalitySim.Models;
using LocalitySim.Simulation;
using Xunit;

namespace LocalitySim.Tests;

public class ScenarioSchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(ScenarioSchema.Text()).RootElement;

    [Fact]
    public void The_schema_has_the_keys_that_the_records_have_and_requires_the_ones_that_they_require()
    {
        List<string> compared = [];
        Compare(typeof(Scenario), Schema, "scenario", compared);
        Assert.Contains("scenario.pathways.casework.weights.share", compared);
        Assert.Contains("scenario.structures.localities.bases", compared);
        Assert.Contains("scenario.structures.steps.movePosts.toService", compared);
        Assert.Contains("scenario.structures.frontDoor.accessPoints.misdirected", compared);
        Assert.Contains("scenario.deliveryModels.hub.walkIn", compared);
    }

    [Fact]
    public void Every_set_of_keys_is_closed()
    {
        int objects = 0;
        CheckClosed(Schema);
        Assert.True(objects > 20);

        void CheckClosed(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement item in element.EnumerateArray())
                {
                    CheckClosed(item);
                }
            }

            if (element.ValueKind != JsonValueKind.Object)
            {
                return;
            }

            if (element.TryGetProperty("properties", out JsonElement properties) && properties.ValueKind == JsonValueKind.Object)
            {
                objects++;
                Assert.False(element.GetProperty("additionalProperties").GetBoolean());
            }

            foreach (JsonProperty property in element.EnumerateObject())
            {
                CheckClosed(property.Value);
            }
        }
    }

    [Fact]
    public void Every_number_has_two_bounds_and_lies_in_the_range_of_its_unit()
    {
        List<string> numbers = [];
        CheckNumbers(typeof(Scenario), Schema, "scenario", numbers);
        Assert.Contains("scenario.services.fte", numbers);
        Assert.True(numbers.Count > 50);
    }

    private static void Compare(Type record, JsonElement schema, string path, List<string> compared)
    {
        JsonElement keys = schema.GetProperty("properties");
        string[] required = schema.TryGetProperty("required", out JsonElement list) ? [.. list.EnumerateArray().Select(key => key.GetString()!)] : [];
        PropertyInfo[] properties = Bound(record);

        // The version of the format is the file's alone.
        Assert.Equal(
            properties.Select(property => Key(property)).Order(StringComparer.Ordinal),
            keys.EnumerateObject().Select(key => key.Name).Where(key => key is not "format").Order(StringComparer.Ordinal));
        foreach (PropertyInfo property in properties)
        {
            bool isRequired = property.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null;
            Assert.True(isRequired == required.Contains(Key(property), StringComparer.Ordinal), $"{path}.{Key(property)}");
            compared.Add($"{path}.{Key(property)}");
            JsonElement value = Resolve(keys.GetProperty(Key(property)));
            if (value.TryGetProperty("enum", out JsonElement choices) && (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is { IsEnum: true } choice)
            {
                Assert.Equal(
                    Enum.GetNames(choice).Select(JsonNamingPolicy.KebabCaseLower.ConvertName),
                    choices.EnumerateArray().Select(name => name.GetString()!));
            }

            if (Element(property.PropertyType) is Type inner && value.TryGetProperty("items", out JsonElement items))
            {
                value = Resolve(items);
                if (IsRecord(inner))
                {
                    Compare(inner, value, $"{path}.{Key(property)}", compared);
                }
            }
            else if (IsRecord(property.PropertyType))
            {
                Compare(property.PropertyType, value, $"{path}.{Key(property)}", compared);
            }
        }
    }

    private static void CheckNumbers(Type record, JsonElement schema, string path, List<string> numbers)
    {
        foreach (PropertyInfo property in Bound(record))
        {
            JsonElement value = Resolve(schema.GetProperty("properties").GetProperty(Key(property)));
            Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            string at = $"{path}.{Key(property)}";
            if (Element(type) is Type inner)
            {
                (type, value) = (inner, Resolve(value.GetProperty("items")));
            }

            if (IsRecord(type))
            {
                CheckNumbers(type, value, at, numbers);
            }
            else if (type.IsPrimitive && type != typeof(bool))
            {
                Assert.True((value.TryGetProperty("minimum", out _) || value.TryGetProperty("exclusiveMinimum", out _)) && (value.TryGetProperty("maximum", out _) || value.TryGetProperty("exclusiveMaximum", out _)), at);
                numbers.Add(at);
            }
            else if (type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IQuantity<>)))
            {
                double least = value.TryGetProperty("minimum", out JsonElement minimum) ? minimum.GetDouble() : value.GetProperty("exclusiveMinimum").GetDouble();
                Assert.True(least >= 0, at);
                Assert.True(type != typeof(Share) || value.GetProperty("maximum").GetDouble() <= 1, at);
                Assert.True(value.TryGetProperty("maximum", out _), at);
                numbers.Add(at);
            }
        }
    }

    private static PropertyInfo[] Bound(Type record) =>
        [.. record.GetProperties().Where(property => property.CanWrite && property.PropertyType != typeof(Place))];

    private static string Key(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    private static Type? Element(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? type.GetGenericArguments()[0] : null;

    private static bool IsRecord(Type type) =>
        type.IsClass && type != typeof(string) && type != typeof(Distribution) && type.Assembly == typeof(Scenario).Assembly;

    private static JsonElement Resolve(JsonElement element) =>
        element.TryGetProperty("$ref", out JsonElement reference)
            ? Schema.GetProperty("definitions").GetProperty(reference.GetString()!.Split('/')[^1])
            : element;
}
