using System.Globalization;

namespace LocalitySim.Models;

/// <summary>Is a value in a scenario file, with its place: a scalar, a list, or a set of keys.</summary>
internal sealed class SourceNode
{
    private readonly SourceNode? _parent;
    private readonly int _index;
    private readonly OrderedDictionary<string, SourceNode> _children = new(StringComparer.Ordinal);
    private readonly List<SourceNode> _items = [];

    /// <summary>Makes the document's outermost value.</summary>
    internal SourceNode(SourceKind kind, string text, int line, int column)
    {
        Kind = kind;
        Text = text;
        Line = line;
        Column = column;
    }

    private SourceNode(SourceNode parent, string? key, int index, SourceKind kind, string text, int line, int column)
        : this(kind, text, line, column)
    {
        _parent = parent;
        Key = key;
        _index = index;
    }

    /// <summary>Gets what the value is.</summary>
    internal SourceKind Kind { get; }

    /// <summary>Gets a scalar's text; empty for other values.</summary>
    internal string Text { get; }

    /// <summary>Gets the line, from 1.</summary>
    internal int Line { get; }

    /// <summary>Gets the column, from 1.</summary>
    internal int Column { get; }

    /// <summary>Gets the key under which the value stands; absent in a list.</summary>
    internal string? Key { get; }

    /// <summary>Gets the line of the key, from 1.</summary>
    internal int KeyLine { get; private set; }

    /// <summary>Gets the column of the key, from 1.</summary>
    internal int KeyColumn { get; private set; }

    /// <summary>Gets or sets whether a mistake in the value was noted already, so that nothing more is said of it.</summary>
    internal bool Refused { get; set; }

    /// <summary>Gets the items of a list; none for other values.</summary>
    internal IReadOnlyList<SourceNode> Items => _items;

    /// <summary>Gets the values under keys, in the order of the file; none for other values.</summary>
    internal IEnumerable<SourceNode> Children => _children.Values;

    /// <summary>Gets the place inside the file, such as <c>services[2].fte</c>; empty for the outermost value.</summary>
    internal string Path
    {
        get
        {
            if (_parent is null)
            {
                return "";
            }

            string before = _parent.Path;
            if (Key is null)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{before}[{_index}]");
            }

            string key = ScenarioMessage.Plain(Key);
            return before.Length == 0 ? key : $"{before}.{key}";
        }
    }

    /// <summary>Gets the value under a key, or null.</summary>
    internal SourceNode? this[string key] => _children.GetValueOrDefault(key);

    /// <summary>Adds a value under a key.</summary>
    internal SourceNode Add(string key, int keyLine, int keyColumn, SourceKind kind, string text, int line, int column)
    {
        SourceNode node = new(this, key, 0, kind, text, line, column) { KeyLine = keyLine, KeyColumn = keyColumn };
        _children.TryAdd(key, node);
        return node;
    }

    /// <summary>Adds an item to a list.</summary>
    internal SourceNode Add(SourceKind kind, string text, int line, int column)
    {
        SourceNode node = new(this, null, _items.Count, kind, text, line, column);
        _items.Add(node);
        return node;
    }

    /// <summary>Returns the node at a path such as <c>services[2].fte</c>, or the nearest one around it.</summary>
    /// <returns>The node, and what is left of the path: empty where the node was found.</returns>
    internal (SourceNode Node, string Missing) Find(string path)
    {
        SourceNode node = this;
        string rest = path;
        while (rest.Length > 0 && node.Step(rest) is (SourceNode next, int length))
        {
            node = next;
            rest = rest[length..];
            rest = rest.StartsWith('.') ? rest[1..] : rest;
        }

        return (node, rest);
    }

    /// <summary>Returns the text of a scalar that is written as text, or null.</summary>
    internal string? AsText() => Kind == SourceKind.Text && !Refused ? Text : null;

    /// <summary>Returns a finite number, or null.</summary>
    internal double? AsNumber() => Kind == SourceKind.Number && !Refused ? double.Parse(Text, NumberStyles.Float, CultureInfo.InvariantCulture) : null;

    /// <summary>Returns a day written year-month-day, or null.</summary>
    internal DateOnly? AsDate() =>
        AsText() is string text && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date
            : null;

    /// <summary>Says what the value is, for a message.</summary>
    internal string Describe() => Kind switch
    {
        SourceKind.Nothing => "nothing",
        SourceKind.List => "a list",
        SourceKind.Keys => "keys and values",
        SourceKind.Text => ScenarioMessage.Quote(Text),
        _ => ScenarioMessage.Plain(Text),
    };

    private (SourceNode Next, int Length)? Step(string path)
    {
        if (path[0] == '[')
        {
            int close = path.IndexOf(']', StringComparison.Ordinal);
            return close > 0 && int.TryParse(path.AsSpan(1, close - 1), CultureInfo.InvariantCulture, out int index) && index < _items.Count
                ? (_items[index], close + 1)
                : null;
        }

        // A key may itself hold a full stop or a bracket: the longest key that fits is the one.
        for (int length = path.Length; length > 0; length--)
        {
            if ((length == path.Length || path[length] is '.' or '[') && _children.TryGetValue(path[..length], out SourceNode? child))
            {
                return (child, length);
            }
        }

        return null;
    }
}
