using System.Globalization;
using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Writes item 2.3 of the checklist: what each structure does otherwise than the first, delivery models, and named workers.</summary>
internal static class StructuresSection
{
    internal static void Write(DescriptionSource source, DescriptionText text)
    {
        Scenario scenario = source.Scenario;
        if (scenario.DeliveryModels.IsEmpty)
        {
            text.Say("Delivery models: none. Every service works by itself.");
        }
        else
        {
            text.Say("Delivery models, each with the mechanisms that are on:");
            foreach (DeliveryModel model in scenario.DeliveryModels)
            {
                text.List($"{Words.Name(model.Name, model.Id)}: {string.Join("; ", DeliveryWords.Mechanisms(model))}");
                text.List(source.RestsOn("deliveryModels", model.Id), 1);
            }
        }

        foreach (Structure structure in scenario.Structures)
        {
            text.Say($"{Words.Name(structure.Name, structure.Id)}{(structure == source.Baseline ? ", the first" : ", against the first")}:");
            foreach (string difference in Differences(source, structure).DefaultIfEmpty("nothing else"))
            {
                text.List(difference);
            }

            text.List(source.RestsOn("structures", structure.Id));
            WriteNamedWorkers(scenario, structure, text);
        }

        if (scenario.Groupings is { } groupings)
        {
            Structure joined = scenario.Structure(groupings.Of);
            string into = groupings.Into.IsDefaultOrEmpty ? "any number of" : string.Join(" or ", groupings.Into.Select(number => number.ToString(CultureInfo.InvariantCulture)));
            text.Say($"Candidates of a ranking: every contiguous grouping of the localities of {Words.Name(joined.Name, joined.Id)} into {into} localities, posts shared by need.");
        }
    }

    private static IEnumerable<string> Differences(DescriptionSource source, Structure structure)
    {
        Scenario scenario = source.Scenario;
        Structure baseline = source.Baseline;
        if (structure == baseline)
        {
            yield return "as items 2.2 and 2.5 describe it";
        }
        else
        {
            foreach (string line in Localities(baseline, structure))
            {
                yield return line;
            }

            if (structure.Staffing != baseline.Staffing)
            {
                yield return $"posts are shared {Words.Of(structure.Staffing)}, and not {Words.Of(baseline.Staffing)}";
            }
        }

        if (structure.SetUpCost.Value > 0)
        {
            yield return $"set-up costs {Words.Of(structure.SetUpCost)} once";
        }

        foreach (ExtraPosts posts in structure.ExtraPosts)
        {
            yield return $"{Words.Of(posts.Fte)} of {source.NameOfService(posts.Service)} on top in {posts.Locality}, with new money";
        }

        foreach (ServicePlacement placement in structure.Services)
        {
            string deployment = placement.Deployment is { } where ? $"; {Words.Of(where)}" : "";
            string sharing = placement.Sharing is { } rule ? $"; shared {Words.Of(rule)}" : "";
            string posts = placement.Posts.IsEmpty ? "" : $"; posts: {Words.List(placement.Posts.Select(team => $"{team.Team} {Words.Number(team.Fte.Value)}"))}";
            yield return $"{source.NameOfService(placement.Service)} is placed otherwise than usual{deployment}{sharing}{posts}";
        }

        if (structure.FrontDoor is { } door)
        {
            yield return $"front door of its own: scope {Words.Choice(door.Scope)}, {Words.Of(door.Fte)}, {Words.Of(door.HoursPerContact)} a contact, {Words.Count(Math.Max(1, door.AccessPoints.Length), "access point", "access points")}";
        }

        if (structure != baseline && !string.Equals(structure.DeliveryModel, baseline.DeliveryModel, StringComparison.Ordinal))
        {
            yield return $"delivery model: {source.NameOfModel(structure.DeliveryModel)}";
        }

        foreach (DeliveryChoice choice in structure.Delivery)
        {
            yield return $"delivery model in {Words.List(choice.Localities)}: {source.NameOfModel(choice.Model)}";
        }

        foreach (PlanStep step in structure.Steps)
        {
            yield return StepWords.Of(source, step);
        }

        if (structure.RollOut is { } rollOut)
        {
            yield return StepWords.Of(source, rollOut);
        }
    }

    private static IEnumerable<string> Localities(Structure baseline, Structure structure)
    {
        Dictionary<string, string> before = baseline.Localities.SelectMany(locality => locality.Areas.Select(area => (area, locality.Id))).ToDictionary(StringComparer.Ordinal);
        bool changed = false;
        foreach (Locality locality in structure.Localities)
        {
            string[] parts = [.. locality.Areas.Select(area => before[area]).Distinct(StringComparer.Ordinal)];
            Locality[] whole = [.. baseline.Localities.Where(old => parts.Contains(old.Id, StringComparer.Ordinal))];
            string name = Words.Name(locality.Name, locality.Id);
            string bases = $"{(locality.Bases.Length == 1 ? "base" : "bases")} in {string.Join("; ", locality.Bases)}";
            bool isWhole = whole.Sum(old => old.Areas.Length) == locality.Areas.Length;
            if (isWhole && whole.Length == 1)
            {
                if (!whole[0].Bases.ToHashSet(StringComparer.Ordinal).SetEquals(locality.Bases))
                {
                    changed = true;
                    yield return $"{name}: the same areas; {bases}";
                }

                continue;
            }

            changed = true;
            yield return isWhole
                ? $"{name} joins {Words.List(whole.Select(old => Words.Name(old.Name, old.Id)))}; {bases}"
                : $"{name} is drawn anew: {string.Join("; ", locality.Areas)}; {bases}";
        }

        if (!changed)
        {
            yield return "the same localities";
        }
    }

    /// <summary>Says how far the people of each service go round, as the structure starts.</summary>
    private static void WriteNamedWorkers(Scenario scenario, Structure structure, DescriptionText text)
    {
        text.List("one named worker from each service in every locality, as the structure starts:");
        foreach (NamedStaff staff in NamedStaff.Of(scenario, structure))
        {
            string reach = staff.CoversAll
                ? staff.Localities == 1 ? "the one locality can have one" : $"all {Words.Number(staff.Localities)} localities can have one"
                : $"{Words.Number(staff.Covered)} of {Words.Count(staff.Localities, "locality", "localities")} can have one; {Words.Number(staff.Coverable)}, if everybody could go anywhere";
            string name = scenario.Services[scenario.IndexOfService(staff.Service)].Name;
            text.List($"{name}: {Words.Count(staff.Heads, "post", "posts")} ({Words.Number(Math.Round(staff.Fte, 2))} FTE), {Words.Of(staff.Deployment)}; {reach}", 1);
        }
    }
}
