namespace LocalitySim.Models;

/// <summary>Is a column of a model of escalation.</summary>
/// <param name="Attribute">What it reads.</param>
/// <param name="Level">The pathway or source that it stands for; null for other attributes.</param>
/// <param name="Reference">The pathway or source that it is against; null for other attributes.</param>
public sealed record EscalationColumn(EscalationAttribute Attribute, string? Level = null, string? Reference = null)
{
    /// <summary>The level that joins all too seldom seen to be told apart.</summary>
    public const string Other = "(other)";

    /// <summary>The level of those of which it is not known.</summary>
    public const string NotKnown = "(not known)";

    /// <summary>Gets the column's name, unique in a model.</summary>
    public string Name => Attribute switch
    {
        EscalationAttribute.Pathway => $"pathway {Level}",
        EscalationAttribute.Source => $"source {Level}",
        EscalationAttribute.Age => "age",
        EscalationAttribute.AgeNotKnown => "age not known",
        EscalationAttribute.Returned => "returned",
        _ => "deprivation",
    };

    /// <summary>Gets what one more of it means.</summary>
    public string Meaning => Attribute switch
    {
        EscalationAttribute.Pathway => $"came on pathway {Level} rather than {Reference}",
        EscalationAttribute.Source => $"referred by {Level} rather than {Reference}",
        EscalationAttribute.Age => "the child is a year older",
        EscalationAttribute.AgeNotKnown => "the age is not known, rather than the mean age",
        EscalationAttribute.Returned => "the child was referred before, rather than for the first time",
        _ => "ten more children in a hundred live in income-deprived families there",
    };
}
