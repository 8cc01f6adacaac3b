using System.Text;

namespace LocalitySim.Cli;

/// <summary>Draws numbers as a line of blocks of different heights.</summary>
/// <remarks>Source: Tufte, "Beautiful Evidence" (2006), on sparklines.</remarks>
internal static class Sparkline
{
    private const string Blocks = "▁▂▃▄▅▆▇█";

    /// <summary>What stands where there is no number.</summary>
    private const char Gap = '·';

    /// <summary>Draws numbers on a scale.</summary>
    /// <param name="values">The numbers; null where there is none.</param>
    /// <param name="least">The number of the lowest block.</param>
    /// <param name="greatest">The number of the highest block.</param>
    internal static string Of(IEnumerable<double?> values, double least, double greatest) =>
        string.Concat(values.Select(value => value is { } number ? BlockOf(number, least, greatest) : Gap));

    /// <summary>Tells whether a writer can show the blocks: its encoding has every character.</summary>
    internal static bool CanShow(TextWriter output)
    {
        // Asked of a copy that fails, because an encoding puts a question mark for what it does not have.
        Encoding strict = Encoding.GetEncoding(output.Encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        try
        {
            strict.GetByteCount(Blocks);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Chooses one of eight blocks, each of which stands for an eighth of the scale; all alike are in the middle.</summary>
    private static char BlockOf(double value, double least, double greatest) => greatest > least
        ? Blocks[Math.Clamp((int)((value - least) / (greatest - least) * Blocks.Length), 0, Blocks.Length - 1)]
        : Blocks[(Blocks.Length / 2) - 1];
}
