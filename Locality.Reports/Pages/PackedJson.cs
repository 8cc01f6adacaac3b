using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LocalitySim.Reports;

/// <summary>Packs the JSON of a chart for a page, to about a sixth: <c>page.js</c> unpacks it.</summary>
/// <remarks>
/// Rows of like items become columns, texts are kept once and then numbered, what comes again is named by its number, and numbers have six significant
/// digits, which is finer than a screen. It stays text that can be read, and has the same bytes on every machine, which a compressed form would not.
/// </remarks>
internal sealed class PackedJson
{
    // Fewer rows than this are shorter as they are.
    private const int LeastRows = 4;
    private const int LeastPart = 200;

    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);

    private readonly Dictionary<string, int> parts = new(StringComparer.Ordinal);

    private PackedJson()
    {
    }

    /// <summary>Packs JSON.</summary>
    internal static string Of(string json)
    {
        PackedJson packed = new();
        string value = packed.Value(JsonNode.Parse(json));
        return $"{{\"words\":[{string.Join(',', packed.words.Keys)}],\"parts\":[{string.Join(',', packed.parts.Keys)}],\"value\":{value}}}";
    }

    private string Value(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject one => Part($"{{{string.Join(',', one.Select(entry => $"{Text(entry.Key)}:{Value(entry.Value)}"))}}}"),
        JsonArray many => Array([.. many]),
        _ => Scalar(node.AsValue()),
    };

    /// <summary>Names what comes again by its number; what it holds has lower numbers.</summary>
    private string Part(string text)
    {
        if (text.Length < LeastPart)
        {
            return text;
        }

        if (!parts.TryGetValue(text, out int number))
        {
            number = parts.Count;
            parts.Add(text, number);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{{\"$part\":{number}}}");
    }

    private string Array(JsonNode?[] rows)
    {
        if (rows.Length < LeastRows)
        {
            return $"[{string.Join(',', rows.Select(Value))}]";
        }

        if (rows[0] is JsonObject { Count: > 0 } first && System.Array.TrueForAll(rows, row => row is JsonObject one && one.Select(entry => entry.Key).SequenceEqual(first.Select(entry => entry.Key), StringComparer.Ordinal)))
        {
            string[] keys = [.. first.Select(entry => entry.Key)];
            return $"{{\"$keys\":[{string.Join(',', keys.Select(Text))}],\"$columns\":[{string.Join(',', keys.Select(key => Array([.. rows.Select(row => row![key])])))}]}}";
        }

        if (rows[0] is JsonArray { Count: > 0 } line && System.Array.TrueForAll(rows, row => row is JsonArray one && one.Count == line.Count))
        {
            return $"{{\"$rows\":[{string.Join(',', Enumerable.Range(0, line.Count).Select(place => Array([.. rows.Select(row => row![place])])))}]}}";
        }

        return System.Array.TrueForAll(rows, row => row?.GetValueKind() == JsonValueKind.String)
            ? Texts([.. rows.Select(row => row!.GetValue<string>())])
            : Column([.. rows.Select(Value)]);
    }

    private string Texts(string[] texts)
    {
        string[][] lines = [.. texts.Select(text => text.Split('\n'))];
        int count = lines[0].Length;
        return count > 1 && System.Array.TrueForAll(lines, line => line.Length == count)
            ? $"{{\"$lines\":[{string.Join(',', Enumerable.Range(0, count).Select(place => Numbered(lines.Select(line => line[place]))))}]}}"
            : Numbered(texts);
    }

    private string Numbered(IEnumerable<string> texts) => $"{{\"$at\":{Column([.. texts.Select(text =>
    {
        string key = Text(text);
        if (!words.TryGetValue(key, out int number))
        {
            number = words.Count;
            words.Add(key, number);
        }

        return number.ToString(CultureInfo.InvariantCulture);
    })])}}}";

    private static string Column(string[] values) => System.Array.TrueForAll(values, value => string.Equals(value, values[0], StringComparison.Ordinal))
        ? string.Create(CultureInfo.InvariantCulture, $"{{\"$same\":{values[0]},\"$count\":{values.Length}}}")
        : $"[{string.Join(',', values)}]";

    private static string Scalar(JsonValue value)
    {
        if (value.GetValueKind() != JsonValueKind.Number)
        {
            return value.GetValueKind() == JsonValueKind.String ? Text(value.GetValue<string>()) : value.ToJsonString();
        }

        double number = value.GetValue<double>();
        return Math.Floor(number) == number && Math.Abs(number) < 1e15 ? number.ToString("0", CultureInfo.InvariantCulture) : number.ToString("G6", CultureInfo.InvariantCulture);
    }

    // The default escapes: no letter that a page could take for its own.
    private static string Text(string text) => JsonSerializer.Serialize(text);
}
