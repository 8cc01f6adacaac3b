using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalitySim.Reports;

/// <summary>Writes charts as JSON that may stand in a page: letters that HTML could take for its own are written as escapes.</summary>
internal static class ChartJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new ChartTextConverter() },
    };

    internal static string Of<T>(T value) => JsonSerializer.Serialize(value, Options);
}
