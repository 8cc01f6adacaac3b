using System.Text;

namespace LocalitySim.Simulation;

/// <summary>Turns the type of a waiting place into words: BatchGate becomes "a batch gate".</summary>
internal static class PlaceNames
{
    internal static string KindOf(Type type)
    {
        string name = type.Name;
        int arity = name.IndexOf('`', StringComparison.Ordinal);
        StringBuilder words = new("a");
        if (name[0] is 'A' or 'E' or 'I' or 'O')
        {
            words.Append('n');
        }

        foreach (char letter in arity < 0 ? name : name[..arity])
        {
            if (char.IsUpper(letter))
            {
                words.Append(' ');
            }

            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
