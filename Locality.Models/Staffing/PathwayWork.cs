using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Counts the work that a pathway's yearly referrals bring to each service, road left out.</summary>
internal static class PathwayWork
{
    private const double DaysPerWeek = 7;
    private const int Samples = 4096;

    /// <summary>Returns what a pathway brings to each service that it uses.</summary>
    internal static IEnumerable<ServiceWork> Of(Scenario scenario, Pathway pathway)
    {
        double week = scenario.Calendar.AlwaysOpen ? DaysPerWeek : 5;
        double meanChildren = pathway.Siblings?.MeanChildren ?? 1;
        double further = 1 + ((pathway.Siblings?.WorkPerFurtherChild ?? 0) * (meanChildren - 1));
        double families = pathway.ReferralsPerYear * scenario.Demand.Level / meanChildren;
        double assessed = families * (1 - pathway.NoFurtherAction.Value);
        double accepted = assessed * (1 - pathway.Assessment.NotInNeed.Value);
        int lead = scenario.IndexOfService(pathway.Service);

        AssessmentStage assessment = pathway.Assessment;
        double assessmentWeeks = assessment.MeanLength.Value / 5;
        yield return new ServiceWork(
            scenario.IndexOfService(pathway.AssessedBy ?? pathway.Service),
            0,
            assessed * assessmentWeeks * assessment.HoursPerWeek.Value * further,
            assessed * assessment.MeanLength.Value * DaysPerWeek / week * assessment.Points.Value * further);

        CaseworkStage casework = pathway.Casework;
        double days = casework.Duration.Mean * casework.NominalShare;
        double contact = casework.ContactsPerWeek * (casework.ContactHours.Value + casework.RecordingHours.Value);
        double upkeep = scenario.Feedbacks.Upkeep ? casework.UpkeepHours.Value : 0;
        double hoursPerDay = week / DaysPerWeek / 5 * (contact + upkeep) * further;
        double points = casework.Weights.Sum(weight => weight.Points.Value * weight.Share.Value) * further;
        double before = casework.LongTerm is { } transfer ? BeforeTransfer(casework, transfer) : days;
        yield return new ServiceWork(lead, accepted, accepted * before * hoursPerDay, accepted * before * points);
        if (casework.LongTerm is { } later)
        {
            yield return new ServiceWork(scenario.IndexOfService(later.Service), 0, accepted * (days - before) * hoursPerDay, accepted * (days - before) * points);
        }

        foreach (SupportService support in pathway.Supports)
        {
            double helped = accepted * support.Share.Value;
            double length = (support.AssessmentLength.Value * DaysPerWeek / week) + support.MeanLength.Value;
            yield return new ServiceWork(
                scenario.IndexOfService(support.Service),
                helped,
                helped * length * week / DaysPerWeek / 5 * support.HoursPerWeek.Value,
                helped * length * support.Points.Value);
        }
    }

    /// <summary>Returns the mean nominal days before the transfer, from draws of the law that are the same each time.</summary>
    internal static double BeforeTransfer(CaseworkStage casework, StageTransfer transfer)
    {
        RandomStream random = new RandomStreams(1, 0).Stream(Purposes.StagePlanning);
        double sum = 0;
        for (int sample = 0; sample < Samples; sample++)
        {
            sum += Math.Min(casework.Duration.Sample(ref random) * casework.NominalShare, transfer.After.Value);
        }

        return sum / Samples;
    }
}
