using System.Collections.Immutable;

namespace LocalitySim.Models;

/// <summary>Is what a dated change makes of the arrangement in force. Immutable.</summary>
/// <param name="Next">The arrangement in force afterwards.</param>
/// <param name="Terms">What the change costs those whom it moves.</param>
internal sealed record ArrangementChange(Arrangement Next, TransferTerms Terms)
{
    /// <summary>Gets the posts of the next arrangement that have to be recruited.</summary>
    internal ImmutableArray<Post> Recruited { get; init; } = [];

    /// <summary>Gets the mean days that recruiting one takes.</summary>
    internal double MeanRecruitment { get; init; }

    /// <summary>Gets the one-off cost, in pounds.</summary>
    internal double SetUpCost { get; init; }
}
