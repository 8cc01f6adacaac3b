using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is what it takes to clear a growing list by a date, and what the simulation says of it.</summary>
/// <remarks>
/// Fluid formula: with a list of Q cases that grows by g a month, and posts that each finish u a month, (g + Q ÷ T) ÷ u posts clear it in T months; g ÷ u alone stop its growth.
/// Source: Newell, "Applications of Queueing Theory" (2nd ed. 1982), chapter 2: a queue that is overloaded for long follows its mean rates. The formula takes no account of chance, nor of
/// families that no longer give up once the list is shorter: so posts are simulated too.
/// </remarks>
public sealed record StaffRelief
{
    /// <summary>Gets the day from which the further posts work.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Gets the day by which the list is to be cleared.</summary>
    public required DateOnly By { get; init; }

    /// <summary>Gets the further posts that the fluid formula asks for, in full-time equivalents.</summary>
    public required double FluidFte { get; init; }

    /// <summary>Gets the same in whole posts of the service's size, in full-time equivalents: what was simulated.</summary>
    public required Fte Fte { get; init; }

    /// <summary>Gets the cases on the list by then without further posts.</summary>
    public required Interval ListWithout { get; init; }

    /// <summary>Gets the cases on the list by then with them, in the same futures.</summary>
    public required Interval ListWith { get; init; }

    /// <summary>Returns the further posts of the fluid formula.</summary>
    /// <param name="list">Q, cases on the list at the start: zero or more.</param>
    /// <param name="growth">g, cases a month by which it grows; negative where it shrinks by itself.</param>
    /// <param name="months">T, the months until it has to be cleared: above zero.</param>
    /// <param name="perPost">u, cases that a full-time post finishes in a month: above zero.</param>
    /// <returns>The full-time equivalents, zero or more.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A figure is out of range.</exception>
    public static double FluidPosts(double list, double growth, double months, double perPost)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(list);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(months);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(perPost);
        return Math.Max(0, (growth + (list / months)) / perPost);
    }
}
