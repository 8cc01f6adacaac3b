using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalitySim.Reports;

/// <summary>Writes the texts of charts so that no name turns the writing of a label.</summary>
internal sealed class ChartTextConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Charts are written, and not read.");

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(VisibleText.Of(value));

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
}
