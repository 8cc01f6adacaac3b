using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Is a pathway made ready for sampling.</summary>
internal sealed class PathwayLaws
{
    /// <summary>The shape of the gamma law of an assessment's length: a coefficient of variation of one half.</summary>
    private const double AssessmentShape = 4;

    private readonly CategoricalDistribution weights;

    internal PathwayLaws(Scenario scenario, Pathway pathway)
    {
        Pathway = pathway;
        Service = scenario.IndexOfService(pathway.Service);
        AssessingService = scenario.IndexOfService(pathway.AssessedBy ?? pathway.Service);
        LongTermService = pathway.Casework.LongTerm is { } transfer ? scenario.IndexOfService(transfer.Service) : Service;
        weights = Categories(pathway.Casework.Weights.Select(weight => weight.Share))!;
        Ages = Categories(pathway.Ages.Select(age => age.Share));
        Sources = Categories(pathway.Sources.Select(source => source.Share));
        Assessment = Gamma(pathway.Assessment.MeanLength);
        Conference = Gamma(pathway.Conference?.MeanLength ?? default);
        Supports = [.. pathway.Supports.Select(support => new SupportLaws(support, scenario.IndexOfService(support.Service)))];
        Upkeep = scenario.Feedbacks.Upkeep ? pathway.Casework.UpkeepHours.Value : 0;
        ContactHours = pathway.Casework.ContactsPerWeek * (pathway.Casework.ContactHours.Value + pathway.Casework.RecordingHours.Value);
        EscalatesTo = IndexOf(scenario, pathway.Waiting.EscalatesTo);
        StepsUpTo = IndexOf(scenario, pathway.StepUp?.To);
        StepsDownTo = IndexOf(scenario, pathway.StepDown?.To);
    }

    internal Pathway Pathway { get; }

    /// <summary>Gets the index of the leading service.</summary>
    internal int Service { get; }

    /// <summary>Gets the index of the service that assesses.</summary>
    internal int AssessingService { get; }

    /// <summary>Gets the index of the service that takes long cases over.</summary>
    internal int LongTermService { get; }

    /// <summary>Gets the law of the age band; null where ages are not told apart.</summary>
    internal CategoricalDistribution? Ages { get; }

    /// <summary>Gets the law of the source; null where sources are not told apart.</summary>
    internal CategoricalDistribution? Sources { get; }

    /// <summary>Gets the further services.</summary>
    internal SupportLaws[] Supports { get; }

    /// <summary>Gets the law of an assessment's length, in working days.</summary>
    internal Distribution Assessment { get; }

    /// <summary>Gets the law of the time that a conference takes to arrange, in working days.</summary>
    internal Distribution Conference { get; }

    /// <summary>Gets the upkeep of an open case in hours a week; zero where that feedback is off.</summary>
    internal double Upkeep { get; }

    /// <summary>Gets the hours a week of contact and recording.</summary>
    internal double ContactHours { get; }

    /// <summary>Gets the index of the pathway a tier up; null where there is none.</summary>
    internal int? EscalatesTo { get; }

    /// <summary>Gets the index of the pathway that closures step up to; null where there is none.</summary>
    internal int? StepsUpTo { get; }

    /// <summary>Gets the index of the pathway that closures step down to; null where there is none.</summary>
    internal int? StepsDownTo { get; }

    /// <summary>Draws the points of a case.</summary>
    internal double SamplePoints(ref RandomStream random) => Pathway.Casework.Weights[weights.Sample(ref random)].Points.Value;

    /// <summary>Returns the work for a family over that for one child.</summary>
    internal double FamilyFactor(int children) => Pathway.Siblings is { } siblings ? 1 + (siblings.WorkPerFurtherChild * (children - 1)) : 1;

    private static Distribution Gamma(WorkingDays mean) =>
        mean.Value > 0 ? new GammaDistribution(AssessmentShape, mean.Value / AssessmentShape) : new DeterministicDistribution(0);

    private static CategoricalDistribution? Categories(IEnumerable<Share> shares)
    {
        double[] values = [.. shares.Select(share => share.Value)];
        return values.Length == 0 ? null : new CategoricalDistribution(values);
    }

    private static int? IndexOf(Scenario scenario, string? id)
    {
        for (int index = 0; index < scenario.Pathways.Length; index++)
        {
            if (string.Equals(scenario.Pathways[index].Id, id, StringComparison.Ordinal))
            {
                return index;
            }
        }

        return null;
    }
}
