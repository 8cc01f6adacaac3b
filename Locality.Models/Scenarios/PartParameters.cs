namespace LocalitySim.Models;

/// <summary>Makes the parameters that belong to one pathway or service, and those of all pathways that only a calibration asks for.</summary>
/// <remarks>Ranges are judgements, and wider than those of an analysis: what is fitted is not known yet.</remarks>
internal static class PartParameters
{
    private delegate Pathway PathwayChange(Pathway pathway, double times);

    internal static IEnumerable<ScenarioParameter> Of(Scenario scenario)
    {
        foreach ((string name, string label, double low, double high, Func<Pathway, bool> has, PathwayChange change, bool forAll) in OfPathways())
        {
            Pathway[] those = [.. scenario.Pathways.Where(has)];
            if (forAll && those.Length > 0)
            {
                yield return Factor(name, label, low, Highest(name, high, those), (current, times) => current with { Pathways = [.. current.Pathways.Select(pathway => has(pathway) ? change(pathway, times) : pathway)] });
            }

            foreach (Pathway pathway in those)
            {
                string id = pathway.Id;
                yield return Factor(
                    $"{name}.{id}",
                    $"{label}, {pathway.Name}",
                    low,
                    Highest(name, high, [pathway]),
                    (current, times) => current with { Pathways = [.. current.Pathways.Select(item => string.Equals(item.Id, id, StringComparison.Ordinal) ? change(item, times) : item)] });
            }
        }

        foreach (Pathway pathway in scenario.Pathways)
        {
            double present = pathway.DeprivationExponent ?? scenario.Demand.DeprivationExponent;
            if (scenario.Place.Areas.Length < 2 || !(present > 0))
            {
                continue;
            }

            string id = pathway.Id;
            yield return new(
                $"demand.deprivation.{id}",
                $"Elasticity of referrals to deprivation, {pathway.Name}",
                "per cent for one per cent",
                present,
                Math.Min(0.25, 0.5 * present),
                Math.Max(1, 1.5 * present),
                (current, exponent) => current with { Pathways = [.. current.Pathways.Select(item => string.Equals(item.Id, id, StringComparison.Ordinal) ? item with { DeprivationExponent = exponent } : item)] });
        }

        foreach (Service service in scenario.Services.Where(service => service.Fte.Value > 0))
        {
            string id = service.Id;
            yield return Factor(
                $"staff.fte.{id}",
                $"Posts, {service.Name}",
                0.8,
                1.2,
                (current, times) => current with { Services = [.. current.Services.Select(item => string.Equals(item.Id, id, StringComparison.Ordinal) ? item with { Fte = new Fte(item.Fte.Value * times) } : item)] });
        }
    }

    /// <summary>Lists what a pathway has: name, label, range, which pathways have it, what it does, and whether all pathways together are a parameter of no analysis yet.</summary>
    private static IEnumerable<(string Name, string Label, double Low, double High, Func<Pathway, bool> Has, PathwayChange Change, bool ForAll)> OfPathways()
    {
        yield return ("demand.referrals", "Referrals", 0.7, 1.4, pathway => pathway.ReferralsPerYear > 0, (pathway, times) => pathway with { ReferralsPerYear = pathway.ReferralsPerYear * times }, false);
        yield return ("assessment.length", "Length of assessments", 0.5, 2, pathway => pathway.Assessment.MeanLength.Value > 0, (pathway, times) => pathway with { Assessment = pathway.Assessment with { MeanLength = new WorkingDays(pathway.Assessment.MeanLength.Value * times) } }, true);
        yield return ("assessment.notInNeed", "Assessments that find no need", 0.5, 2, pathway => pathway.Assessment.NotInNeed.Value > 0, (pathway, times) => pathway with { Assessment = pathway.Assessment with { NotInNeed = Scaled(pathway.Assessment.NotInNeed, times) } }, true);
        yield return ("casework.duration", "Length of casework", 0.6, 1.6, _ => true, (pathway, times) => pathway with { Casework = pathway.Casework with { NominalShare = pathway.Casework.NominalShare * times } }, false);
        yield return ("casework.contacts", "Contacts a week", 0.6, 1.6, pathway => pathway.Casework.ContactsPerWeek > 0, (pathway, times) => pathway with { Casework = pathway.Casework with { ContactsPerWeek = pathway.Casework.ContactsPerWeek * times } }, false);
        yield return ("conference.length", "Time to arrange a conference", 0.5, 2, pathway => pathway.Conference?.MeanLength.Value > 0, (pathway, times) => pathway with { Conference = pathway.Conference! with { MeanLength = new WorkingDays(pathway.Conference.MeanLength.Value * times) } }, true);
        yield return ("returns.chance", "Chance of return", 0.5, 2, pathway => pathway.Returns.Chance.Value > 0, (pathway, times) => pathway with { Returns = pathway.Returns with { Chance = Scaled(pathway.Returns.Chance, times) } }, true);
        yield return ("waiting.patience", "Patience of families", 0.5, 2, pathway => pathway.Waiting.MeanPatience is not null, (pathway, times) => pathway with { Waiting = pathway.Waiting with { MeanPatience = new Days(pathway.Waiting.MeanPatience!.Value.Value * times) } }, false);
    }

    /// <summary>A share cannot go beyond one: the range ends where the largest does.</summary>
    private static double Highest(string name, double high, Pathway[] pathways) => name switch
    {
        "assessment.notInNeed" => Math.Min(high, pathways.Min(pathway => 1 / pathway.Assessment.NotInNeed.Value)),
        "returns.chance" => Math.Min(high, pathways.Min(pathway => 1 / pathway.Returns.Chance.Value)),
        _ => high,
    };

    private static Share Scaled(Share share, double times) => new(Math.Min(1, share.Value * times));

    private static ScenarioParameter Factor(string name, string label, double low, double high, Func<Scenario, double, Scenario> set) => new(name, label, "times", 1, low, high, set);
}
