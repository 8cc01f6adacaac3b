namespace LocalitySim.Models;

/// <summary>Is what tells the futures in which a structure is the wrong choice from the others: something that is higher or lower in them, beyond chance.</summary>
/// <remarks>By Welch's t-test at 5 % shared by all that is looked at (Bonferroni). It marks these futures and need not be the cause.</remarks>
/// <param name="Name">The uncertain figure's name, or <see cref="DemandDrift"/>.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="WhereWrong">Its mean in the futures in which the structure is wrong.</param>
/// <param name="Elsewhere">Its mean in the others.</param>
public sealed record WrongMark(string Name, string Unit, double WhereWrong, double Elsewhere)
{
    /// <summary>The name of the drift of demand: its mean factor over the counted part of a future.</summary>
    public const string DemandDrift = "demand.drift";
}
