namespace LocalitySim.Models;

/// <summary>Is one team's part in a split.</summary>
/// <param name="Locality">The team's name: a locality's id or an upper-tier area's name.</param>
/// <param name="PresentFte">The posts there are.</param>
/// <param name="Fte">The posts in the split found.</param>
/// <param name="Present">The mean wait to 180 days with the posts there are, in days, in the fresh futures; null where it was stopped before.</param>
/// <param name="Found">The same with the split found.</param>
public sealed record TeamSplit(string Locality, Fte PresentFte, Fte Fte, StaffWaits? Present, StaffWaits? Found);
