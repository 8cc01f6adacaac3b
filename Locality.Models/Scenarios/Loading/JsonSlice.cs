using System.Text.Json;

namespace LocalitySim.Models;

/// <summary>Is where a value stands in a JSON text, in bytes, and what it is.</summary>
internal readonly record struct JsonSlice(int Start, int Length, JsonTokenType Kind);
