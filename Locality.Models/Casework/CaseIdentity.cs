namespace LocalitySim.Models;

/// <summary>Says which referral this is, the same in every structure: the key of all that is drawn for it.</summary>
/// <param name="Area">The index of the child's home area.</param>
/// <param name="Pathway">The index of the pathway of the first referral.</param>
/// <param name="Lineage">The number of the first referral in its area and pathway; from <see cref="FirstOpenCase"/> for cases open at the start.</param>
/// <param name="Generation">0 for the first referral, 1 for its first return, and so on.</param>
/// <param name="Child">The number of the child in the area.</param>
/// <param name="Step">0 for a referral, 1 for its first step to another tier, and so on.</param>
internal readonly record struct CaseIdentity(int Area, int Pathway, uint Lineage, uint Generation, int Child, uint Step = 0)
{
    /// <summary>The first lineage of referrals that walk in.</summary>
    internal const uint FirstWalkIn = 0x4000_0000;

    /// <summary>The first lineage of the cases open at the start.</summary>
    internal const uint FirstOpenCase = 0x8000_0000;

    /// <summary>The first lineage of the children whose case closed before the start and who will come back.</summary>
    internal const uint FirstReturner = 0xC000_0000;

    /// <summary>The most returns of one lineage.</summary>
    internal const uint MostGenerations = ushort.MaxValue;

    /// <summary>The most steps to other tiers of one generation.</summary>
    internal const uint MostSteps = byte.MaxValue;

    /// <summary>Gets the group of the key: step, area and pathway.</summary>
    internal uint Group => GroupOf(Area, Pathway) | (Step << 24);

    /// <summary>Returns the group of an area and a pathway.</summary>
    internal static uint GroupOf(int area, int pathway) => ((uint)pathway << 16) | (uint)area;
}
