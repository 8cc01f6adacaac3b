using System.Text.Encodings.Web;
using System.Text.Json;

namespace LocalitySim.Reports;

/// <summary>Is how JSON is written everywhere.</summary>
internal static class JsonForm
{
    /// <summary>Gets the form: camelCase, indented, letters of every alphabet as they are, absent values as null.</summary>
    internal static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>Writes a value and a line break.</summary>
    internal static void Write<T>(Stream stream, T value)
    {
        JsonSerializer.Serialize(stream, value, Options);
        stream.Write("\n"u8);
    }
}
