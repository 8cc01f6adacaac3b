namespace LocalitySim.Reports;

/// <summary>Is a line of a scenario's file as its reader sees it: what it says, and the comment behind it.</summary>
internal static class CommentedLine
{
    /// <summary>Parts a line where its comment starts: at a '#' that follows a space or nothing, outside quotes.</summary>
    internal static (string Code, string Comment) Split(string line)
    {
        bool quoted = false;
        for (int at = 0; at < line.Length; at++)
        {
            if (line[at] == '"')
            {
                quoted = !quoted;
            }
            else if (line[at] == '#' && !quoted && (at == 0 || line[at - 1] == ' '))
            {
                return (line[..at], line[at..]);
            }
        }

        return (line, "");
    }
}
