using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Writes items 2.1 and 2.2 of the checklist: the course of a referral, and the first structure as it starts.</summary>
internal static class LogicSection
{
    internal static void Write(DescriptionSource source, DescriptionText text)
    {
        Scenario scenario = source.Scenario;
        text.Item("2.1", "Base model overview diagram (in words)");
        text.Say("Contact → screening at the front door → assessment → accepted? → wait for a lead worker → casework → closure → perhaps a return.");
        text.Say("A referral may end at screening or at the assessment. A family that waits may be lost, or its need may grow worse. A closed case may go on at another tier, or come back.");

        text.Item("2.2", "Base model logic");
        Structure baseline = source.Baseline;
        text.Say($"The base model is the first structure, {Words.Name(baseline.Name, baseline.Id)}. {Words.Count(scenario.Place.Areas.Length, "area", "areas")} with {Words.Count(scenario.Place.Children, "child", "children")} make {Words.Count(baseline.Localities.Length, "locality", "localities")}:");
        WriteLocalities(scenario, baseline, text);
        text.Say($"Posts are shared among teams {Words.Of(baseline.Staffing)}, where a service does not say otherwise. Delivery model of its localities: {source.NameOfModel(baseline.DeliveryModel)}.");
        WriteFrontDoor(scenario.FrontDoor, text);
        WriteFeedbacks(scenario, text);
    }

    private static void WriteLocalities(Scenario scenario, Structure structure, DescriptionText text)
    {
        foreach (Locality locality in structure.Localities)
        {
            int children = locality.Areas.Sum(area => scenario.Place.Areas[scenario.Place.IndexOf(area)].Children);
            string tier = locality.UpperTierArea is { } upper ? $". Upper-tier area {upper}" : "";
            text.List($"{Words.Name(locality.Name, locality.Id)}: {string.Join("; ", locality.Areas)}. {Words.Count(children, "child", "children")}. {(locality.Bases.Length == 1 ? "Base" : "Bases")} in {string.Join("; ", locality.Bases)}{tier}");
        }
    }

    private static void WriteFrontDoor(FrontDoor door, DescriptionText text)
    {
        string scope = door.Scope switch
        {
            Deployment.Locality => "one in each locality",
            Deployment.UpperTierArea => "one in each upper-tier area",
            _ => "one for the whole authority",
        };
        text.Say($"Front door: {scope}; {Words.Of(door.Fte)} in all, {Words.Of(door.WorkingHours)} each; {Words.Of(door.HoursPerContact)} a contact on average; limit {Words.Of(door.Limit)}.");
        foreach (AccessPointRules point in door.AccessPoints)
        {
            string misdirected = point.Misdirected.Value > 0
                ? $"; {Words.Percent(point.Misdirected)} should have gone to the primary one and are passed on after {Words.Of(point.RedirectionDelay)} on average, and {Words.Percent(point.RepeatsAssessment)} of them are first assessed there ({Words.Of(point.RepeatedAssessmentHours)})"
                : "";
            text.List($"{Words.Choice(point.Kind)} access point: {Words.Percent(point.Share)} of contacts; work on a contact × {Words.Number(point.HoursFactor)}{misdirected}");
        }
    }

    private static void WriteFeedbacks(Scenario scenario, DescriptionText text)
    {
        Feedbacks feedbacks = scenario.Feedbacks;
        text.Say("Feedbacks of overload:");
        text.List($"upkeep: {OnOrOff(feedbacks.Upkeep)}. Open cases take hours for every week that they are open");
        text.List($"escalation: {OnOrOff(feedbacks.Escalation)}. Cases grow worse, and their work grows, while they wait");
        text.List($"returns: {OnOrOff(feedbacks.Returns)}. The chance of return grows with the wait");
        text.List($"leaving: {OnOrOff(feedbacks.Leaving)}. Overloaded workers leave sooner, × (1 + {Words.Number(feedbacks.LeavingPerLoad)} for each unit of load above 1)");
    }

    private static string OnOrOff(bool on) => on ? "on" : "off";
}
