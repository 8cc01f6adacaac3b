using System.Globalization;
using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Which rows are fitted and which are set aside; both in growing order.</summary>
/// <param name="Training">The rows fitted.</param>
/// <param name="Validation">The rows set aside; none without a share.</param>
internal sealed record ValidationSplit(int[] Training, int[] Validation)
{
    /// <summary>Sets aside the groups of the least draws, each keyed by the group's number: the same whatever else the data hold, but for the number of groups.</summary>
    internal static ValidationSplit Of(TreeData data, BoostingOptions options)
    {
        int[] rows = [.. Enumerable.Range(0, data.Rows)];
        if (options.ValidationShare is not double share)
        {
            return new ValidationSplit(rows, []);
        }

        int[] groups = [.. (data.Groups ?? rows).Distinct().Order()];
        if (groups.Length < 2)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"groups: found {groups.Length}; expected two or more, as a share of them is set aside."), nameof(data));
        }

        RandomStreams streams = new(options.Seed, 0);
        double[] draws = Array.ConvertAll(groups, group => streams.Stream(BoostingPurposes.Validation, entity: (uint)group).NextUniform());
        Array.Sort(draws, groups);
        int aside = (int)Math.Clamp(Math.Round(share * groups.Length), 1, groups.Length - 1);
        HashSet<int> chosen = [.. groups.Take(aside)];
        bool[] isAside = Array.ConvertAll(data.Groups ?? rows, chosen.Contains);
        return new ValidationSplit(Array.FindAll(rows, row => !isAside[row]), Array.FindAll(rows, row => isAside[row]));
    }
}
