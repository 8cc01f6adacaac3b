namespace LocalitySim.Models;

/// <summary>Finds the word that was probably meant.</summary>
internal static class Spelling
{
    private const int LongestWord = 64;

    /// <summary>Returns the candidate nearest to a word, or null where none is near: at most one letter in three may differ.</summary>
    internal static string? Nearest(string word, IEnumerable<string> candidates)
    {
        if (word.Length is 0 or > LongestWord)
        {
            return null;
        }

        string lower = word.ToLowerInvariant();
        int best = Math.Max(1, word.Length / 3) + 1;
        string? nearest = null;
        foreach (string candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) < best && candidate.Length <= LongestWord)
            {
                int distance = Distance(lower, candidate.ToLowerInvariant());
                if (distance < best)
                {
                    best = distance;
                    nearest = candidate;
                }
            }
        }

        return nearest;
    }

    /// <summary>Counts the letters to insert, delete, replace or swap with their neighbour (optimal string alignment).</summary>
    internal static int Distance(string first, string second)
    {
        int[] twoBefore = new int[second.Length + 1];
        int[] before = [.. Enumerable.Range(0, second.Length + 1)];
        int[] row = new int[second.Length + 1];
        for (int i = 1; i <= first.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= second.Length; j++)
            {
                int replace = before[j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1);
                row[j] = Math.Min(replace, Math.Min(before[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1])
                {
                    row[j] = Math.Min(row[j], twoBefore[j - 2] + 1);
                }
            }

            (twoBefore, before, row) = (before, row, twoBefore);
        }

        return before[second.Length];
    }
}
