namespace LocalitySim.Models;

/// <summary>
/// Which referrals a model is fitted to and which test it: it is fitted to earlier ones and tested by later ones, and no child is on both sides.
/// </summary>
/// <remarks>A later referral of a child that is in training is left out. The other way about, training would leave out children because they come back, which is not known at referral.</remarks>
/// <param name="Training">The places of the referrals fitted.</param>
/// <param name="Test">The places of those that test.</param>
/// <param name="From">The day from which on referrals test.</param>
/// <param name="LeftOut">How many later referrals are of children in training.</param>
internal sealed record EscalationSplit(int[] Training, int[] Test, DateOnly From, int LeftOut)
{
    internal static EscalationSplit Of(CaseTable table, double testShare)
    {
        int count = table.Cases.Length;
        DateOnly from = table.Cases[Math.Clamp((int)Math.Round((1 - testShare) * count), 0, count - 1)].Date;
        int[] training = [.. Enumerable.Range(0, count).Where(place => table.Cases[place].Date < from)];
        HashSet<int> children = [.. training.Select(place => table.Units[place])];
        int[] later = [.. Enumerable.Range(training.Length, count - training.Length)];
        int[] test = [.. later.Where(place => !children.Contains(table.Units[place]))];
        return new EscalationSplit(training, test, from, later.Length - test.Length);
    }
}
