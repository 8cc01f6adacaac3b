using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace LocalitySim.Models;

/// <summary>Makes the records from JSON that has passed the schema.</summary>
internal static class ScenarioBinding
{
    /// <summary>Gets how names, units, choices and laws of duration are read.</summary>
    internal static JsonSerializerOptions Options { get; } = MakeOptions();

    /// <summary>Returns the scenario, or notes why it cannot be made and returns null.</summary>
    internal static Scenario? Bind(string json, Place place, SourceNode root, ProblemList problems)
    {
        try
        {
            JsonObject keys = JsonNode.Parse(json)!.AsObject();
            keys.Remove("format");
            return keys.Deserialize<Scenario>(Options)! with { Place = place };
        }
        catch (JsonException exception)
        {
            // The schema lets nothing through that the records refuse, as far as we know; should it do so, the mistake still has a place.
            (SourceNode node, string _) = root.Find((exception.Path ?? "").TrimStart('$').TrimStart('.'));
            problems.Add(node, node.Describe(), "a value that the scenario can hold", exception.InnerException?.Message);
            return null;
        }
    }

    private static JsonSerializerOptions MakeOptions()
    {
        DefaultJsonTypeInfoResolver resolver = new();
        resolver.Modifiers.Add(LeaveOutPlace);
        JsonSerializerOptions options = new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            TypeInfoResolver = resolver,
            Converters =
            {
                new QuantityConverterFactory(),
                new DurationConverter(),
                new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false),
            },
        };
        options.MakeReadOnly();
        return options;
    }

    // The place comes from the tables, not from scenario.yaml.
    private static void LeaveOutPlace(JsonTypeInfo type)
    {
        if (type.Type == typeof(Scenario))
        {
            type.Properties.Remove(type.Properties.Single(property => property.PropertyType == typeof(Place)));
        }
    }
}
