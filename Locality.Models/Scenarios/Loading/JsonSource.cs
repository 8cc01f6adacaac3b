using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LocalitySim.Models;

/// <summary>Is a JSON file of which every value knows its line and column. Values are read when they are asked for, and never all held at once.</summary>
internal sealed class JsonSource
{
    /// <summary>The deepest nesting that is read.</summary>
    private const int Deepest = 32;

    private readonly byte[] _bytes;
    private readonly ProblemList _problems;

    // Places are asked for mostly in the order of the file: going on from the last one keeps a file of one long line from costing its length each time.
    private int _at;
    private int _line = 1;
    private int _column = 1;

    private JsonSource(byte[] bytes, ProblemList problems)
    {
        _bytes = bytes;
        _problems = problems;
    }

    /// <summary>Gets the outermost value.</summary>
    internal JsonSlice Root { get; private set; }

    /// <summary>Returns the text with its outermost value, or notes why it is not JSON and returns null.</summary>
    internal static JsonSource? Parse(string text, ProblemList problems)
    {
        JsonSource source = new(Encoding.UTF8.GetBytes(text), problems);
        return source.IsJson() ? source : null;
    }

    /// <summary>Returns the values under the keys of an object; a key that comes twice is noted, and its first value holds.</summary>
    internal Dictionary<string, JsonSlice> Members(JsonSlice item, string path)
    {
        Dictionary<string, JsonSlice> members = new(StringComparer.Ordinal);
        Utf8JsonReader reader = Within(item);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = reader.GetString()!;
            int start = item.Start + (int)reader.TokenStartIndex;
            if (!members.TryAdd(key, Value(ref reader, item)))
            {
                Refuse(start, path, $"the key {ScenarioMessage.Quote(key)} again", "each key once");
            }
        }

        return members;
    }

    /// <summary>Returns the items of a list.</summary>
    internal List<JsonSlice> Items(JsonSlice item)
    {
        List<JsonSlice> items = [];
        Utf8JsonReader reader = Within(item);
        reader.Read();
        while (Value(ref reader, item) is { Kind: not JsonTokenType.EndArray } next)
        {
            items.Add(next);
        }

        return items;
    }

    /// <summary>Returns the text of a value that is one, or null.</summary>
    internal string? Text(JsonSlice item)
    {
        Utf8JsonReader reader = Within(item);
        reader.Read();
        return item.Kind == JsonTokenType.String ? reader.GetString() : null;
    }

    /// <summary>Returns a finite number, or null.</summary>
    internal double? Number(JsonSlice item)
    {
        Utf8JsonReader reader = Within(item);
        reader.Read();
        return item.Kind == JsonTokenType.Number && reader.TryGetDouble(out double value) && double.IsFinite(value) ? value : null;
    }

    /// <summary>Says what a value is, for a message.</summary>
    internal string Describe(JsonSlice item) => item.Kind switch
    {
        JsonTokenType.StartObject => "keys and values",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.Null => "nothing",
        JsonTokenType.String => ScenarioMessage.Quote(Text(item)!),
        _ => ScenarioMessage.Plain(Encoding.UTF8.GetString(_bytes, item.Start, Math.Min(item.Length, 100))),
    };

    /// <summary>Notes a mistake at a value.</summary>
    internal void Refuse(JsonSlice item, string path, string found, string expected, string? fix = null) => Refuse(item.Start, path, found, expected, fix);

    private void Refuse(int start, string path, string found, string expected, string? fix = null)
    {
        MoveTo(start);
        _problems.Add(_line, _column, path, found, expected, fix);
    }

    /// <summary>Goes through the whole text once, so that nothing after it meets a text that is not JSON.</summary>
    private bool IsJson()
    {
        int start = 0;
        try
        {
            Utf8JsonReader reader = new(_bytes, new JsonReaderOptions { MaxDepth = Deepest });
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                {
                    start = (int)reader.TokenStartIndex;
                    _ = reader.GetString();
                }
            }

            Utf8JsonReader first = new(_bytes, Options);
            first.Read();
            int from = (int)first.TokenStartIndex;
            Root = new(from, _bytes.Length - from, first.TokenType);
            return true;
        }
        catch (JsonException exception)
        {
            int line = (int)(exception.LineNumber ?? 0);
            int lineStart = StartOfLine(line);
            int at = Math.Min(_bytes.Length, lineStart + (int)(exception.BytePositionInLine ?? 0));
            string expected = string.Create(CultureInfo.InvariantCulture, $"JSON, nested {Deepest} deep at most");
            _problems.Add(line + 1, Encoding.UTF8.GetCharCount(_bytes, lineStart, at - lineStart) + 1, "", "what is not JSON", expected);
        }
        catch (InvalidOperationException)
        {
            Refuse(start, "", "an escape that is half of a character", "text");
        }

        return false;
    }

    private static JsonReaderOptions Options => new() { MaxDepth = Deepest };

    private Utf8JsonReader Within(JsonSlice item) => new(_bytes.AsSpan(item.Start, item.Length), Options);

    // Reads the next value whole. Its place is counted from the start of the file.
    private static JsonSlice Value(ref Utf8JsonReader reader, JsonSlice within)
    {
        reader.Read();
        JsonTokenType kind = reader.TokenType;
        int start = (int)reader.TokenStartIndex;
        if (kind is JsonTokenType.StartArray or JsonTokenType.StartObject)
        {
            reader.Skip();
        }

        return new(within.Start + start, (int)reader.BytesConsumed - start, kind);
    }

    private int StartOfLine(int line)
    {
        int start = 0;
        for (int number = 0; number < line; number++)
        {
            start += _bytes.AsSpan(start).IndexOf((byte)'\n') + 1;
        }

        return start;
    }

    private void MoveTo(int start)
    {
        if (start < _at)
        {
            (_at, _line, _column) = (0, 1, 1);
        }

        ReadOnlySpan<byte> passed = _bytes.AsSpan(_at, start - _at);
        int lines = passed.Count((byte)'\n');
        int last = passed.LastIndexOf((byte)'\n');
        _line += lines;
        _column = lines == 0 ? _column + Encoding.UTF8.GetCharCount(passed) : Encoding.UTF8.GetCharCount(passed[(last + 1)..]) + 1;
        _at = start;
    }
}
