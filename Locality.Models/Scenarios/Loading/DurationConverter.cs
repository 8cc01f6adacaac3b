using System.Text.Json;
using System.Text.Json.Serialization;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Reads a law of duration: <c>{ law: gamma, meanDays: 135, shape: 6 }</c> and the like, in days.</summary>
internal sealed class DurationConverter : JsonConverter<Distribution>
{
    /// <inheritdoc />
    public override Distribution Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        try
        {
            return Make(document.RootElement);
        }
        catch (ArgumentException exception)
        {
            throw new JsonException(message: null, exception);
        }
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Distribution value, JsonSerializerOptions options) =>
        throw new NotSupportedException("A law of duration is read and never written.");

    private static Distribution Make(JsonElement element) => element.GetProperty("law").GetString() switch
    {
        "exponential" => new ExponentialDistribution(Number(element, "meanDays")),
        "gamma" => Gamma(Number(element, "meanDays"), Number(element, "shape")),
        "lognormal" => Lognormal(Number(element, "meanDays"), Number(element, "sigma")),
        "weibull" => new WeibullDistribution(Number(element, "shape"), Number(element, "scaleDays")),
        "fixed" => new DeterministicDistribution(Number(element, "days")),
        "mixture" => new MixtureDistribution([.. element.GetProperty("parts").EnumerateArray().Select(part => (Number(part, "share"), Make(part)))]),
        string law => throw new JsonException($"No law of duration is named '{law}'."),
        null => throw new JsonException("A law of duration has no name."),
    };

    private static GammaDistribution Gamma(double mean, double shape) => new(shape, mean / shape);

    // The mean of a lognormal law is e^(μ + σ²/2).
    private static LognormalDistribution Lognormal(double mean, double sigma) => new(PortableMath.Log(mean) - (0.5 * sigma * sigma), sigma);

    private static double Number(JsonElement element, string name) => element.GetProperty(name).GetDouble();
}
