using LocalitySim.Simulation;

namespace LocalitySim.Models;

/// <summary>Draws what is true of a family and of its case, whatever the structure.</summary>
internal sealed class CaseDraws(StructureRun run)
{
    /// <summary>Draws how many children there are, their age and who refers; and what the case wants if it is accepted.</summary>
    internal void DrawFamily(Case item)
    {
        PathwayLaws laws = run.LawsOf(item);
        if (laws.Ages is not null || laws.Pathway.Siblings is not null)
        {
            // Brothers and sisters stay the same through every return.
            RandomStream random = run.Stream(Purposes.Family, item.Identity with { Generation = 0, Step = 0 });
            item.AgeBand = laws.Ages?.Sample(ref random);
            double further = (laws.Pathway.Siblings?.MeanChildren ?? 1) - 1;
            item.Children = further > 0 ? 1 + new PoissonDistribution(further).Sample(ref random) : 1;
        }

        DrawWants(item);
    }

    /// <summary>Draws who refers, whether a case is urgent or needs a conference, and which further services it wants.</summary>
    internal void DrawWants(Case item)
    {
        PathwayLaws laws = run.LawsOf(item);
        if (laws.Sources is null && laws.Supports.Length == 0 && laws.Pathway.Conference is null && laws.Pathway.Urgent.Value == 0)
        {
            return;
        }

        RandomStream random = run.Stream(Purposes.Wants, item.Identity);
        item.IsUrgent = random.NextUniform() < laws.Pathway.Urgent.Value;
        item.NeedsConference = random.NextUniform() < laws.Pathway.Conference?.Share.Value;
        item.Source = laws.Sources?.Sample(ref random) ?? item.Source;
        if (laws.Supports.Length == 0)
        {
            return;
        }

        List<WantedSupport> wants = [];
        RandomStream lengths = run.Stream(Purposes.Support, item.Identity);
        foreach (SupportLaws support in laws.Supports)
        {
            // Drawn for every service, wanted or not, so that a change of one share moves no other draw.
            bool isWanted = random.NextUniform() < support.Rules.Share.Value;
            WantedSupport wanted = new(support, lengths.NextExponential(), lengths.NextExponential());
            if (isWanted)
            {
                wants.Add(wanted);
            }
        }

        item.Wants = [.. wants];
    }

    /// <summary>Returns the pathway on which a closed case goes on; null if it ends here.</summary>
    internal int? NextTierOf(Case item)
    {
        PathwayLaws laws = run.LawsOf(item);
        if ((laws.StepsUpTo is null && laws.StepsDownTo is null) || item.Identity.Step == CaseIdentity.MostSteps)
        {
            return null;
        }

        RandomStream random = run.Stream(Purposes.TierStep, item.Identity);
        double draw = random.NextUniform();
        double up = laws.Pathway.StepUp?.Share.Value ?? 0;
        double down = laws.Pathway.StepDown?.Share.Value ?? 0;
        return draw < up ? laws.StepsUpTo : draw < up + down ? laws.StepsDownTo : null;
    }

    /// <summary>Draws the points of a case on its pathway of now.</summary>
    internal double CaseworkPoints(Case item)
    {
        RandomStream random = run.Stream(Purposes.Casework, item.Identity);
        PathwayLaws laws = run.LawsOf(item);
        _ = laws.Pathway.Casework.Duration.Sample(ref random);
        return laws.SamplePoints(ref random) * laws.FamilyFactor(item.Children);
    }
}
