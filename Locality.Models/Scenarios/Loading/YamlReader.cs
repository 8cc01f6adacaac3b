using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LocalitySim.Models;

/// <summary>
/// Reads the plain part of YAML that scenarios are written in, keeping the place of every value. It reads event by event with a stack
/// of its own, so that no nesting can exhaust the thread's stack, and refuses what makes a file mean more than it shows: anchors,
/// aliases, tags, merge keys and further documents.
/// </summary>
internal sealed class YamlReader
{
    private const int DeepestNesting = 32;
    private const int MostValues = 500_000;

    private readonly ProblemList _problems;
    private readonly Stack<Frame> _open = new();
    private SourceNode? _root;
    private int _values;

    private YamlReader(ProblemList problems) => _problems = problems;

    /// <summary>Returns the outermost value, or null where the text could not be read to its end.</summary>
    internal static SourceNode? Read(string text, ProblemList problems) => new YamlReader(problems).Read(text);

    private SourceNode? Read(string text)
    {
        Parser parser = new(new Scanner(new StringReader(text)));
        try
        {
            while (parser.MoveNext())
            {
                if (parser.Current is ParsingEvent current && !Take(current))
                {
                    return null;
                }
            }
        }
        catch (YamlException exception)
        {
            return exception.Message.Contains("tab", StringComparison.OrdinalIgnoreCase) && FindTab(text) is { } tab ? Indented(tab) : Malformed(exception.Start, exception.Message);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // The parser reports some malformed flow collections and escapes so: the last event is the nearest place it knows.
            return Malformed(parser.Current?.End ?? Mark.Empty, "");
        }

        if (_root is null)
        {
            _problems.Add("an empty file", "a scenario");
        }

        return _root;
    }

    /// <summary>Returns the first tab in an indent: the parser says that there is one, and not where.</summary>
    private static Mark? FindTab(string text)
    {
        int line = 1;
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\t' && text.AsSpan(start, i - start).IndexOfAnyExcept(' ') < 0)
            {
                return new Mark(i, line, i - start + 1);
            }

            if (text[i] == '\n')
            {
                line++;
                start = i + 1;
            }
        }

        return null;
    }

    private SourceNode? Indented(Mark tab)
    {
        _problems.Add((int)tab.Line, (int)tab.Column, "", "a tab in the indent", "spaces", "replace each tab by spaces");
        return null;
    }

    private SourceNode? Malformed(Mark mark, string message)
    {
        int comma = message.StartsWith("While ", StringComparison.OrdinalIgnoreCase) ? message.IndexOf(", ", StringComparison.Ordinal) : -1;
        string reason = message[(comma < 0 ? 0 : comma + 2)..].Trim().TrimEnd('.');
        string found = reason.Length == 0 ? "a mistake in the YAML" : $"a mistake in the YAML ({ScenarioMessage.Plain(reason.ToLowerInvariant())})";
        _problems.Add((int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column), "", found, "brackets, quotes and indents that match");
        return null;
    }

    private bool Take(ParsingEvent current)
    {
        switch (current)
        {
            case DocumentStart when _root is not null:
                _problems.Add(Line(current), Column(current), "", "a second document", "one document");
                return false;
            case AnchorAlias alias:
                Refuse(current, $"the alias {ScenarioMessage.Quote($"*{alias.Value}")}", "the value itself", "write the value out");
                Place(SourceKind.Nothing, "", current).Refused = true;
                return true;
            case Scalar scalar:
                RefuseDecoration(scalar);
                if (_open.TryPeek(out Frame? frame) && frame.WantsKey)
                {
                    TakeKey(scalar);
                    return true;
                }

                Place(YamlScalar.Classify(scalar.Value, plain: scalar.Style == ScalarStyle.Plain), scalar.Value, current);
                return CountValue(current);
            case NodeEvent start:
                RefuseDecoration(start);
                return CountValue(current) && Open(start);
            case MappingEnd or SequenceEnd:
                _open.Pop();
                return true;
            default:
                return true;
        }
    }

    private bool CountValue(ParsingEvent current)
    {
        if (++_values <= MostValues)
        {
            return true;
        }

        string most = MostValues.ToString("#,0", CultureInfo.InvariantCulture);
        _problems.Add(Line(current), Column(current), "", $"more than {most} values", $"{most} at most");
        return false;
    }

    private bool Open(NodeEvent start)
    {
        SourceNode node = Place(start is MappingStart ? SourceKind.Keys : SourceKind.List, "", start);
        if (_open.Count >= DeepestNesting)
        {
            string deepest = DeepestNesting.ToString(CultureInfo.InvariantCulture);
            _problems.Add(Line(start), Column(start), "", $"nesting deeper than {deepest}", $"{deepest} at most");
            return false;
        }

        _open.Push(new Frame(node));
        return true;
    }

    private void TakeKey(Scalar scalar)
    {
        Frame frame = _open.Peek();
        bool usable = true;
        if (scalar.Style == ScalarStyle.Plain && string.Equals(scalar.Value, "<<", StringComparison.Ordinal))
        {
            Refuse(scalar, "a merge key", "the keys themselves", "write the keys out");
            usable = false;
        }
        else if (scalar.Value.Length == 0)
        {
            Refuse(scalar, "an empty key", "a word as the key");
            usable = false;
        }
        else if (frame.Node[scalar.Value] is SourceNode first)
        {
            string line = first.KeyLine.ToString(CultureInfo.InvariantCulture);
            Refuse(scalar, $"the key {ScenarioMessage.Quote(scalar.Value)} again (first on line {line})", "each key once");
            usable = false;
        }

        frame.SetKey(usable ? scalar.Value : null, Line(scalar), Column(scalar));
    }

    // A value goes under the key or into the list that is open; one whose key was refused is read and left out.
    private SourceNode Place(SourceKind kind, string text, ParsingEvent at)
    {
        int line = Line(at);
        int column = Column(at);
        if (!_open.TryPeek(out Frame? frame))
        {
            return _root = new SourceNode(kind, text, line, column);
        }

        if (frame.Node.Kind == SourceKind.List)
        {
            return frame.Node.Add(kind, text, line, column);
        }

        if (frame.WantsKey)
        {
            if (kind is SourceKind.List or SourceKind.Keys)
            {
                Refuse(at, "a list or a set of keys as a key", "a word as the key");
            }

            frame.SetKey(null, line, column);
            return new SourceNode(kind, text, line, column);
        }

        SourceNode node = frame.Key is null
            ? new SourceNode(kind, text, line, column)
            : frame.Node.Add(frame.Key, frame.KeyLine, frame.KeyColumn, kind, text, line, column);
        frame.ValueTaken();
        return node;
    }

    private void RefuseDecoration(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            Refuse(node, $"the anchor {ScenarioMessage.Quote($"&{node.Anchor.Value}")}", "a value without an anchor", "write the value out where it is needed");
        }

        if (!node.Tag.IsEmpty)
        {
            Refuse(node, $"the tag {ScenarioMessage.Quote(node.Tag.Value)}", "a value without a tag");
        }
    }

    private void Refuse(ParsingEvent at, string found, string expected, string? fix = null) =>
        _problems.Add(Line(at), Column(at), _open.TryPeek(out Frame? frame) ? frame.Path : "", found, expected, fix);

    private static int Line(ParsingEvent at) => (int)at.Start.Line;

    private static int Column(ParsingEvent at) => (int)at.Start.Column;

    private sealed class Frame(SourceNode node)
    {
        internal SourceNode Node { get; } = node;

        internal string? Key { get; private set; }

        internal int KeyLine { get; private set; }

        internal int KeyColumn { get; private set; }

        internal bool WantsKey { get; private set; } = node.Kind == SourceKind.Keys;

        internal string Path => Key is null ? Node.Path : $"{Node.Path}.{ScenarioMessage.Plain(Key)}".TrimStart('.');

        internal void SetKey(string? key, int line, int column)
        {
            Key = key;
            KeyLine = line;
            KeyColumn = column;
            WantsKey = false;
        }

        internal void ValueTaken()
        {
            Key = null;
            WantsKey = true;
        }
    }
}
