using LocalitySim.Models;

namespace LocalitySim.Reports;

/// <summary>Puts a pathway into words: who comes, what is done, what happens while they wait, and how a case ends.</summary>
internal static class PathwayWords
{
    /// <summary>Says who is referred.</summary>
    internal static IEnumerable<string> Children(Pathway pathway)
    {
        if (pathway.DeprivationExponent is { } exponent)
        {
            yield return $"need follows children × IDACI^{Words.Number(exponent)}";
        }

        if (!pathway.Ages.IsEmpty)
        {
            yield return $"ages: {Words.List(pathway.Ages.Select(band => $"{Words.Number(band.From)} to {Words.Number(band.To)} {Words.Percent(band.Share)}"))}";
        }

        if (!pathway.Sources.IsEmpty)
        {
            yield return $"referred by: {Words.List(pathway.Sources.Select(from => $"{from.Name} {Words.Percent(from.Share)}"))}";
        }

        if (pathway.Siblings is { } siblings)
        {
            yield return $"{Words.Number(siblings.MeanChildren)} children of a family are referred together on average; each further one adds {Words.Number(siblings.WorkPerFurtherChild)} of the first one's work and points";
        }

        if (pathway.Urgent.Value > 0)
        {
            yield return $"{Words.Percent(pathway.Urgent)} of accepted cases are urgent";
        }
    }

    /// <summary>Says what is done with a case.</summary>
    internal static IEnumerable<string> Work(DescriptionSource source, Pathway pathway)
    {
        AssessmentStage assessment = pathway.Assessment;
        yield return $"assessment by {source.NameOfService(pathway.AssessedBy ?? pathway.Service)}: gamma with mean {Words.Of(assessment.MeanLength)} and shape 4, {Words.Of(assessment.HoursPerWeek)}, {Words.Number(assessment.VisitsPerWeek)} visits a week, {Words.Of(assessment.Points)}; limit {Words.Of(assessment.Limit)}";
        CaseworkStage casework = pathway.Casework;
        yield return $"casework by {source.NameOfService(pathway.Service)}: {Words.Of(casework.Duration)}, × {Words.Number(casework.NominalShare)} at the nominal pace";
        yield return $"a week of casework: {Words.Number(casework.ContactsPerWeek)} contacts of {Words.Of(casework.ContactHours)} with {Words.Of(casework.RecordingHours)} of recording, and {Words.Count(casework.UpkeepHours.Value, "hour", "hours")} of upkeep";
        yield return $"weights: {Words.List(casework.Weights.Select(weight => $"{Words.Of(weight.Points)} {Words.Percent(weight.Share)}"))}";
        if (casework.LongTerm is { } transfer)
        {
            yield return $"after {Words.Of(transfer.After)} of casework a case goes over to {source.NameOfService(transfer.Service)}";
        }

        foreach (SupportService support in pathway.Supports)
        {
            yield return $"support by {source.NameOfService(support.Service)} for {Words.Percent(support.Share)} of accepted cases: own assessment of {Words.Of(support.AssessmentLength)}, then exponential with mean {Words.Of(support.MeanLength)}; {Words.Of(support.HoursPerWeek)}, {Words.Number(support.ContactsPerWeek)} contacts a week, {Words.Of(support.Points)}, priority {Words.Number(support.Priority)}";
        }

        if (pathway.Conference is { } conference)
        {
            yield return $"conference for {Words.Percent(conference.Share)} of accepted cases: gamma with mean {Words.Of(conference.MeanLength)}, {Words.Of(conference.Hours)} of managers; limit {Words.Of(conference.Limit)}";
        }
    }

    /// <summary>Says what may happen to a case that waits.</summary>
    internal static string Waiting(DescriptionSource source, Pathway pathway)
    {
        WaitingRules waiting = pathway.Waiting;
        string lost = waiting.MeanPatience is { } patience ? $"the family is lost after {Words.Of(patience)} on average" : "no family is lost";
        string where = waiting.EscalatesTo is { } to ? $", and it moves to {source.NameOfPathway(to)}" : ", and it rises a place on the list";
        string worse = waiting.MeanTimeToEscalation is { } time ? $"its need grows worse after {Words.Of(time)} on average{where}" : "no need grows worse";
        string growth = waiting.WorkGrowthPer100Days > 0 ? $"; work grows by {Words.Number(waiting.WorkGrowthPer100Days * 100)} % for each 100 days" : "";
        return $"{lost}; {worse}{growth}; priority {Words.Number(waiting.Priority)}";
    }

    /// <summary>Says how a case ends, and comes back.</summary>
    internal static IEnumerable<string> Exits(DescriptionSource source, Pathway pathway)
    {
        ReturnRules returns = pathway.Returns;
        yield return $"out: {Words.Percent(pathway.NoFurtherAction)} at screening, {Words.Percent(pathway.Assessment.NotInNeed)} of those assessed, those lost while they wait, and the rest at closure";
        foreach ((TierStep? step, string direction) in new[] { (pathway.StepUp, "up"), (pathway.StepDown, "down") })
        {
            if (step is not null)
            {
                yield return $"{Words.Percent(step.Share)} of closures go on with {source.NameOfPathway(step.To)}, a step {direction}";
            }
        }

        string wait = returns.GrowthPer100DaysWaited > 0 ? $", {Words.Number(returns.GrowthPer100DaysWaited * 100)} % more for each 100 days waited" : "";
        string worker = returns.GrowthPerChangeOfWorker > 0 ? $", {Words.Number(returns.GrowthPerChangeOfWorker * 100)} % more for each change of worker" : "";
        yield return $"back: {Words.Percent(returns.Chance)}{wait}{worker}, after {Words.Of(returns.MeanDelay)} on average";
    }
}
