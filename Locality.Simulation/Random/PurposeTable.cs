namespace LocalitySim.Simulation;

/// <summary>
/// All the purposes of a model. It refuses two with the same number, and <see cref="RandomStreams"/> that are given it refuse a
/// purpose that is not in it: two uses of chance with one number would share their draws, and nothing else would show it.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class PurposeTable
{
    private readonly string?[] _names;

    /// <summary>Makes a table.</summary>
    /// <param name="purposes">The purposes, each once.</param>
    /// <exception cref="ArgumentException">Two purposes have the same number, or the same name.</exception>
    public PurposeTable(params ReadOnlySpan<Purpose> purposes)
    {
        int last = -1;
        foreach (Purpose purpose in purposes)
        {
            last = Math.Max(last, purpose.Id);
        }

        _names = new string?[last + 1];
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        foreach (Purpose purpose in purposes)
        {
            if (_names[purpose.Id] is { } other)
            {
                throw new ArgumentException(
                    $"Purposes '{other}' and '{purpose.Name}': found number {purpose.Id} for both; expected a number of its own for each, or they share their draws.",
                    nameof(purposes));
            }

            if (!numbers.TryAdd(purpose.Name, purpose.Id))
            {
                throw new ArgumentException(
                    $"Purpose '{purpose.Name}': found numbers {numbers[purpose.Name]} and {purpose.Id}; expected one.", nameof(purposes));
            }

            _names[purpose.Id] = purpose.Name;
        }
    }

    /// <summary>Refuses a purpose that is not in the table under its number and name.</summary>
    internal void Require(Purpose purpose)
    {
        string? name = purpose.Id < _names.Length ? _names[purpose.Id] : null;
        if (!string.Equals(name, purpose.Name, StringComparison.Ordinal))
        {
            throw new ArgumentException(
                name is null
                    ? $"Purpose '{purpose.Name}' has number {purpose.Id}, which is not in the model's table; add it there."
                    : $"Purpose '{purpose.Name}': found number {purpose.Id}, which belongs to '{name}'; give it a number of its own.",
                nameof(purpose));
        }
    }
}
