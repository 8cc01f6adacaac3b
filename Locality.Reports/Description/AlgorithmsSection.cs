namespace LocalitySim.Reports;

/// <summary>Writes item 2.4 of the checklist: the rules that stand for what people decide.</summary>
internal static class AlgorithmsSection
{
    internal static void Write(DescriptionText text)
    {
        text.List("Work law: each post is a server of its own. All its cases go on at the pace min(1, (hours for cases − upkeep) ÷ hours that they require); below 1, every case takes longer.");
        text.List("Room: a worker may hold the points of the service for a full-time post, less in the first year. A case is given when it fits.");
        text.List("Order of a list: priority, then time on the list, then order of entry. A case that fits nobody does not block the next.");
        text.List("Choice of worker: the one whom the child knows, else of those whose load is near the lowest the nearest base, then the lowest load, then the lowest post number.");
        text.List("Road: round trip = 2 × detour factor × √(d² + A ÷ 2π) km, with d from the base's area to the home area and A the home area's size.");
        text.List("Sharing of posts: by the structure's rule and largest remainders; another structure moves as few posts as its rule needs.");
        text.List("Equal budget: posts + front door + managers + bases + planned mileage, as the structure starts.");
        text.Say("docs/model.md gives every formula, with its source.");
    }
}
