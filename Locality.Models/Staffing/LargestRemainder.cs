namespace LocalitySim.Models;

/// <summary>Shares a whole number in proportion, by largest remainder (Hamilton's method).</summary>
internal static class LargestRemainder
{
    /// <summary>Returns whole numbers that add up to the total and differ from their exact shares by less than one; ties go to the first.</summary>
    /// <param name="shares">The shares, adding up to 1.</param>
    /// <param name="total">The number to share.</param>
    internal static int[] Share(double[] shares, int total)
    {
        int[] counts = [.. shares.Select(share => (int)Math.Floor(share * total))];
        foreach (int index in Enumerable.Range(0, shares.Length)
            .OrderByDescending(index => (shares[index] * total) - counts[index])
            .ThenBy(index => index)
            .Take(total - counts.Sum()))
        {
            counts[index]++;
        }

        return counts;
    }
}
