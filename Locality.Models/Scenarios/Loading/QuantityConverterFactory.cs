using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalitySim.Models;

/// <summary>Makes a converter for any number with a unit.</summary>
internal sealed class QuantityConverterFactory : JsonConverterFactory
{
    /// <inheritdoc />
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsValueType
        && typeToConvert.GetInterfaces().Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IQuantity<>));

    /// <inheritdoc />
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(QuantityConverter<>).MakeGenericType(typeToConvert))!;
}
