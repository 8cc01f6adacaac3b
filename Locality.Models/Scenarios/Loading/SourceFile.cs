using System.Globalization;
using System.Text;

namespace LocalitySim.Models;

/// <summary>Reads a file as text: of bounded size, UTF-8, and free of control characters.</summary>
internal static class SourceFile
{
    /// <summary>The largest file that is read, in bytes, unless the caller says otherwise.</summary>
    internal const int LargestBytes = 5_000_000;

    /// <summary>Returns the file's text, or notes why there is none and returns null.</summary>
    internal static string? Read(ProblemList problems, int largestBytes = LargestBytes)
    {
        try
        {
            byte[]? bytes = ReadBytes(problems, largestBytes);
            return bytes is null ? null : Decode(bytes, problems);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            problems.Add("a file that cannot be opened", "a file that may be read");
            return null;
        }
    }

    private static byte[]? ReadBytes(ProblemList problems, int largestBytes)
    {
        // The size comes first: a huge file is refused without being read, and a pipe or a device, whose size is zero, is never opened.
        FileInfo info = new(problems.File);
        if (!info.Exists)
        {
            problems.Add(Directory.Exists(problems.File) ? "a folder" : "no file", $"a file named {Path.GetFileName(problems.File)}");
            return null;
        }

        if (info.LinkTarget is not null && File.ResolveLinkTarget(problems.File, returnFinalTarget: true) is FileInfo target)
        {
            info = target;
        }

        if (info.Length == 0)
        {
            problems.Add("an empty file", "text");
            return null;
        }

        if (info.Length > largestBytes)
        {
            string size = (info.Length / 1e6).ToString("#,0.0", CultureInfo.InvariantCulture);
            problems.Add($"a file of {size} MB", string.Create(CultureInfo.InvariantCulture, $"{largestBytes / 1_000_000} MB at most"));
            return null;
        }

        byte[] bytes = new byte[info.Length];
        using FileStream stream = info.OpenRead();
        int length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes[..length];
    }

    private static string? Decode(byte[] bytes, ProblemList problems)
    {
        UTF8Encoding strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        ReadOnlySpan<byte> body = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes;
        string text;
        try
        {
            text = strict.GetString(body);
        }
        catch (DecoderFallbackException exception)
        {
            ReadOnlySpan<byte> before = body[..Math.Clamp(exception.Index, 0, body.Length)];
            int start = before.LastIndexOf((byte)'\n') + 1;
            problems.Add(
                before.Count((byte)'\n') + 1,
                Encoding.UTF8.GetCharCount(before[start..]) + 1,
                "",
                "bytes that are not UTF-8",
                "UTF-8 text",
                "save the file as UTF-8");
            return null;
        }

        return HasControlCharacter(text, problems) ? null : text;
    }

    private static bool HasControlCharacter(string text, ProblemList problems)
    {
        int index = text.AsSpan().IndexOfAny(Forbidden);
        if (index < 0)
        {
            return false;
        }

        ReadOnlySpan<char> before = text.AsSpan(0, index);
        int start = before.LastIndexOf('\n') + 1;
        string code = ((int)text[index]).ToString("X4", CultureInfo.InvariantCulture);
        problems.Add(before.Count('\n') + 1, index - start + 1, "", $"the control character U+{code}", "plain text");
        return true;
    }

    private static readonly System.Buffers.SearchValues<char> Forbidden = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(character => char.IsControl(character) && character is not ('\t' or '\n' or '\r'))]);
}
