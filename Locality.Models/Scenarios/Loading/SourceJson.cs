using System.Buffers;
using System.Text;
using System.Text.Json;

namespace LocalitySim.Models;

/// <summary>Writes a scenario file's values as JSON, which the schema checks and the records are bound from.</summary>
internal static class SourceJson
{
    /// <summary>Returns the JSON text of a value.</summary>
    internal static string Write(SourceNode node)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            Write(node, writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(SourceNode node, Utf8JsonWriter writer)
    {
        switch (node.Kind)
        {
            case SourceKind.Nothing:
                writer.WriteNullValue();
                break;
            case SourceKind.Flag:
                writer.WriteBooleanValue(node.Text[0] is 't' or 'T');
                break;
            case SourceKind.Number:
                writer.WriteRawValue(YamlScalar.ToJson(node.Text));
                break;
            case SourceKind.Text:
                writer.WriteStringValue(node.Text);
                break;
            case SourceKind.List:
                writer.WriteStartArray();
                foreach (SourceNode item in node.Items)
                {
                    Write(item, writer);
                }

                writer.WriteEndArray();
                break;
            case SourceKind.Keys:
                writer.WriteStartObject();
                foreach (SourceNode child in node.Children)
                {
                    writer.WritePropertyName(child.Key!);
                    Write(child, writer);
                }

                writer.WriteEndObject();
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
