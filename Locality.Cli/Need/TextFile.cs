using System.Text;

namespace LocalitySim.Cli;

/// <summary>Writes a text where an option says, whole or not at all.</summary>
internal static class TextFile
{
    /// <summary>Writes.</summary>
    /// <param name="option">The option.</param>
    /// <param name="path">The file.</param>
    /// <param name="text">The text; it ends with a line feed in the file.</param>
    /// <exception cref="CommandException">The file cannot be written.</exception>
    internal static void Write(string option, string path, string text)
    {
        try
        {
            AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text.EndsWith('\n') ? text : $"{text}\n")));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandException($"{option}: cannot write {path}: {exception.Message}", exception);
        }
    }
}
