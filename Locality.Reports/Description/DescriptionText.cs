using System.Globalization;
using System.Text;

namespace LocalitySim.Reports;

/// <summary>Writes headings, paragraphs and lists as plain text or as Markdown, in lines of 100 characters at most.</summary>
internal sealed class DescriptionText(bool markdown)
{
    private const int LongestLine = 100;

    private readonly List<DescriptionEntry> _entries = [];
    private readonly StringBuilder _text = new();
    private bool _inList;

    /// <summary>Gets what was written, for other forms than text.</summary>
    internal IReadOnlyList<DescriptionEntry> Entries => _entries;

    /// <summary>Starts one of the checklist's six parts.</summary>
    internal void Part(int number, string title) => _entries.Add(new(DescriptionEntryKind.Part, string.Create(CultureInfo.InvariantCulture, $"{number} {title}")));

    /// <summary>Starts an item of the checklist.</summary>
    internal void Item(string number, string title) => _entries.Add(new(DescriptionEntryKind.Item, $"{number} {title}"));

    /// <summary>Writes a title.</summary>
    internal void Title(string title) => _entries.Add(new(DescriptionEntryKind.Title, title));

    /// <summary>Writes a paragraph.</summary>
    internal void Say(string words) => _entries.Add(new(DescriptionEntryKind.Paragraph, words));

    /// <summary>Writes one entry of a list.</summary>
    /// <param name="words">What it says.</param>
    /// <param name="depth">How deep it stands: 0 for the outermost list.</param>
    internal void List(string words, int depth = 0) => _entries.Add(new(DescriptionEntryKind.ListEntry, words, depth));

    /// <inheritdoc />
    public override string ToString()
    {
        _text.Clear();
        _inList = false;
        foreach (DescriptionEntry entry in _entries)
        {
            Write(entry);
        }

        return _text.ToString();
    }

    private void Write(DescriptionEntry entry)
    {
        switch (entry.Kind)
        {
            case DescriptionEntryKind.Title:
                Heading(entry.Words, "# ", '=');
                break;
            case DescriptionEntryKind.Part:
                Heading(entry.Words, "## ", '=');
                break;
            case DescriptionEntryKind.Item:
                Heading(entry.Words, "### ", '-');
                break;
            case DescriptionEntryKind.Paragraph:
                Separate(list: false);
                Wrap(entry.Words, "", "");
                break;
            default:
                Separate(list: true);
                string indent = new(' ', entry.Depth * 2);
                Wrap(entry.Words, $"{indent}- ", $"{indent}  ");
                break;
        }
    }

    private void Heading(string title, string mark, char underline)
    {
        Separate(list: false);
        int start = _text.Length;
        Wrap(title, markdown ? mark : "", "");
        if (!markdown)
        {
            int longest = _text.ToString(start, _text.Length - start).Split('\n').Max(line => line.Length);
            _text.Append(underline, longest).Append('\n');
        }
    }

    private void Separate(bool list)
    {
        if (_text.Length > 0 && !(list && _inList))
        {
            _text.Append('\n');
        }

        _inList = list;
    }

    private void Wrap(string words, string first, string next)
    {
        StringBuilder line = new(first);
        int start = first.Length;
        foreach (string word in Safe(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => word.Chunk(LongestLine - next.Length - 2).Select(letters => new string(letters))))
        {
            if (line.Length > start && line.Length + 1 + word.Length > LongestLine)
            {
                _text.Append(line).Append('\n');
                line.Clear().Append(next);
                start = next.Length;
            }

            line.Append(line.Length > start ? " " : "").Append(word);
        }

        _text.Append(line).Append('\n');
    }

    /// <summary>Writes out control characters, so that no file can steer a terminal, and what Markdown would take for its own.</summary>
    private string Safe(string words)
    {
        StringBuilder safe = new();
        foreach (char letter in words)
        {
            if (char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            }
            else
            {
                safe.Append(markdown && letter is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '#' or '|' ? $"\\{letter}" : letter.ToString());
            }
        }

        return safe.ToString();
    }
}
