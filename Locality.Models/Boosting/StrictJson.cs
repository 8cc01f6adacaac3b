using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalitySim.Models;

/// <summary>Writes fitted models as plain JSON, and reads them back as untrusted text: nothing unknown, nothing twice, nothing missing.</summary>
internal static class StrictJson
{
    /// <summary>Gets how models are written and read: camelCase, words for kinds, no member that is not known.</summary>
    internal static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Gets the same, a member to a line: for documents that people look into.</summary>
    internal static JsonSerializerOptions Indented { get; } = new(Options) { WriteIndented = true, NewLine = "\n" };

    /// <summary>Reads a document.</summary>
    /// <param name="json">The text.</param>
    /// <param name="what">What it should be, in words.</param>
    /// <exception cref="ArgumentException">It is not. The message says where.</exception>
    internal static T Read<T>(string json, string what)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options) ?? throw new ArgumentException($"$: found null; expected {what}.", nameof(json));
        }
        catch (JsonException mistake)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{mistake.Path ?? "$"}: found what is no JSON of {what} (line {mistake.LineNumber + 1}); expected what was written: {mistake.Message}"), nameof(json), mistake);
        }
    }
}
