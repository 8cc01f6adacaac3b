using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalitySim.Models;

/// <summary>Reads a number with a unit from a plain number, and writes it as one.</summary>
internal sealed class QuantityConverter<T> : JsonConverter<T>
    where T : struct, IQuantity<T>
{
    /// <inheritdoc />
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return T.From(reader.GetDouble());
        }
        catch (ArgumentOutOfRangeException exception)
        {
            throw new JsonException(message: null, exception);
        }
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
}
