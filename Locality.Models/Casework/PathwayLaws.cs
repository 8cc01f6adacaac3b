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
        weights = new CategoricalDistribution([.. pathway.Casework.Weights.Select(weight => weight.Share.Value)]);
        Assessment = pathway.Assessment.MeanLength.Value > 0
            ? new GammaDistribution(AssessmentShape, pathway.Assessment.MeanLength.Value / AssessmentShape)
            : new DeterministicDistribution(0);
        Upkeep = scenario.Feedbacks.Upkeep ? pathway.Casework.UpkeepHours.Value : 0;
        ContactHours = pathway.Casework.ContactsPerWeek * (pathway.Casework.ContactHours.Value + pathway.Casework.RecordingHours.Value);
        EscalatesTo = -1;
        for (int index = 0; index < scenario.Pathways.Length; index++)
        {
            if (string.Equals(scenario.Pathways[index].Id, pathway.Waiting.EscalatesTo, StringComparison.Ordinal))
            {
                EscalatesTo = index;
            }
        }
    }

    internal Pathway Pathway { get; }

    /// <summary>Gets the index of the leading service.</summary>
    internal int Service { get; }

    /// <summary>Gets the law of an assessment's length, in working days.</summary>
    internal Distribution Assessment { get; }

    /// <summary>Gets the upkeep of an open case in hours a week; zero where that feedback is off.</summary>
    internal double Upkeep { get; }

    /// <summary>Gets the hours a week of contact and recording.</summary>
    internal double ContactHours { get; }

    /// <summary>Gets the index of the pathway a tier up; negative where there is none.</summary>
    internal int EscalatesTo { get; }

    /// <summary>Draws the points of a case.</summary>
    internal double SamplePoints(ref RandomStream random) => Pathway.Casework.Weights[weights.Sample(ref random)].Points.Value;
}
